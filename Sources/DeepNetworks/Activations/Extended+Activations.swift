// What activations are made of, for numbers beyond doubles.

extension Extended {
  /// ln(1 + e^x).
  func softplus() -> Extended {
    let fallen = (-abs()).exponential()
    // Far out ln(1 + w) = w, which log() would lose beside 1.
    let rest = fallen.exponent < -60 ? fallen : (.one + fallen).log()
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

  /// Φ(x): near zero ½ + φ(0) x, up to 4 ½ + φ(x) (x + x³/3 + x⁵/15 + …), else the tail's continued
  /// fraction.
  ///
  /// *Source*: Abramowitz and Stegun 26.2.11 and 26.2.14.
  func normalProbability() -> Extended {
    guard exponent >= -60 else { return Extended(0.5) + self * normalDensity() }
    let size = abs()
    if exponent < 2 {
      var (term, sum, odd) = (self, self, 1)
      while term.exponent > sum.exponent - 108 {
        odd += 2
        term = term * self * self / Extended(odd)
        sum = sum + term
      }
      return Extended(0.5) + normalDensity() * sum
    }
    var fraction = size
    for k in (1...60).reversed() { fraction = size + Extended(k) / fraction }
    let tail = normalDensity() / fraction
    return isNegative ? tail : .one - tail
  }
}
