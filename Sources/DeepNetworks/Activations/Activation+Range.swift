/// g and g′ where z or the result leaves the double range.
///
/// The kernels are right for doubles; a vector whose entries are all huge, all tiny, or whose
/// results all underflow is worked out number by number.
extension Activation {
  /// Applies a kernel, or `distant` to each number where doubles don't reach.
  func graded(
    _ z: Vector,
    _ kernel: ([Double]) -> [Double],
    _ distant: (Extended) -> Extended
  ) -> Vector {
    if !z.isFinite { return Vector(kernel(z.doubles)) }
    if z.exponent > -700, z.exponent < 900 {
      let plain = Vector(kernel(z.saturated))
      if plain.exponent > -900, !plain.isZero || z.isZero { return plain }
    }
    return z.map(distant).rounded
  }

  /// g of a number of any size, to about 1e-15.
  func distantValue(_ z: Extended) -> Extended {
    if z.isModerate { return Extended(values([z.double])[0]) }
    return switch self {
    case .linear, .relu, .leakyReLU, .tanh, .sigmoid: value(z)
    case .elu: z.isNegative ? z.exponentialMinusOne() : z
    case .selu: seluPart(z, below: z.exponentialMinusOne())
    case .gelu: z * z.normalProbability()
    case .silu: z * z.sigmoid()
    case .softplus: z.softplus()
    case .erf: z.erf()
    }
  }

  /// g′ of a number of any size, to about 1e-15.
  func distantDerivative(_ z: Extended) -> Extended {
    if z.isModerate { return Extended(derivatives([z.double])[0]) }
    return switch self {
    case .linear, .relu, .leakyReLU, .tanh, .sigmoid: derivative(at: z)
    case .elu: z.isNegative ? z.exponential() : .one
    case .selu:
      Extended(Activation.seluScale)
        * (z.isNegative ? Extended(Activation.seluSlope) * z.exponential() : .one)
    case .gelu: z.normalProbability() + z * z.normalDensity()
    case .silu: z.sigmoid() * (.one + z * (-z).sigmoid())
    case .softplus: z.sigmoid()
    case .erf: (-(z * z)).exponential() * 2 / Extended.pi.squareRoot()
    }
  }

  private func seluPart(_ z: Extended, below: Extended) -> Extended {
    let scale = Extended(Activation.seluScale)
    return z.isNegative ? scale * Extended(Activation.seluSlope) * below : scale * z
  }
}

extension Extended {
  /// Whether a kernel's double argument and result are certain to be normal.
  fileprivate var isModerate: Bool { exponent > -500 && exponent < 3 }

  /// ln(1 + e^x).
  fileprivate func softplus() -> Extended {
    let fallen = (-abs()).exponential()
    // Far out ln(1 + w) = w, which log() would lose beside 1.
    let rest = fallen.exponent < -60 ? fallen : (.one + fallen).log()
    return isNegative ? rest : self + rest
  }

  /// φ(x) = e^(−x²/2)/√(2π).
  fileprivate func normalDensity() -> Extended {
    (self * self * Extended(-0.5)).exponential() / (Extended.pi * 2).squareRoot()
  }

  /// Φ(x): near zero ½ + φ(0) x, else the tail's continued fraction.
  ///
  /// *Domain*: |x| < 2^-60 or |x| ≥ 8, which is where doubles do not serve.
  /// *Source*: Abramowitz and Stegun 26.2.14.
  fileprivate func normalProbability() -> Extended {
    guard exponent >= 0 else { return Extended(0.5) + self * normalDensity() }
    let size = abs()
    var fraction = size
    for k in (1...60).reversed() { fraction = size + Extended(k) / fraction }
    let tail = normalDensity() / fraction
    return isNegative ? tail : .one - tail
  }
}
