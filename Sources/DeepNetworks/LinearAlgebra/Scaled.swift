/// Numbers with one exponent that are not in canonical form yet.
struct Scaled {
  var hi: [Double]
  /// Empty, or as long as `hi`.
  var lo: [Double]
  var exponent: Int

  /// Multiplies by the power of two that brings the largest |hi| into [1, 2).
  ///
  /// Exact.
  ///
  /// With an inf or nan among them the numbers become plain doubles with exponent 0.
  mutating func normalise() {
    var largest = 0.0
    var doubt = 0.0  // 0 while all is finite: inf − inf and nan − nan are nan
    for value in hi {
      largest = max(largest, value.magnitude)
      doubt += value - value
    }
    guard doubt == 0 else {
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
    multiply(by: -shift)
    exponent = Extended.bounded(exponent + shift)
  }

  private mutating func multiply(by power: Int) {
    guard power != 0 else { return }
    guard power >= -1022, power <= 1023 else {
      for index in hi.indices { hi[index] = hi[index].scaled(power) }
      for index in lo.indices { lo[index] = lo[index].scaled(power) }
      return
    }
    let factor = Double.powerOfTwo(power)
    for index in hi.indices { hi[index] *= factor }
    for index in lo.indices { lo[index] *= factor }
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
