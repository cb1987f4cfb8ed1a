extension Extended {
  /// Significant decimal digits d₁d₂… and the power of ten of the first: d₁.d₂… · 10^exponent.
  package struct DecimalDigits: Sendable, Hashable {
    package let isNegative: Bool
    /// Each 0…9; the first is 0 only for zero; as many as were asked for.
    package let digits: [UInt8]
    package let exponent: Int
  }

  /// The value rounded to `count` significant digits, halves to even; nil for inf and nan.
  ///
  /// Right in every digit up to 28 (`count` is brought into 1…28) for exponents to about ±2^20;
  /// up to 17 digits for the whole range.
  package func decimalDigits(_ count: Int) -> DecimalDigits? {
    guard isFinite else { return nil }
    let count = min(max(count, 1), 28)
    guard !isZero else {
      return DecimalDigits(
        isNegative: false,
        digits: Array(repeating: 0, count: count),
        exponent: 0
      )
    }
    let size = abs()
    let least = integerPowerOfTen(count - 1)
    // log10 of 2^exponent · hi, with log2(hi) ≈ hi − 1: off by at most one.
    let log2 = Double(exponent) + (size.hi - 1)
    var first = Int((log2 * 0.3010299956639812).floor())
    while true {
      let scaled = size.timesPowerOfTen(count - 1 - first)
      let whole = scaled.roundedToInteger()
      if scaled.exponent > 110 || whole > least * 10 || (whole == least * 10 && scaled.hi == 0) {
        first += 1
      } else if whole < least {
        first -= 1
      } else {
        // 9.99… that rounds up to 10.
        let carried = whole == least * 10
        return DecimalDigits(
          isNegative: isNegative,
          digits: spelled(carried ? least : whole, count: count),
          exponent: carried ? first + 1 : first
        )
      }
    }
  }

  /// The value in decimal: plain for 1e-4 ≤ |v| < 1e6, else like `5.45129014228285e1760`.
  ///
  /// Rounded to `digits` significant digits, trailing zeros dropped; `inf`, `-inf`, `nan` for those.
  package func decimal(digits: Int) -> String {
    guard let number = decimalDigits(digits) else {
      return isNaN ? "nan" : isNegative ? "-inf" : "inf"
    }
    var figures = number.digits
    while figures.count > 1, figures.last == 0 { figures.removeLast() }
    let text = figures.map { String($0) }.joined()
    let sign = number.isNegative ? "-" : ""
    let power = number.exponent
    if power < -4 || power >= 6 {
      let fraction = text.dropFirst()
      return sign + text.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(power)"
    }
    if power < 0 {
      return sign + "0." + String(repeating: "0", count: -power - 1) + text
    }
    let whole = power + 1
    if text.count <= whole {
      return sign + text + String(repeating: "0", count: whole - text.count)
    }
    return sign + text.prefix(whole) + "." + text.dropFirst(whole)
  }

  private func timesPowerOfTen(_ power: Int) -> Extended {
    let ten = Extended.powerOfTen(Int(power.magnitude))
    return power < 0 ? self / ten : self * ten
  }

  /// The nearest integer of a value in [0, 2^110), halves to even.
  private func roundedToInteger() -> UInt128 {
    guard exponent >= -1, exponent <= 110 else { return 0 }
    let value = significand.scaled(exponent)
    let whole = value.floor()
    let rest = ((value - whole) + -0.5).hi
    let lower = UInt128(whole: whole)
    // The scaling has rounded a little: what lies as near to a half as that is a half.
    let doubt = value.hi * 0x1p-98
    if rest.magnitude <= doubt { return lower + (lower & 1) }
    return rest > 0 ? lower + 1 : lower
  }

  private func integerPowerOfTen(_ power: Int) -> UInt128 {
    var value: UInt128 = 1
    for _ in 0..<power { value *= 10 }
    return value
  }

  private func spelled(_ value: UInt128, count: Int) -> [UInt8] {
    var digits = [UInt8](repeating: 0, count: count)
    var rest = value
    for index in stride(from: count - 1, through: 0, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[index] = UInt8(digit)
      rest = quotient
    }
    return digits
  }
}

extension Extended: CustomStringConvertible {
  /// The value to 15 digits.
  package var description: String {
    decimal(digits: 15)
  }
}
