/// A decimal of at most 28 digits, as somebody writes one: ±whole · 10^power.
///
/// No two of them are the same `Extended`, and none but the decimal itself is given its bits: a result
/// that has more digits is kept apart from it (`apartFromDecimals`), so that bits tell what was meant.
struct WrittenDecimal {
  let isNegative: Bool
  /// Not divisible by 10, unless it is 0.
  let whole: UInt128
  let power: Int

  /// 10^0 … 10^28.
  private static let limits = (0..<28).reduce(into: [UInt128(1)]) { $0.append($0[$1] * 10) }

  /// Nil beyond 28 digits or 10^±400.
  init?(isNegative: Bool, _ size: UInt128, power: Int) {
    var (whole, power) = (size, size == 0 ? 0 : power)
    while whole != 0, whole % 10 == 0 { (whole, power) = (whole / 10, power + 1) }
    guard whole < WrittenDecimal.limits[28], power.magnitude <= 400 else { return nil }
    (self.isNegative, self.whole, self.power) = (isNegative && whole != 0, whole, power)
  }

  /// The decimal that has these very bits; nil where none has.
  init?(_ number: Extended) {
    guard let decimal = WrittenDecimal(near: number), decimal.value == number else { return nil }
    self = decimal
  }

  /// The decimal of so many digits (28 at most) that a number is, or is but for the rounding of a few
  /// operations: within 2^-bits of itself.
  init?(near number: Extended, digits count: Int = 28, bits: Int = 100) {
    guard number.isFinite, !number.isZero else {
      guard number.isZero else { return nil }
      self.init(isNegative: false, 0, power: 0)
      return
    }
    guard number.exponent.magnitude < 1400 else { return nil }
    let size = number.abs()
    // log10 of 2^exponent · hi, with log2(hi) ≈ hi − 1: off by at most one.
    let log2 = Double(size.exponent) + (size.hi - 1)
    var power = Int((log2 * 0.3010299956639812).floor()) - (count - 1)
    var (whole, rest) = WrittenDecimal.units(size, power)
    if whole >= WrittenDecimal.limits[count] || rest.isInfinite {
      power += 1
      (whole, rest) = WrittenDecimal.units(size, power)
    }
    guard whole < WrittenDecimal.limits[count],
      let decimal = WrittenDecimal(isNegative: number.isNegative, whole, power: power)
    else { return nil }
    // A numeral of 10^±n is read with an error of n · 2^-104.
    let doubt = max(1, 2 * Double(decimal.power.magnitude)) * .powerOfTwo(-bits)
    guard rest.magnitude <= Double(whole) * doubt else { return nil }
    self = decimal
  }

  /// size / 10^power as a whole number and what is left; infinite for one of more than 100 bits.
  private static func units(_ size: Extended, _ power: Int) -> (UInt128, Double) {
    let ten = Extended.powerOfTen(Int(power.magnitude))
    let scaled = power < 0 ? size * ten : size / ten
    guard scaled.exponent <= 100, scaled.exponent >= 0 else { return (0, .infinity) }
    let value = scaled.significand.scaled(scaled.exponent)
    let whole = (value + 0.5).floor()
    let rest = value - whole
    return (UInt128(whole.hi.int128 + whole.lo.int128), rest.hi)
  }

  /// The bits that a numeral with these digits gets.
  var value: Extended {
    let high = Double(whole)
    let low = Double(Int64(Int128(whole) - high.int128))
    let size = Extended(hi: high, lo: low, exponent: 0)
    guard !size.isZero else { return .zero }
    let ten = Extended.powerOfTen(Int(power.magnitude))
    let value = power < 0 ? size / ten : size * ten
    let isDouble = value.isNearlyDouble && isWritten(by: value.hi, value.exponent)
    let standing = isDouble ? Extended(hi: value.hi, lo: 0, exponent: value.exponent) : value
    return isNegative ? -standing : standing
  }

  /// Whether the digits are those of hi · 2^shift exactly: 15.5 · 2^-24 in decimals has no low part.
  ///
  /// With power = −k: whole = hi · 2^shift · 2^k · 5^k, in whole numbers.
  private func isWritten(by hi: Double, _ shift: Int) -> Bool {
    guard power < 0, shift >= -1100, shift <= 100 else { return false }
    // hi · 2^shift = size · 2^(shift − width)
    let pattern = hi.significandBitPattern
    let width = pattern == 0 ? 0 : 52 - pattern.trailingZeroBitCount
    let size = UInt128(UInt64(hi.scaled(width)))
    let two = shift - width - power
    let left = Natural(whole) * Natural(2).power(max(-two, 0))
    let right = Natural(size) * Natural(5).power(-power) * Natural(2).power(max(two, 0))
    return left == right
  }
}

extension Extended {
  /// The same number where no decimal of at most 28 digits has its bits, else the one next to it: for
  /// a number that is no such decimal.
  var apartFromDecimals: Extended {
    guard isFinite, !isZero, WrittenDecimal(self) != nil else { return self }
    let low = lo == 0 ? hi * 0x1p-106 : hi > 0 ? lo.nextUp : lo.nextDown
    return Extended(hi: hi, lo: low, exponent: exponent)
  }

  /// This result of an operation as the decimal that it is but for its rounding, if `exact` says so;
  /// where `exact` is another number, never as that decimal.
  package func settled(_ exact: () -> Ratio?) -> Extended {
    guard lo != 0, let decimal = WrittenDecimal(near: self), let ratio = exact() else {
      return self
    }
    let value = decimal.value
    if ratio == decimal { return value }
    return value == self ? apartFromDecimals : self
  }
}
