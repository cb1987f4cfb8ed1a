import CKernels

/// The arithmetic of a number format: what a machine would compute that stores every result in it.
///
/// - Weights, biases and inputs are rounded to the format first.
/// - A product with a dense matrix adds in float32, each product and each sum rounded, for the
///   formats up to float32, in float64 for float64; the result is rounded to the format.
/// - A scaled identity multiplies each entry by its factor once: zeros that it doesn't store are
///   not multiplied, so that 0 · inf adds no nan. A dense matrix does show it.
/// - A layer norm is worked out in extended range and rounded once; a residual branch is multiplied by
///   its scale, then added.
/// - With `flushesToZero` a result that is subnormal in the format becomes zero as it is stored.
/// - A bias is added, an activation applied, a derivative multiplied: one rounding each.
///
/// Nothing else is rounded; a norm of the result is taken in extended range.
struct Rounding {
  let format: NumberFormat

  /// Whether a result below the smallest normal number becomes zero.
  let flushesToZero: Bool

  init(_ format: NumberFormat, flushesToZero: Bool = false) {
    self.format = format
    self.flushesToZero = flushesToZero
  }

  func round(_ values: inout [Double]) {
    format.round(&values)
    if flushesToZero { flush(&values) }
  }

  /// Each entry rounded to the format, as plain doubles.
  func rounded(_ vector: Vector) -> [Double] {
    var values = format.rounded(vector)
    if flushesToZero { flush(&values) }
    return values
  }

  func round(_ vector: Vector) -> Vector {
    Vector(rounded(vector))
  }

  private func flush(_ values: inout [Double]) {
    let least = format.smallestNormal
    for index in values.indices where values[index].magnitude < least { values[index] = 0 }
  }

  /// A matrix whose entries are in the format.
  enum Operand {
    case factor(Double)
    case entries(rows: Int, columns: Int, [Double])
  }

  func operand(_ matrix: Matrix) -> Operand {
    switch matrix {
    case .scaledIdentity(let factor, _):
      return .factor(rounded(Vector([factor]))[0])
    case .dense(let dense):
      return .entries(rows: dense.rows, columns: dense.columns, rounded(dense.entries))
    case .outer:
      let dense = matrix.dense
      return .entries(rows: dense.rows, columns: dense.columns, rounded(dense.entries))
    }
  }

  func product(_ operand: Operand, _ x: [Double]) -> [Double] {
    switch operand {
    case .factor(let factor):
      return entries(of: x) { $0 * factor }
    case .entries(let rows, let columns, let values):
      var y = [Double](repeating: 0, count: rows)
      if format == .float64 {
        fk_gemv(rows, columns, values, columns, x, &y)
      } else {
        fk_gemv_f32(rows, columns, values, columns, x, &y)
      }
      round(&y)
      return y
    }
  }

  func transposedProduct(_ operand: Operand, _ x: [Double]) -> [Double] {
    switch operand {
    case .factor(let factor):
      return entries(of: x) { $0 * factor }
    case .entries(let rows, let columns, let values):
      var y = [Double](repeating: 0, count: columns)
      if format == .float64 {
        fk_gemv_t(rows, columns, values, columns, x, &y)
      } else {
        fk_gemv_t_f32(rows, columns, values, columns, x, &y)
      }
      round(&y)
      return y
    }
  }

  /// A function of each entry, rounded to the format.
  func entries(of x: [Double], _ function: (Double) -> Double) -> [Double] {
    var result = x.map(function)
    round(&result)
    return result
  }

  func combined(
    _ x: [Double],
    _ y: [Double],
    _ function: (Double, Double) -> Double
  ) -> [Double] {
    var result = zip(x, y).map(function)
    round(&result)
    return result
  }

  /// x yᵀ, each entry rounded.
  func outer(_ x: [Double], _ y: [Double]) -> Matrix {
    var values: [Double] = []
    values.reserveCapacity(x.count * y.count)
    for a in x {
      for b in y { values.append(a * b) }
    }
    round(&values)
    return .dense(DenseMatrix(unchecked: x.count, y.count, values, exponent: 0))
  }
}
