/// Words of wide numbers as `fk_wide_dot` takes them: sign, exponent, limbs.
enum Wide {
  /// Words of a number of so many limbs.
  static func stride(_ limbs: Int) -> Int { limbs + 2 }

  /// How many limbs hold the sum hi + lo exactly (up to 64).
  static func limbs(of value: Extended) -> Int {
    guard value.lo != 0 else { return 1 }
    return min((value.bitWidth + 1) / 64 + 1, 64)
  }

  /// Writes value · 2^exponent to words that are zero.
  static func write(
    _ value: Double,
    _ exponent: Int,
    limbs: Int,
    to words: inout [UInt64],
    at place: Int
  ) {
    guard value != 0 else { return }
    words[place] = value < 0 ? .max : 1
    words[place + 1] = UInt64(bitPattern: Int64(exponent + Int(value.exponent) + 1))
    words[place + 1 + limbs] = 1 << 63 | value.significand.significandBitPattern << 11
  }
}

extension Extended {
  /// Bits from the first to the last that is 1, of a finite number.
  var bitWidth: Int {
    guard hi != 0 else { return 0 }
    guard lo != 0 else { return 53 - Extended.trailingZeros(hi) }
    return Int(hi.exponent) - Int(lo.exponent) + 53 - Extended.trailingZeros(lo)
  }

  private static func trailingZeros(_ value: Double) -> Int {
    min(value.significand.significandBitPattern.trailingZeroBitCount, 52)
  }
}
