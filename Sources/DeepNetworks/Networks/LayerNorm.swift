/// z = (u − mean u)/√(var u + ε), and what it does to gradients.
struct LayerNorm {
  let epsilon: Double

  /// 1/√(var u + ε); 0 where both are 0.
  private func inverse(_ centred: Vector) -> Extended {
    let spread = centred.sumOfSquares() / Extended(max(centred.count, 1)) + Extended(epsilon)
    return spread.isZero ? .zero : Extended.one / spread.squareRoot()
  }

  func value(_ u: Vector) -> Vector {
    let mean = u.mean()
    let centred = u.map { $0 - mean }
    return centred.scaled(by: inverse(centred))
  }

  /// dJ/du = (dJ/dz − mean dJ/dz − z mean(z dJ/dz))/√(var u + ε).
  func backpropagated(_ dZ: Vector, at u: Vector) -> Vector {
    let mean = u.mean()
    let centred = u.map { $0 - mean }
    let scale = inverse(centred)
    let z = centred.scaled(by: scale)
    let dMean = dZ.mean()
    let along = dZ.product(z) / Extended(max(u.count, 1))
    let rest = dZ.map { $0 - dMean }.adding(-z.scaled(by: along))
    return rest.scaled(by: scale)
  }

  /// dz/du · W, for W of dense entries.
  func jacobian(_ matrix: Matrix, at u: Vector) -> Matrix {
    let dense = matrix.dense
    let columns = (0..<dense.columns).map { j in
      backpropagated(matrix.column(j), at: u)  // dz/du is symmetric
    }
    let entries = (0..<dense.rows).map { i in columns.map { $0[i] } }
    return .dense(
      DenseMatrix(unchecked: dense.rows, dense.columns, Vector(entries.flatMap { $0 }))
    )
  }
}
