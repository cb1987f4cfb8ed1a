// Exact operations on bits, in place of calls of the C library.

extension Double {
  /// 2^power for −1022 ≤ power ≤ 1023.
  @inline(__always)
  static func powerOfTwo(_ power: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: power + 1023) << 52)
  }

  /// The value times 2^power for any power, rounded once where it becomes subnormal.
  func scaled(_ power: Int) -> Double {
    if power >= -1022 && power <= 1023 {
      return self * .powerOfTwo(power)
    }
    guard self != 0, isFinite else { return self }
    if power > 0 {
      return (self * .powerOfTwo(1023)).scaled(min(power, 3200) - 1023)
    }
    // The significand in [1, 2) first, so that only the last product can round.
    let total = power + Int(exponent)
    let unit = self < 0 ? -significand : significand
    if total >= -1022 { return unit * .powerOfTwo(min(total, 1023)) }
    guard total >= -1080 else { return unit * 0 }
    return unit * .powerOfTwo(total + 100) * .powerOfTwo(-100)
  }

  /// The largest integer not above the value.
  func floor() -> Double {
    // Beyond 2^52 every double is an integer; nan fails the comparison as well.
    guard magnitude < 0x1p52 else { return self }
    let whole = Double(Int64(self))
    return whole > self ? whole - 1 : whole
  }

  /// The nearest integer, halves to even.
  func nearest() -> Double {
    guard magnitude < 0x1p51 else { return self }
    // At 1.5 · 2^52 the last place is 1, so the sum rounds to an integer.
    return (self + 0x1.8p52) - 0x1.8p52
  }
}
