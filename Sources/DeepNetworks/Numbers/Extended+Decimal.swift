extension Extended {
  /// The value of a decimal numeral such as `1.1`, `-.5`, `5.`, `1e-3`, `1.5E+10`; nil for other text.
  ///
  /// Right to about 2^-104 (10^±n more: n · 2^-104), so that 1.1 is 11/10 and not the double next
  /// to it. A value beyond
  /// the range is kept as such and refused by `checked()`.
  package init?(decimal text: String) {
    var numeral = Numeral()
    guard numeral.read(Array(text.utf8)) else { return nil }
    self = numeral.value
  }

  /// 10^power, by double-double squaring with the exponent kept apart.
  static func powerOfTen(_ power: Int) -> Extended {
    let size = Int(clamping: power.magnitude)
    let value = size <= 450 ? usualPowers[size] : Extended(10).power(integer: size)
    return power < 0 ? one / value : value
  }

  /// Those that most numerals need.
  private static let usualPowers = (0...450).map { Extended(10).power(integer: $0) }
}

extension Ratio {
  /// The value of a decimal numeral exactly, whatever its digits; nil for other text and beyond 4000
  /// bits.
  package init?(numeral text: String) {
    var numeral = Numeral()
    guard numeral.read(Array(text.utf8)), let ratio = numeral.ratio else { return nil }
    self = ratio
  }
}

/// The digits and the exponent of a decimal numeral, as they are read.
private struct Numeral {
  private var isNegative = false
  /// Those that count, without zeros before them.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// Beyond this many digits it only counts whether some are not 0.
  private static let digitLimit = 800

  /// Reads the whole text; false if it is not a numeral.
  mutating func read(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    readSign(&rest, into: &isNegative)
    let whole = readDigits(&rest, isFraction: false)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = readDigits(&rest, isFraction: true)
    }
    guard whole + fraction > 0 else { return false }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    rest.removeFirst()
    return readExponent(&rest)
  }

  var ratio: Ratio? {
    guard digits.count < Numeral.digitLimit, exponent.magnitude <= 1200 else { return nil }
    var size = Natural(0)
    for digit in digits { size = size * Natural(10) + Natural(UInt128(digit)) }
    let ten = Natural(10).power(Int(exponent.magnitude))
    return exponent < 0
      ? Ratio(isNegative, size, ten) : Ratio(isNegative, size * ten, Natural(1))
  }

  private func readSign(_ rest: inout ArraySlice<UInt8>, into negative: inout Bool) {
    guard let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
      return
    }
    negative = sign == UInt8(ascii: "-")
    rest.removeFirst()
  }

  private mutating func readDigits(_ rest: inout ArraySlice<UInt8>, isFraction: Bool) -> Int {
    var count = 0
    while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      let digit = byte - UInt8(ascii: "0")
      if digits.count < Numeral.digitLimit {
        if digit != 0 || !digits.isEmpty { digits.append(digit) }
        exponent -= isFraction ? 1 : 0
      } else {
        exponent += isFraction ? 0 : 1
        if digit != 0 { digits[Numeral.digitLimit - 1] |= 1 }
      }
      count += 1
      rest.removeFirst()
    }
    return count
  }

  private mutating func readExponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var negative = false
    readSign(&rest, into: &negative)
    guard !rest.isEmpty else { return false }
    var size = 0
    for byte in rest {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return false }
      size = min(size * 10 + Int(byte - UInt8(ascii: "0")), 1 << 50)
    }
    exponent += negative ? -size : size
    return true
  }

  /// digits · 10^exponent.
  var value: Extended {
    var (digits, exponent) = (digits, exponent)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    let first = digits.prefix(Numeral.shortLimit)
    let whole = first.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    let power = exponent + digits.count - first.count
    if first.count == digits.count,
      let short = WrittenDecimal(isNegative: isNegative, whole, power: power)
    {
      return short.value
    }
    let start = Extended(whole.doubleDouble, exponent: 0)
    let ten = Extended.powerOfTen(Int(power.magnitude))
    let near = power < 0 ? start / ten : start * ten
    let value = Numeral.corrected(near, digits, exponent)
    return (isNegative ? -value : value).apartFromDecimals
  }

  /// So many digits of a numeral fit in an Int128.
  private static let shortLimit = 38

  /// hi of the approximation and the rest of digits · 10^exponent beside it, to 53 bits.
  private static func corrected(
    _ near: Extended,
    _ digits: [UInt8],
    _ exponent: Int
  ) -> Extended {
    guard exponent.magnitude <= 1200, near.exponent.magnitude <= 4000 else { return near }
    let whole = digits.reduce(Natural(0)) { $0 * Natural(10) + Natural(UInt128($1)) }
    // hi · 2^e = size · 2^(e − 52)
    let size = Natural(UInt128(UInt64(near.hi.scaled(52))))
    let two = near.exponent - 52
    let tens = Natural(10).power(max(-exponent, 0))
    let left = whole * Natural(10).power(max(exponent, 0)) * Natural(2).power(max(-two, 0))
    let right = size * Natural(2).power(max(two, 0)) * tens
    let isAbove = right < left
    let distance = isAbove ? left - right : right - left
    guard !distance.isZero else { return Extended(hi: near.hi, lo: 0, exponent: near.exponent) }
    let unit = tens.extended * Extended(hi: 1, lo: 0, exponent: max(-two, 0))
    let rest = distance.extended / unit
    let low = rest.hi.scaled(rest.exponent - near.exponent)
    return Extended(hi: near.hi, lo: isAbove ? low : -low, exponent: near.exponent)
  }
}
