import CKernels

/// Random weights as a factor and the draw that it multiplies: products without a matrix of their own.
///
/// The bits are those of the matrix: each entry is factor · entry of the draw, rounded once. Bringing
/// the matrix to its exponent multiplies by a power of two, which may as well be in the factor.
struct ScaledDraw: Sendable {
  private let draw: UnitDraw
  private let factor: Double
  /// The factor and the exponent of the matrix in canonical form; nil where some entry of it would
  /// not be a normal number, or where its entries lie far apart.
  private let canonical: (factor: Double, exponent: Int)?

  init(_ draw: UnitDraw, times factor: Double) {
    self.draw = draw
    self.factor = factor
    let exponent = Int((factor * draw.largest).magnitude.exponent)
    canonical =
      draw.isEven && draw.largest > 0 && 0x1p-500...0x1p500 ~= factor.magnitude
      ? (factor * .powerOfTwo(-exponent), exponent) : nil
  }

  /// The weights as a matrix.
  var matrix: DenseMatrix {
    let (rows, columns, count) = (draw.rows, draw.columns, draw.entries.count)
    let values = [Double](unsafeUninitializedCapacity: count) { values, written in
      if let out = values.baseAddress {
        fk_scale(out, canonical?.factor ?? factor, draw.entries, count)
      }
      written = count
    }
    guard let canonical else {
      return DenseMatrix(unchecked: rows, columns, values, exponent: 0)
    }
    return DenseMatrix(
      unchecked: rows,
      columns,
      Vector(canonicalHi: values, lo: [], exponent: canonical.exponent)
    )
  }

  /// W x, for x of as many entries as there are columns.
  func times(_ x: Vector) -> Vector {
    product(x, count: draw.rows) { factor, y in
      fk_gemv_scaled(draw.rows, draw.columns, factor, draw.entries, draw.columns, x.evenHi, y)
    } otherwise: {
      matrix.times(x)
    }
  }

  /// Wᵀ x, for x of as many entries as there are rows.
  func transposedTimes(_ x: Vector) -> Vector {
    product(x, count: draw.columns) { factor, y in
      fk_gemv_t_scaled(draw.rows, draw.columns, factor, draw.entries, draw.columns, x.evenHi, y)
    } otherwise: {
      matrix.transposedTimes(x)
    }
  }

  /// The kernel's sums, where none may have lost terms.
  private func product(
    _ x: Vector,
    count: Int,
    _ kernel: (Double, UnsafeMutablePointer<Double>) -> Void,
    otherwise: () -> Vector
  ) -> Vector {
    guard let canonical else { return otherwise() }
    let y = [Double](unsafeUninitializedCapacity: count) { y, written in
      if let y = y.baseAddress { kernel(canonical.factor, y) }
      written = count
    }
    if fk_minabs(y, count) < DenseMatrix.doubtful, !x.isZero { return otherwise() }
    return Vector(hi: y, lo: [], exponent: canonical.exponent + x.exponent)
  }

  /// The products of several multiples of one draw, each with its own x: the bits of `times`.
  ///
  /// *Cost*: the draw is read from memory once for several of them.
  static func times(_ draw: UnitDraw, _ factors: [Double], _ inputs: [Vector]) -> [Vector] {
    let multiples = factors.map { ScaledDraw(draw, times: $0) }
    let canonical = multiples.compactMap { $0.canonical }
    guard canonical.count == multiples.count else {
      return zip(multiples, inputs).map { $0.times($1) }
    }
    let (rows, columns) = (draw.rows, draw.columns)
    var x: [Double] = []
    x.reserveCapacity(inputs.count * columns)
    for input in inputs { x += input.evenHi }
    let count = inputs.count
    let y = [Double](unsafeUninitializedCapacity: count * rows) { y, written in
      if let y = y.baseAddress {
        let factors = canonical.map { $0.factor }
        fk_gemv_scaled_each(count, rows, columns, factors, draw.entries, columns, x, y)
      }
      written = count * rows
    }
    return inputs.enumerated().map { index, x in
      let sums = Array(y[index * rows..<(index + 1) * rows])
      if fk_minabs(sums, rows) < DenseMatrix.doubtful, !x.isZero {
        return multiples[index].times(x)
      }
      return Vector(hi: sums, lo: [], exponent: canonical[index].exponent + x.exponent)
    }
  }
}
