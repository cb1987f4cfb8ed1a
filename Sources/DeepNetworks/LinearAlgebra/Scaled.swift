import CKernels

/// Numbers with one exponent that are not in canonical form yet.
struct Scaled {
  var hi: [Double]
  /// Empty, or as long as `hi`.
  var lo: [Double]
  var exponent: Int
  /// Empty, or what each entry's own exponent adds.
  var shifts: [Int] = []

  /// How far below the largest entry one exponent reaches: low parts, 2^-106 smaller, stay normal.
  static let reach = 900

  init(hi: [Double], lo: [Double], exponent: Int) {
    self.hi = hi
    self.lo = lo
    self.exponent = exponent
  }

  /// Multiplies by the power of two that brings the largest |hi| into [1, 2); where an entry lies
  /// more than 2^900 below, each by its own.
  ///
  /// Exact.
  ///
  /// With an inf or nan among them the numbers become plain doubles with exponent 0.
  mutating func normalise() {
    let largest = fk_maxabs(hi, hi.count)
    guard largest.isFinite else {
      spell()
      return
    }
    dropEmptyLow()
    guard largest > 0 else {
      exponent = 0
      lo = []
      return
    }
    let shift = Int(largest.exponent)
    let least = fk_minabs(hi, hi.count)
    if least == 0 || Int(least.exponent) < shift - Scaled.reach,
      hi.contains(where: { $0 != 0 && Int($0.exponent) < shift - Scaled.reach })
    {
      spread(below: shift)
    } else {
      multiply(by: -shift)
    }
    exponent = Extended.bounded(exponent + shift)
  }

  private mutating func spread(below top: Int) {
    shifts = [Int](repeating: 0, count: hi.count)
    for index in hi.indices where hi[index] != 0 {
      let own = Int(hi[index].exponent)
      hi[index] = hi[index].scaled(-own)
      if !lo.isEmpty { lo[index] = lo[index].scaled(-own) }
      shifts[index] = own - top
    }
    dropEmptyLow()
  }

  private mutating func multiply(by power: Int) {
    guard power != 0 else { return }
    guard power >= -1022, power <= 1023 else {
      for index in hi.indices { hi[index] = hi[index].scaled(power) }
      for index in lo.indices { lo[index] = lo[index].scaled(power) }
      return
    }
    let factor = Double.powerOfTwo(power)
    fk_scale(&hi, factor, hi, hi.count)
    fk_scale(&lo, factor, lo, lo.count)
  }

  private mutating func dropEmptyLow() {
    if !lo.isEmpty, lo.allSatisfy({ $0 == 0 }) { lo = [] }
  }

  private mutating func spell() {
    let power = min(max(exponent, -2200), 2200)
    for index in hi.indices { hi[index] = hi[index].scaled(power) }
    lo = []
    exponent = 0
  }
}
