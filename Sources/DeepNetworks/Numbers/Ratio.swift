/// A fraction of whole numbers, exactly: what decimals and their quotients are.
///
/// Not brought to lowest terms; every operation is exact, or nil beyond 4000 bits.
package struct Ratio: Sendable, Hashable {
  let isNegative: Bool
  let numerator: Natural
  let denominator: Natural

  private static let limbLimit = 64

  init?(_ isNegative: Bool, _ numerator: Natural, _ denominator: Natural) {
    guard !denominator.isZero, numerator.limbs.count <= Ratio.limbLimit,
      denominator.limbs.count <= Ratio.limbLimit
    else { return nil }
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The whole number or decimal of at most 28 digits that a number was written as; nil where it is
  /// none.
  ///
  /// With `nearly` it may be 2^-102 of itself away from one of 25 digits, as the result of a few
  /// operations is.
  package init?(_ number: Extended, nearly: Bool = false) {
    let found =
      nearly ? WrittenDecimal(near: number, digits: 25, bits: 102) : WrittenDecimal(number)
    guard let decimal = found else { return nil }
    let ten = Natural(10).power(Int(decimal.power.magnitude))
    let value =
      decimal.power < 0
      ? Ratio(decimal.isNegative, Natural(decimal.whole), ten)
      : Ratio(decimal.isNegative, Natural(decimal.whole) * ten, Natural(1))
    guard let value else { return nil }
    self = value
  }

  /// Whether two fractions are the same number, whatever their terms.
  package func isEqual(to other: Ratio) -> Bool {
    (isNegative == other.isNegative || numerator.isZero)
      && numerator * other.denominator == other.numerator * denominator
  }

  static func == (ratio: Ratio, decimal: WrittenDecimal) -> Bool {
    let ten = Natural(10).power(Int(decimal.power.magnitude))
    let whole = Natural(decimal.whole)
    return (ratio.isNegative == decimal.isNegative || ratio.numerator.isZero)
      && (decimal.power < 0
        ? ratio.numerator * ten == whole * ratio.denominator
        : ratio.numerator == whole * ten * ratio.denominator)
  }

  /// The number, right to about 2^-104; a short decimal as it would be written.
  package var extended: Extended {
    let size = numerator.extended / denominator.extended
    let value = isNegative ? -size : size
    guard value.isFinite, let decimal = WrittenDecimal(near: value) else { return wholeOr(value) }
    if self == decimal { return decimal.value }
    return decimal.value == value ? value.apartFromDecimals : wholeOr(value)
  }

  /// A whole number is itself, whatever the quotient's rounding.
  private func wholeOr(_ value: Extended) -> Extended {
    let whole = value.abs().round()
    guard whole.exponent < 104 else { return value }
    let parts = whole.significand.scaled(whole.exponent)
    guard Natural(UInt128(whole: parts)) * denominator == numerator else {
      return value
    }
    return isNegative ? -whole : whole
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
