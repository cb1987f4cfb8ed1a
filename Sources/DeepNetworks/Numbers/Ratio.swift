/// A fraction of whole numbers, exactly: what decimals and their quotients are.
///
/// Not brought to lowest terms; every operation is exact, or nil beyond 4000 bits.
package struct Ratio: Sendable, Hashable {
  private let isNegative: Bool
  private let numerator: Natural
  private let denominator: Natural

  private static let limbLimit = 64

  private init?(_ isNegative: Bool, _ numerator: Natural, _ denominator: Natural) {
    guard !denominator.isZero, numerator.limbs.count <= Ratio.limbLimit,
      denominator.limbs.count <= Ratio.limbLimit
    else { return nil }
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The whole number or decimal of at most 28 digits that a number was written as.
  ///
  /// Nil where it is none: no two decimals so short are the same number. With `nearly` the number
  /// may be 2^-102 of itself away from it, as the result of a few operations is.
  package init?(_ number: Extended, nearly: Bool = false) {
    guard let decimal = Ratio.decimal(number, nearly: nearly) else { return nil }
    let ten = (0..<decimal.power.magnitude).reduce(Natural(1)) { size, _ in size * Natural(10) }
    let value =
      decimal.power < 0
      ? Ratio(decimal.isNegative, Natural(decimal.whole), ten)
      : Ratio(decimal.isNegative, Natural(decimal.whole) * ten, Natural(1))
    guard let value else { return nil }
    self = value
  }

  /// The same as ±whole · 10^power.
  static func decimal(
    _ number: Extended,
    nearly: Bool
  ) -> (isNegative: Bool, whole: UInt128, power: Int)? {
    guard let digits = number.decimalDigits(nearly ? 25 : 28) else { return nil }
    var whole = digits.digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    var power = digits.exponent - (digits.digits.count - 1)
    while whole != 0, whole % 10 == 0 { (whole, power) = (whole / 10, power + 1) }
    guard power.magnitude <= 400 else { return nil }
    let size = Natural(whole).extended * Extended.powerOfTen(power)
    let distance = ((digits.isNegative ? -size : size) - number).abs()
    // A numeral of 10^±n is read with an error of n · 2^-104.
    let doubt = Int.bitWidth - power.magnitude.leadingZeroBitCount - (nearly ? 102 : 104)
    guard distance.isZero || distance.exponent < number.exponent + doubt else { return nil }
    return (digits.isNegative, whole, power)
  }

  /// The number, right to about 2^-104.
  package var extended: Extended {
    let size = numerator.extended / denominator.extended
    // A whole number is itself, whatever the quotient's rounding.
    let whole = size.round()
    if whole.exponent < 104 {
      let value = whole.significand.scaled(whole.exponent)
      if Natural(UInt128(value.hi.int128 + value.lo.int128)) * denominator == numerator {
        return isNegative ? -whole : whole
      }
    }
    return isNegative ? -size : size
  }

  /// The sum of numbers that are decimals but for their rounding, exactly; nil for others.
  static func sum(_ terms: [Extended]) -> Extended? {
    var total = Ratio(.zero)
    for term in terms {
      guard let sum = total, let next = Ratio(term, nearly: true) else { return nil }
      total = sum + next
    }
    return total?.extended
  }

  package static func + (left: Ratio, right: Ratio) -> Ratio? {
    if left.denominator == right.denominator, left.isNegative == right.isNegative {
      return Ratio(left.isNegative, left.numerator + right.numerator, left.denominator)
    }
    let (a, b) = (left.numerator * right.denominator, right.numerator * left.denominator)
    let whole = left.denominator * right.denominator
    guard left.isNegative != right.isNegative else { return Ratio(left.isNegative, a + b, whole) }
    return a < b ? Ratio(right.isNegative, b - a, whole) : Ratio(left.isNegative, a - b, whole)
  }

  package static func * (left: Ratio, right: Ratio) -> Ratio? {
    Ratio(
      left.isNegative != right.isNegative,
      left.numerator * right.numerator,
      left.denominator * right.denominator
    )
  }

  /// 1/x; nil for 0.
  package var inverse: Ratio? { Ratio(isNegative, denominator, numerator) }

  package static prefix func - (value: Ratio) -> Ratio? {
    Ratio(!value.isNegative, value.numerator, value.denominator)
  }

  /// x^n by squaring; nil for 0 to a negative power.
  package func power(_ n: Int) -> Ratio? {
    guard n.magnitude <= 4000, var square = n < 0 ? inverse : self else { return nil }
    var result: Ratio? = Ratio(false, Natural(1), Natural(1))
    var rest = n.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result.flatMap { $0 * square } }
      rest >>= 1
      if rest > 0 {
        guard let next = square * square else { return nil }
        square = next
      }
    }
    return result
  }
}

extension Extended {
  /// Whether only its last bits keep the number from being a double: a result that may be one but
  /// for its rounding.
  package var isNearlyDouble: Bool { lo != 0 && lo.magnitude < 0x1p-96 }
}
