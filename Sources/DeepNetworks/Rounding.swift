import CKernels

/// The arithmetic of a number format: what a machine would compute that stores every result in it.
///
/// - Weights, biases and inputs are rounded to the format first.
/// - A product with a dense matrix adds in float32, each product and each sum rounded, for the
///   formats up to float32, in float64 for float64; the result is rounded to the format.
/// - A scaled identity multiplies each entry by its factor once: zeros that it doesn't store are
///   not multiplied, so that 0 · inf adds no nan. A dense matrix does show it.
/// - A bias is added, an activation applied, a derivative multiplied: one rounding each.
///
/// Nothing else is rounded; a norm of the result is taken in extended range.
struct Rounding {
  let format: NumberFormat

  init(_ format: NumberFormat) {
    self.format = format
  }

  /// A matrix whose entries are in the format.
  enum Operand {
    case factor(Double)
    case entries(rows: Int, columns: Int, [Double])
  }

  func operand(_ matrix: Matrix) -> Operand {
    switch matrix {
    case .scaledIdentity(let factor, _):
      return .factor(format.round(factor))
    case .dense(let dense):
      return .entries(rows: dense.rows, columns: dense.columns, format.rounded(dense.entries))
    case .outer:
      let dense = matrix.dense
      return .entries(rows: dense.rows, columns: dense.columns, format.rounded(dense.entries))
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
      format.round(&y)
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
      format.round(&y)
      return y
    }
  }

  /// A function of each entry, rounded to the format.
  func entries(of x: [Double], _ function: (Double) -> Double) -> [Double] {
    var result = x.map(function)
    format.round(&result)
    return result
  }

  func combined(
    _ x: [Double],
    _ y: [Double],
    _ function: (Double, Double) -> Double
  ) -> [Double] {
    var result = zip(x, y).map(function)
    format.round(&result)
    return result
  }

  /// x yᵀ, each entry rounded.
  func outer(_ x: [Double], _ y: [Double]) -> Matrix {
    var values: [Double] = []
    values.reserveCapacity(x.count * y.count)
    for a in x {
      for b in y { values.append(a * b) }
    }
    format.round(&values)
    return .dense(DenseMatrix(unchecked: x.count, y.count, values, exponent: 0))
  }
}
