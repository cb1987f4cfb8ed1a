/// The norm before g of a layer, as it is for one sample by itself.
enum InnerNorm {
  case layer(LayerNorm)
  /// A batch norm with the means and variances that training has kept, of one layer.
  case running(means: [Double], variances: [Double], epsilon: Double)

  /// ε.
  var epsilon: Double {
    switch self {
    case .layer(let norm): norm.epsilon
    case .running(_, _, let epsilon): epsilon
    }
  }

  /// ε as the decimal that it is written as.
  private static let usualEpsilon = Extended(1) / 100_000

  /// 1/√(variance + ε); 0 where both are 0.
  static func inverse(variance: Extended, _ epsilon: Double) -> Extended {
    let spread =
      variance + (epsilon == Structure.usualEpsilon ? usualEpsilon : Extended(epsilon))
    return spread.isZero ? .zero : Extended.one / spread.squareRoot()
  }

  func value(_ u: Vector) -> Vector {
    switch self {
    case .layer(let norm): norm.value(u)
    case .running(let means, _, _): scaled(u.adding(-Vector(means)))
    }
  }

  /// dJ/du from dJ/dz.
  func backpropagated(_ dZ: Vector, at u: Vector) -> Vector {
    switch self {
    case .layer(let norm): norm.backpropagated(dZ, at: u)
    case .running: scaled(dZ)
    }
  }

  /// Each entry over the deviation that is kept of its unit.
  private func scaled(_ v: Vector) -> Vector {
    guard case .running(_, let variances, let epsilon) = self else { return v }
    return Vector(
      zip(v.elements, variances).map { $0 * InnerNorm.inverse(variance: Extended($1), epsilon) }
    )
  }
}
