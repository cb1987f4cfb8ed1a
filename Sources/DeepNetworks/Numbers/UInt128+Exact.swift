// 128-bit integers without the library's generic conversions and shifts: those aren't specialised
// outside of it, and take twenty times as long.

extension UInt128 {
  /// high · 2^64 + low.
  @inline(__always)
  init(high: UInt64, low: UInt64) {
    self.init(_low: low, _high: high)
  }

  /// The value of a whole double-double, 0 or above and below 2^127.
  init(whole value: DoubleDouble) {
    let low = UInt128(size: value.lo)
    let high = UInt128(size: value.hi)
    self = value.lo < 0 ? high - low : high + low
  }

  /// The size of a whole double below 2^127.
  private init(size value: Double) {
    guard value.magnitude >= 1 else {
      self = 0
      return
    }
    let shift = Int(value.exponent) - 52
    let bits = UInt128(high: 0, low: value.significandBitPattern | (1 << 52))
    let distance = UInt128(high: 0, low: UInt64(shift.magnitude))
    self = shift >= 0 ? bits &<< distance : bits &>> distance
  }

  /// The nearest double, halves to even.
  var nearestDouble: Double {
    let shift = 64 - leadingZeroBitCount
    guard shift > 0 else { return Double(_low) }
    let distance = UInt128(high: 0, low: UInt64(shift))
    let top = self &>> distance
    // 64 bits are eleven more than a double has; the last tells of all that follow.
    let rest: UInt64 = top &<< distance == self ? 0 : 1
    return Double(top._low | rest) * .powerOfTwo(shift)
  }

  /// The nearest double, and the one nearest to what is left.
  var doubleDouble: DoubleDouble {
    let high = nearestDouble
    let near = UInt128(size: high)
    let low = near > self ? -(near - self).nearestDouble : (self - near).nearestDouble
    return DoubleDouble(hi: high, lo: low)
  }
}
