/// The one way that fathom writes a number.
///
/// Plain notation for 1e-4 ≤ |v| < 1e6 (`2216.84`, `0.5`), beyond it `5.45129e1760`; no trailing zeros after the
/// point, never `-0`, the same in every locale. Rounded to nearest, ties to even; right to the last of 15
/// digits up to exponents of ±2^40, except that a value within a relative 1e-24 of a tie may go either way.
package enum NumberText {
  /// `(significand + tail) · 2^exponent` to `digits` significant digits, at most 15.
  package static func short(
    significand: Double,
    tail: Double = 0,
    exponent: Int,
    digits: Int = 6
  ) -> String {
    if significand.isNaN { return "nan" }
    if significand.isInfinite { return significand < 0 ? "-inf" : "inf" }
    if significand == 0 { return "0" }
    let isNegative = significand < 0
    let magnitude = ScaledDouble(
      high: isNegative ? -significand : significand,
      low: tail.isFinite ? (isNegative ? -tail : tail) : 0,
      exponent: min(max(exponent, -largestExponent), largestExponent)
    )
    let decimal = Decimal(magnitude, digits: min(max(digits, 1), 15))
    return (isNegative ? "-" : "") + decimal.text
  }

  /// `(significand + tail) · 2^exponent` to 15 significant digits.
  package static func full(significand: Double, tail: Double = 0, exponent: Int) -> String {
    short(significand: significand, tail: tail, exponent: exponent, digits: 15)
  }

  /// A Double to `digits` significant digits.
  package static func short(_ value: Double, digits: Int = 6) -> String {
    short(significand: value, exponent: 0, digits: digits)
  }

  /// A Double to 15 significant digits.
  package static func full(_ value: Double) -> String {
    short(value, digits: 15)
  }

  /// Beyond it powers of ten would lose digits; far more than any engine gives.
  private static let largestExponent = 1 << 44
}

/// `0.d₁d₂… · 10^(exponent+1)`: significant digits and the power of ten of the first.
private struct Decimal {
  let digits: String
  let exponent: Int

  /// The positive `value` rounded to `count` digits.
  init(_ value: ScaledDouble, digits count: Int) {
    // ⌊log10 v⌋ is this or one more: log10 2 as a fraction of 2^64, times the exponent.
    var exponent = Int(value.exponent.multipliedFullWidth(by: 0x4D10_4D42_7DE7_FBCC).high)
    var integer = Decimal.integer(value, power: count - 1 - exponent)
    if integer >= (0..<count).reduce(1, { product, _ in product * 10 }) {
      exponent += 1
      integer = Decimal.integer(value, power: count - 1 - exponent)
    }
    digits = String(integer)
    self.exponent = exponent
  }

  var text: String {
    let significant = digits.droppingTrailingZeros
    guard (-4..<6).contains(exponent) else {
      let fraction = significant.dropFirst()
      return significant.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent)"
    }
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + significant
    }
    let whole = exponent + 1
    if significant.utf8.count <= whole {
      return significant + String(repeating: "0", count: whole - significant.utf8.count)
    }
    return significant.prefix(whole) + "." + significant.dropFirst(whole)
  }

  /// `value · 10^power` rounded to an integer below 10^16, ties to even.
  private static func integer(_ value: ScaledDouble, power: Int) -> Int {
    var scaled = value
    let five = ScaledDouble.power(5, power < 0 ? -power : power)
    scaled = power < 0 ? scaled / five : scaled * five
    scaled.exponent += power
    let high = Double(sign: .plus, exponent: scaled.exponent, significand: scaled.high)
    let low = Double(sign: .plus, exponent: scaled.exponent, significand: scaled.low)
    var whole = Int(high)
    var fraction = (high - Double(whole)) + low
    if fraction < 0 {
      whole -= 1
      fraction += 1
    }
    // A tie has few digits; one that the division missed lies this close.
    let window = high * 0x1p-80
    if fraction > 0.5 + window { return whole + 1 }
    if fraction < 0.5 - window { return whole }
    return whole + (whole & 1)
  }
}

extension String {
  fileprivate var droppingTrailingZeros: String {
    let zeros = utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    return String(prefix(max(1, utf8.count - zeros)))
  }
}
