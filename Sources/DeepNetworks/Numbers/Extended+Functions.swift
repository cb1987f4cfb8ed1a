import CKernels

extension Extended {
  /// The sine.
  ///
  /// *Domain*: |x| < 2^52; beyond, the digits kept do not say where in a turn x is: nan.
  package func sin() -> Extended {
    guard isFinite, exponent < 52 else { return .nan }
    guard exponent >= -60 else { return tinyOdd(cubic: -1.0 / 6) }
    let (quadrant, sine, cosine) = turned()
    switch quadrant {
    case 0: return Extended(sine)
    case 1: return Extended(cosine)
    case 2: return Extended(-sine)
    default: return Extended(-cosine)
    }
  }

  /// The cosine; the same domain as `sin()`.
  package func cos() -> Extended {
    guard isFinite, exponent < 52 else { return .nan }
    guard exponent >= -60 else { return .one }
    let (quadrant, sine, cosine) = turned()
    switch quadrant {
    case 0: return Extended(cosine)
    case 1: return Extended(-sine)
    case 2: return Extended(-cosine)
    default: return Extended(sine)
    }
  }

  /// x = quadrant · π/2 + r with |r| ≤ π/4: the quadrant modulo 4, sin r and cos r.
  private func turned() -> (quadrant: Int, sine: DoubleDouble, cosine: DoubleDouble) {
    let x = significand.scaled(exponent)
    let count = (x.hi * 0.6366197723675814).nearest()
    let rest = x.reduced(by: count, of: DoubleDouble.halfPi)
    let (sine, cosine) = rest.smallSineAndCosine()
    return (Int(count) & 3, sine, cosine)
  }

  /// x + cubic · x³, an odd function's series near zero.
  private func tinyOdd(cubic: Double) -> Extended {
    self + self * self * self * Extended(cubic)
  }

  /// The logistic function 1/(1 + e^-x), without overflow on either side.
  package func sigmoid() -> Extended {
    guard isFinite else { return isNaN ? self : isNegative ? 0 : 1 }
    let fallen = (-abs()).exponential()
    return (isNegative ? fallen : .one) / (.one + fallen)
  }

  /// The error function, to double precision.
  package func erf() -> Extended {
    guard isFinite else { return isNaN ? self : isNegative ? -1 : 1 }
    guard exponent >= -30 else {
      return self * 2 / Extended.pi.squareRoot()
    }
    guard exponent <= 6 else { return isNegative ? -1 : 1 }
    return Extended(fk_erf1(double))
  }
}
