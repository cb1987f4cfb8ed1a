extension Extended {
  /// x^n by repeated squaring; 0^0 = 1.
  ///
  /// The relative error is about |n| · 2^-104.
  ///
  /// *Source*: the binary method, Knuth TAOCP 2 §4.6.3.
  package func power(integer n: Int) -> Extended {
    if n < 0 {
      return Extended.one / power(magnitude: n.magnitude)
    }
    return power(magnitude: n.magnitude)
  }

  private func power(magnitude n: UInt) -> Extended {
    var result = Extended.one
    var square = self
    var rest = n
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// x^y: by squaring for an integer |y| ≤ 2^40, else e^(y ln x), whose error does not grow with y.
  ///
  /// *Domain*: x ≥ 0, or y an integer; otherwise nan. 0 to a negative power is infinite.
  /// *Throws*: `ExtendedRangeError` where the result leaves 2^±2^40.
  package func power(_ y: Extended) throws(ExtendedRangeError) -> Extended {
    guard isFinite, y.isFinite else { return .nan }
    if let n = y.integer, n.magnitude <= 1 << 40 { return try power(integer: n).checked() }
    guard !isZero else { return y.isNegative ? .infinity : .zero }
    if self == .one { return self }
    if y.isInteger {
      // An odd power keeps the sign; an integer beyond Int may still have its last bit.
      let isOdd = !(y * Extended(0.5)).isInteger
      let size = try (abs().log() * y).exponential().checked()
      return isNegative && isOdd ? -size : size
    }
    guard !isNegative else { return .nan }
    return try (log() * y).exponential().checked()
  }

  /// e^x.
  ///
  /// *Throws*: `ExtendedRangeError` where the result leaves 2^±2^40.
  package func exp() throws(ExtendedRangeError) -> Extended {
    try exponential().checked()
  }

  /// e^x, with an exponent far out of range instead of an error.
  ///
  /// ```
  /// e^x = 2^k e^r,  k = round(x / ln 2),  r = x − k ln 2
  /// ```
  package func exponential() -> Extended {
    guard isFinite else { return isNegative ? .zero : self }
    guard exponent >= -120 else { return .one + self }
    let bound = Extended.exponentBound
    guard exponent <= 58 else {
      return Extended(canonicalHi: 1, lo: 0, exponent: isNegative ? -bound : bound)
    }
    let x = significand.scaled(exponent)
    let count = (x.hi * 1.4426950408889634).nearest()
    let rest = x.reduced(by: count, of: DoubleDouble.ln2)
    return Extended(rest.smallExpMinusOne() + 1, exponent: Int(count))
  }

  /// e^x − 1, without cancellation near zero.
  func exponentialMinusOne() -> Extended {
    guard exponent < -2, isFinite else { return exponential() - .one }
    guard exponent >= -200 else { return self }
    return Extended(significand.scaled(exponent).smallExpMinusOne())
  }

  /// ln(1 + x), without cancellation near zero.
  package func logOfOnePlus() -> Extended {
    guard exponent < -2, isFinite else { return (.one + self).log() }
    guard exponent >= -200 else { return self }
    return Extended(significand.scaled(exponent).smallLogOfOnePlus())
  }

  /// The natural logarithm of x > 0, right to about 2^-100; −∞ at zero, nan below.
  package func log() -> Extended {
    guard isFinite, hi > 0 else { return isZero ? -.infinity : hi == .infinity ? self : .nan }
    // m in [√½, √2), so that nothing cancels between ln m and the exponent's part.
    let isUpper = hi > 1.4142135623730951
    let m = isUpper ? significand.scaled(-1) : significand
    let power = Double(isUpper ? exponent + 1 : exponent)
    let (first, second, _) = DoubleDouble.ln2
    return Extended(DoubleDouble(hi: first, lo: second) * power + m.smallLog())
  }

  /// The logarithm to base 10 of x > 0; an integer exactly where x is that power of ten.
  package func log10() -> Extended {
    guard isFinite, hi > 0 else { return log() }
    let value = log() / Extended(DoubleDouble.ln10)
    let nearest = value.round()
    guard let power = nearest.integer, power.magnitude <= 40,
      Extended.powerOfTen(power) == self
    else { return value }
    return nearest
  }

  /// The logarithm to base 2 of x > 0; an integer exactly where x is that power of two.
  package func log2() -> Extended {
    guard isFinite, hi > 0 else { return log() }
    guard significand != DoubleDouble(1) else { return Extended(exponent) }
    let (first, second, _) = DoubleDouble.ln2
    return log() / Extended(DoubleDouble(hi: first, lo: second))
  }
}
