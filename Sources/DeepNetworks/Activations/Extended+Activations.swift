// What activations are made of, for numbers beyond doubles.

extension Extended {
  /// ln(1 + e^x).
  func softplus() -> Extended {
    let fallen = (-abs()).exponential()
    let rest = fallen.logOfOnePlus()
    return isNegative ? rest : self + rest
  }

  /// tanh x.
  ///
  /// *Domain*: as `ActivationTraits.Reach`.
  func hyperbolicTangent() -> Extended {
    guard exponent >= -60 else { return self }  // x − x³/3 …
    let fallen = (abs() * -2).exponential()
    let size = (.one - fallen) / (.one + fallen)
    return isNegative ? -size : size
  }

  /// sech² x = 4 w/(1 + w)², w = e^(−2|x|).
  func squaredSecant() -> Extended {
    let fallen = (abs() * -2).exponential()
    return fallen * 4 / ((.one + fallen) * (.one + fallen))
  }

  /// φ(x) = e^(−x²/2)/√(2π).
  func normalDensity() -> Extended {
    (self * self * Extended(-0.5)).exponential() / (Extended.pi * 2).squareRoot()
  }

  /// Φ(x): up to 4 ½ + φ(x) (x + x³/3 + x⁵/15 + …), else by the tail.
  func normalProbability() -> Extended {
    guard exponent >= 2 else { return Extended(0.5) + normalAboveHalf() }
    return isNegative ? normalTail() : .one - normalTail()
  }

  /// Φ(x) − ½ for |x| < 4, without cancellation near zero.
  ///
  /// *Source*: Abramowitz and Stegun 26.2.11.
  private func normalAboveHalf() -> Extended {
    guard exponent >= -60 else { return self * normalDensity() }
    let x = significand.scaled(exponent)
    let square = x * x
    var (term, sum, odd) = (x, x, 1.0)
    while term.hi.magnitude > sum.hi.magnitude * 0x1p-108 {
      odd += 2
      term = term * square / odd
      sum = sum + term
    }
    return normalDensity() * Extended(sum)
  }

  /// 1 − Φ(|x|) for |x| ≥ 4, by its continued fraction.
  ///
  /// *Source*: Abramowitz and Stegun 26.2.14.
  private func normalTail() -> Extended {
    let size = abs()
    var fraction = size
    for k in (1...60).reversed() { fraction = size + Extended(k) / fraction }
    return normalDensity() / fraction
  }

  /// erf x = 2 Φ(√2 x) − 1, to about 30 digits.
  func preciseErf() -> Extended {
    let x = self * Extended(2).squareRoot()
    guard x.exponent >= 2 else { return x.normalAboveHalf() * 2 }
    let size = .one - x.normalTail() * 2
    return isNegative ? -size : size
  }

  /// tanh x = t/(t + 2), t = e^2x − 1, to about 30 digits.
  func preciseTangent() -> Extended {
    guard exponent < 7 else { return isNegative ? -.one : .one }
    let raised = (abs() * 2).exponentialMinusOne()
    let size = raised / (raised + 2)
    return isNegative ? -size : size
  }
}
