import DeepNetworks

/// How a wrong answer misses the key, where that says something.
enum Miss: Sendable, Hashable {
  /// Ten times too large or small, to the power of so much.
  case powerOfTen(Int)
  /// The same below 0, where what is larger in size is the smaller number.
  case powerOfTenInSize(Int)
  /// log10 of the key instead of the key.
  case exponent
  /// Ten to the key instead of the key.
  case notExponent
  case sign
  case reciprocal
  /// Within a tenth of the key.
  case near(Side)
  /// The key with too few digits.
  case rounded
  /// Choices that are right, and more are.
  case incomplete
  /// Choices of which so many are right.
  case mixed(right: Int, of: Int)

  /// Where a number lies beside the key; below 0 the larger number is the smaller one.
  enum Side: Sendable, Hashable { case tooLarge, tooSmall, tooHigh, tooLow }

  /// nil for a number that is simply another one.
  init?(of given: Extended, key: Extended) {
    guard given.isFinite, key.isFinite, !given.isZero, !key.isZero else { return nil }
    let ratio = given / key
    if ratio.isNegative {
      guard (ratio + .one).abs() <= Self.alike else { return nil }
      self = .sign
      return
    }
    if (ratio - .one).abs() <= Extended(0.1) {
      self = .near(
        key.isNegative
          ? (given > key ? .tooHigh : .tooLow) : (given > key ? .tooLarge : .tooSmall)
      )
    } else if let power = Self.powers.first(where: { Self.isNear(ratio, $0.value) }) {
      self = key.isNegative ? .powerOfTenInSize(power.exponent) : .powerOfTen(power.exponent)
    } else if Self.isLogarithm(given, of: key) {
      self = .exponent
    } else if Self.isLogarithm(key, of: given) {
      self = .notExponent
    } else if (given * key - .one).abs() <= Self.alike {
      self = .reciprocal
    } else {
      return nil
    }
  }

  /// The powers of ten by which somebody is taken to have slipped.
  private static let powers = [-3, -2, -1, 1, 2, 3].map { exponent in
    (exponent: exponent, value: Extended(10).power(integer: exponent))
  }

  /// Whether a ratio is a power of ten but for 0.004 of a decade.
  private static func isNear(_ ratio: Extended, _ power: Extended) -> Bool {
    let rest = ratio / power
    // 10^0.004 is 1.0093.
    return (rest - .one).abs() < alike && rest.log10().abs() <= Extended(0.004)
  }

  /// Whether a number is alike log10 of another; a negative one has none.
  private static func isLogarithm(_ number: Extended, of other: Extended) -> Bool {
    guard !other.isNegative else { return false }
    // The exponent of 2 says it to a third, and most numbers are far from that.
    let floor = 0.3010299956639812 * Double(other.exponent)
    let room = 0.02 * abs(number.double) + 0.001
    guard (floor - room...floor + 0.31 + room).contains(number.double) else { return false }
    return (other.log10() - number).abs() <= number.abs() * alike
  }

  /// Numbers that differ by less than a hundredth are taken for the same.
  private static let alike = Extended(0.01)
}
