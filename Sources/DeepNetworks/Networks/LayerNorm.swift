/// z = (u − mean u)/√(var u + ε), and what it does to gradients.
struct LayerNorm {
  let epsilon: Double

  /// 1/√(var u + ε); 0 where both are 0.
  private func inverse(_ centred: Vector) -> Extended {
    let variance = centred.sumOfSquares() / Extended(max(centred.count, 1))
    return InnerNorm.inverse(variance: variance, epsilon)
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
    // Σ zᵢ is 0, so that dJ/dz counts from its mean on: equal entries leave nothing at all.
    let rising = dZ.map { $0 - dMean }
    let along = rising.product(z) / Extended(max(u.count, 1))
    let rest = rising.adding(-z.scaled(by: along))
    return rest.scaled(by: scale)
  }
}
