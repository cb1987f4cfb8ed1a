import DeepNetworks

/// How a wrong number misses the key, where that says something.
enum Miss: Sendable, Hashable {
  /// Ten times too large or small, to the power of so much.
  case powerOfTen(Int)
  /// log10 of the key instead of the key.
  case exponent
  /// Ten to the key instead of the key.
  case notExponent
  case sign
  case reciprocal
  /// Within a tenth of the key.
  case near(isTooLarge: Bool)

  /// nil for a number that is simply another one.
  init?(of given: Extended, key: Extended) {
    guard given.isFinite, key.isFinite, !given.isZero, !key.isZero else { return nil }
    let ratio = given / key
    if ratio.isNegative {
      guard (ratio + .one).abs() <= Self.alike else { return nil }
      self = .sign
      return
    }
    let decades = ratio.abs().log10()
    if decades.abs() < Extended(0.05), (ratio - .one).abs() <= Extended(0.1) {
      self = .near(isTooLarge: given.abs() > key.abs())
      return
    }
    let whole = (decades + Extended(0.5)).floor()
    if let power = whole.integer, power != 0, abs(power) <= 3,
      (decades - whole).abs() <= Extended(0.004)
    {
      self = .powerOfTen(power)
    } else if (key.abs().log10() - given).abs() <= given.abs() * Self.alike {
      self = .exponent
    } else if (given.abs().log10() - key).abs() <= key.abs() * Self.alike {
      self = .notExponent
    } else if (given * key - .one).abs() <= Self.alike {
      self = .reciprocal
    } else {
      return nil
    }
  }

  /// Numbers that differ by less than a hundredth are taken for the same.
  private static let alike = Extended(0.01)
}
