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
    guard number.lo != 0 || WrittenDecimal.mayBeWritten(number),
      let decimal = WrittenDecimal(near: number, digits: 28, doubt: Self.doubtOfBits),
      decimal.value == number
    else { return nil }
    self = decimal
  }

  /// The decimal of so many digits (28 at most) that a number is, or is but for the rounding of a few
  /// operations: within 2^-bits of itself.
  init?(near number: Extended, digits count: Int = 28, bits: Int = 100) {
    // A numeral of 10^±n is read with an error of n · 2^-104.
    self.init(near: number, digits: count) { size in
      max(1, 2 * Double(size)) * .powerOfTwo(-bits)
    }
  }

  /// 5^0 … 5^32.
  private static let fives = (0..<32).reduce(into: [UInt128(1)]) { $0.append($0[$1] * 5) }

  /// False for doubles that are further from any decimal of 28 digits than `doubtOfBits`: nearly all,
  /// and seen in whole numbers, where a double m · 2^−s · 10^−power has the digits m · 5^power · 2^−s.
  private static func mayBeWritten(_ number: Extended) -> Bool {
    guard number.isFinite, let power = Self.places(of: number.abs()), power >= 0, power <= 31
    else { return true }
    let shift = 52 - number.exponent - power
    guard shift > 0, shift < 120 else { return true }
    let pattern = number.hi.significandBitPattern | 1 << 52
    let size = UInt128(high: 0, low: pattern) &* fives[power]
    let unit = UInt128(high: 0, low: 1) &<< UInt128(high: 0, low: UInt64(shift))
    let rest = size & (unit - 1)
    let doubt = (size &>> UInt128(high: 0, low: 101)) + 1
    return rest <= doubt || unit - rest <= doubt
  }

  /// The places behind the point with which a number has 28 digits, or 29.
  private static func places(of size: Extended, digits count: Int = 28) -> Int? {
    guard size.exponent.magnitude < 1400 else { return nil }
    // log10 of 2^exponent · hi, with log2(hi) ≥ hi − 1: too small by less than 0.03.
    let log2 = Double(size.exponent) + (size.hi - 1)
    return count - 1 - Int((log2 * 0.3010299956639812).floor())
  }

  /// How far, of itself, a number with the very bits of a decimal of power ±n can be seen to be from it.
  ///
  /// With powers of ten that are right to 5 · 2^-106, as those to 10^59 are: a product's 5 · 2^-106
  /// where it is seen and a quotient's 10 · 2^-106 where it was read, in all below 2^-101.
  private static func doubtOfBits(_ n: UInt) -> Double {
    n <= 31 ? 0x1p-101 : Double(n) * 0x1p-101
  }

  /// The decimal of so many digits that a number is, but for `doubt` of itself, which depends on the
  /// size of the power of ten and never falls with it.
  private init?(near number: Extended, digits count: Int, doubt: (UInt) -> Double) {
    guard number.isFinite, !number.isZero else {
      guard number.isZero else { return nil }
      self.init(isNegative: false, 0, power: 0)
      return
    }
    let size = number.abs()
    guard let places = Self.places(of: size, digits: count) else { return nil }
    var power = -places
    var (whole, rest) = WrittenDecimal.units(size, power)
    if whole >= WrittenDecimal.limits[count] || rest.isInfinite {
      power += 1
      (whole, rest) = WrittenDecimal.units(size, power)
    }
    func isNear(_ power: Int) -> Bool {
      rest.magnitude <= whole.nearestDouble * doubt(power.magnitude)
    }
    // Before any division: without its last zeros a decimal has another power, this far at most.
    guard isNear(max(-power, power + count)), whole < WrittenDecimal.limits[count],
      let decimal = WrittenDecimal(isNegative: number.isNegative, whole, power: power),
      isNear(decimal.power)
    else { return nil }
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
    return (UInt128(whole: whole), rest.hi)
  }

  /// The bits that a numeral with these digits gets.
  var value: Extended {
    let size = Extended(whole.doubleDouble, exponent: 0)
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
