import CKernels

extension Jacobian {
  /// Columns of which those of the largest singular values have grown most: T_m(2 JᵀJ/b − 1) V, made
  /// orthonormal.
  ///
  /// T_m, Chebyshev's polynomial, stays below 1 for singular values up to √b and grows as e^(m acosh x)
  /// above, so that values close to each other part in √ of the steps that powers of JᵀJ take. `top`
  /// is about the largest σ²; m is such that it grows by 10⁶, no more than 64. V is columns × count,
  /// row-major. Nil where the factors are made anew each time, are uneven, or m would be 1. *Cost*: 4 m
  /// count multiplications and additions per entry of J. *Source*: Zhou and Saad 2007.
  func filtered(
    _ v: [Double],
    count: Int,
    bound b: Extended,
    top: Extended,
    checkpoint: () throws -> Void
  ) throws -> [Double]? {
    guard let factors = evenFactors, b > .zero, top > b else { return nil }
    let growth = (top / b * 2 - 1).double
    let perStep = fk_log1(growth + (growth * growth - 1).squareRoot())
    let degree = perStep > 0 ? min(Int(13.8 / perStep), 64) : 64
    guard degree > 1 else { return nil }
    var (last, present) = (v, try turned(v, count, factors, bound: b, checkpoint))
    for _ in 1..<degree {
      var next = try turned(present, count, factors, bound: b, checkpoint)
      for i in next.indices { next[i] = 2 * next[i] - last[i] }
      (last, present) = (present, next)
    }
    return try Orthogonalisation(present, rows: columns, columns: count, checkpoint: checkpoint)
      .basis()
  }

  /// (2 JᵀJ/b − 1) X for X of `count` columns.
  private func turned(
    _ x: [Double],
    _ count: Int,
    _ factors: [DenseMatrix],
    bound b: Extended,
    _ checkpoint: () throws -> Void
  ) throws -> [Double] {
    var product = x
    var exponent = 0
    for index in Array(factors.indices) + factors.indices.reversed().map({ ~$0 }) {
      let isBack = index < 0
      let matrix = factors[isBack ? ~index : index]
      var result = [Double](repeating: 0, count: count * (isBack ? matrix.columns : matrix.rows))
      if isBack {
        fk_gemm_tn(
          matrix.columns,
          count,
          matrix.rows,
          matrix.values,
          matrix.columns,
          product,
          count,
          &result,
          count
        )
      } else {
        fk_gemm(
          matrix.rows,
          count,
          matrix.columns,
          matrix.values,
          matrix.columns,
          product,
          count,
          &result,
          count
        )
      }
      exponent += matrix.exponent
      let size = fk_maxabs(result, result.count)
      if size > 0 {
        let power = Int(size.exponent)
        fk_scale(&result, 1.0.scaled(-power), result, result.count)
        exponent += power
      }
      product = result
      try checkpoint()
    }
    let factor = (Extended(hi: 2, lo: 0, exponent: exponent) / b).double
    for i in product.indices { product[i] = factor * product[i] - x[i] }
    return product
  }

  /// The factors where they are kept, dense, and none of their entries lies far from the others.
  private var evenFactors: [DenseMatrix]? {
    guard let matrices = keptFactors else { return nil }
    let dense = matrices.map { matrix -> DenseMatrix? in
      guard case .dense(let dense) = matrix, !dense.entries.isSpread else { return nil }
      return dense
    }
    return dense.contains(nil) ? nil : dense.compactMap(\.self)
  }
}
