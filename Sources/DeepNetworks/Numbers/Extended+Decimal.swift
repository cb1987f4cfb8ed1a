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
    let size = Extended(10).power(integer: Int(clamping: power.magnitude))
    return power < 0 ? one / size : size
  }
}

extension Extended {
  fileprivate var withoutLow: Extended { Extended(hi: hi, lo: 0, exponent: exponent) }
}

/// The digits and the exponent of a decimal numeral, as they are read.
private struct Numeral {
  private var isNegative = false
  private var digits: UInt128 = 0
  private var exponent = 0

  /// Beyond this many digits more make no difference to 106 bits.
  private static let digitLimit: UInt128 = 100_000_000_000_000_000_000_000_000_000_000

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
      if digits < Numeral.digitLimit {
        digits = digits * 10 + UInt128(byte - UInt8(ascii: "0"))
        exponent -= isFraction ? 1 : 0
      } else {
        exponent += isFraction ? 0 : 1
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
    let high = Double(digits)
    let low = Double(Int64(Int128(digits) - high.int128))
    let size = Extended(hi: high, lo: low, exponent: 0)
    guard !size.isZero else { return .zero }
    let power = Extended.powerOfTen(Int(exponent.magnitude))
    let value = exponent < 0 ? size / power : size * power
    let isDouble = value.isNearlyDouble && isWritten(by: value.hi, value.exponent)
    let standing = isDouble ? value.withoutLow : value
    return isNegative ? -standing : standing
  }

  /// Whether the digits are those of hi · 2^shift exactly: 15.5 · 2^-24 in decimals has no low part.
  ///
  /// With exponent = −k: digits = hi · 2^shift · 2^k · 5^k, in whole numbers.
  private func isWritten(by hi: Double, _ shift: Int) -> Bool {
    guard exponent < 0, exponent >= -400, shift >= -1100, shift <= 100 else { return false }
    // hi · 2^shift = whole · 2^(shift − width)
    let pattern = hi.significandBitPattern
    let width = pattern == 0 ? 0 : 52 - pattern.trailingZeroBitCount
    let whole = UInt128(UInt64(hi.scaled(width)))
    let two = shift - width + Int(exponent.magnitude)
    var left = Natural(digits)
    var right = Natural(whole)
    for _ in 0..<exponent.magnitude { right = right * Natural(5) }
    for _ in 0..<max(-two, 0) { left = left * Natural(2) }
    for _ in 0..<max(two, 0) { right = right * Natural(2) }
    return left == right
  }
}
