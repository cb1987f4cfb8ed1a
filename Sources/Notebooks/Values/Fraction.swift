import DeepNetworks

/// A number as a fraction of small whole numbers, where it is one.
struct Fraction {
  let numerator: Int
  let denominator: Int

  /// Tries the denominators of short decimals and of halves; nil where none fits to 28 digits.
  init?(_ number: Extended) {
    guard number.isFinite, !number.isZero, number.abs() < Extended(1_000_000) else { return nil }
    let candidates = [1, 2, 4, 8, 16, 32, 64, 10, 100, 1000, 10_000]
    for denominator in candidates {
      let scaled = number * Extended(denominator)
      let whole = scaled.round()
      guard let numerator = whole.integer,
        (scaled - whole).abs() <= scaled.abs() * Extended(1e-28)
      else { continue }
      let divisor = Self.greatestCommonDivisor(abs(numerator), denominator)
      self.numerator = numerator / divisor
      self.denominator = denominator / divisor
      return
    }
    return nil
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
