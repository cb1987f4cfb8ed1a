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

  /// ln m for m in [0.7, 1.5]; the relative error stays near 2^-100 as m nears 1.
  ///
  /// ```
  /// ln m = ln c + 2 artanh t,  t = (m − c)/(m + c),  c = 1 within 1/16 of it, else the nearest 64th
  /// ```
  func smallLog() -> DoubleDouble {
    if (hi - 1).magnitude <= 0x1p-4 { return ((self + -1) / (self + 1)).twiceArtanh() }
    let place = Int((hi * 64).nearest())
    let c = Double(place) / 64
    return Self.logsOf64ths[place - Self.first64th] + ((self + -c) / (self + c)).twiceArtanh()
  }

  /// ln (1 + x) for |x| ≤ 0.4, without cancellation near zero.
  func smallLogOfOnePlus() -> DoubleDouble {
    hi.magnitude <= 0x1p-4 ? (self / (self + 2)).twiceArtanh() : (self + 1).smallLog()
  }

  /// 2 artanh t for |t| ≤ 1/30.
  ///
  /// ```
  /// 2 t (1 + q/3 + q²/5 + … + q^10/21),  q = t²
  /// ```
  /// From q^6 on a double has the bits that count.
  private func twiceArtanh() -> DoubleDouble {
    let q = self * self
    let x = q.hi
    let tail = 1.0 / 13 + x * (1.0 / 15 + x * (1.0 / 17 + x * (1.0 / 19 + x * (1.0 / 21))))
    var sum = DoubleDouble(tail)
    for inverse in Self.oddInverses { sum = sum * q + inverse }
    return (self + self * (sum * q)) * 2
  }

  /// 1/11, 1/9, … 1/3.
  private static let oddInverses = [11.0, 9, 7, 5, 3].map { DoubleDouble(1) / $0 }

  /// The natural logarithms of 44/64 to 97/64.
  ///
  /// ```
  /// 2 (t + t³/3 + t⁵/5 + …),  t = (c − 1)/(c + 1)
  /// ```
  private static let logsOf64ths = (first64th...97).map { place in
    let c = DoubleDouble(Double(place) / 64)
    let t = (c + -1) / (c + 1)
    var power = t
    var total = t
    for n in 1...27 {
      power = power * (t * t)
      total = total + power / Double(2 * n + 1)
    }
    return total * 2
  }
  private static let first64th = 44

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
