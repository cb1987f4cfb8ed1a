extension DoubleDouble {
  /// ln 2 to about 160 bits: a product with a large integer still has 106 right bits.
  static let ln2 = (0.6931471805599453, 2.3190468138462996e-17, 5.707708438416212e-34)
  static let ln10 = DoubleDouble(hi: 2.302585092994046, lo: -2.1707562233822494e-16)
  /// π/2 to about 160 bits.
  static let halfPi = (1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)

  /// The value − count · (a constant in three parts), without losing the bits that cancel.
  func reduced(by count: Double, of parts: (Double, Double, Double)) -> DoubleDouble {
    let first = DoubleDouble.product(count, parts.0)
    let second = DoubleDouble.product(count, parts.1)
    let third = count * parts.2
    let rest = (self + (-first.hi)) + DoubleDouble(-first.lo)
    return rest + DoubleDouble(hi: -second.hi, lo: -second.lo - third)
  }

  /// e^x − 1 for |x| ≤ 0.4.
  ///
  /// ```
  /// e^x − 1 by Taylor's series at x / 256, then eight times s ← 2s + s²
  /// ```
  /// *Source*: Hida, Li and Bailey 2001, section 3.4.
  func smallExpMinusOne() -> DoubleDouble {
    let x = scaled(-8)
    var term = x
    var total = x
    for inverse in DoubleDouble.inverses {
      term = term * x * inverse
      total = total + term
    }
    for _ in 0..<8 {
      total = total * 2 + total * total
    }
    return total
  }

  /// 1/2, 1/3, … 1/11.
  private static let inverses = [
    DoubleDouble(hi: 0.5, lo: 0.0),
    DoubleDouble(hi: 0.3333333333333333, lo: 1.850371707708594e-17),
    DoubleDouble(hi: 0.25, lo: 0.0),
    DoubleDouble(hi: 0.2, lo: -1.1102230246251566e-17),
    DoubleDouble(hi: 0.16666666666666666, lo: 9.25185853854297e-18),
    DoubleDouble(hi: 0.14285714285714285, lo: 7.93016446160826e-18),
    DoubleDouble(hi: 0.125, lo: 0.0),
    DoubleDouble(hi: 0.1111111111111111, lo: 6.1679056923619804e-18),
    DoubleDouble(hi: 0.1, lo: -5.551115123125783e-18),
    DoubleDouble(hi: 0.09090909090909091, lo: -2.523234146875356e-18),
  ]

  /// ln m for m in [0.7, 1.5]; the relative error stays small as m nears 1.
  ///
  /// ```
  /// ln m = 2 (t + t³/3 + t⁵/5 + …),  t = (m − 1)/(m + 1)
  /// ```
  func smallLog() -> DoubleDouble {
    ((self + -1) / (self + 1)).twiceArtanh()
  }

  /// ln (1 + x) for |x| ≤ 0.4, without cancellation near zero.
  func smallLogOfOnePlus() -> DoubleDouble {
    (self / (self + 2)).twiceArtanh()
  }

  /// 2 (t + t³/3 + t⁵/5 + …) for |t| ≤ 0.25.
  private func twiceArtanh() -> DoubleDouble {
    let square = self * self
    var power = self
    var total = self
    for n in 1...27 {
      power = power * square
      // From here on all terms are lost in both parts of the sum.
      if power.hi.magnitude < total.lo.magnitude * 0x1p-55 { break }
      total = total + power / Double(2 * n + 1)
    }
    return total * 2
  }

  /// Sine and cosine for |x| ≤ π/4 by their Taylor series.
  func smallSineAndCosine() -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let square = -(self * self)
    var sineTerm = self
    var sine = self
    var cosineTerm = DoubleDouble(1)
    var cosine = DoubleDouble(1)
    for n in 1...15 {
      let even = Double(2 * n)
      cosineTerm = cosineTerm * square / (even * (even - 1))
      cosine = cosine + cosineTerm
      sineTerm = sineTerm * square / (even * (even + 1))
      sine = sine + sineTerm
    }
    return (sine, cosine)
  }
}
