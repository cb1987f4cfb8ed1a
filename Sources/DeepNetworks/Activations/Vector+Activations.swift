extension Vector {
  /// The entries, those below zero times a slope.
  func belowZero(times factor: Extended) -> Vector {
    let slope = factor.double
    if isSpread || (slope != 0 && slope.magnitude < 0x1p-60 && isFinite) {
      return map { $0.isNegative ? $0 * factor : $0 }
    }
    let exact = factor.significand.scaled(factor.exponent)
    var high = hi
    var low = lo
    if lo.isEmpty, slope != 0, slope.magnitude != 1 { low = [Double](repeating: 0, count: count) }
    for index in hi.indices where hi[index] < 0 {
      guard slope != 0, hi[index].isFinite else {
        high[index] = slope == 0 ? 0 : hi[index] * slope
        if !low.isEmpty { low[index] = 0 }
        continue
      }
      let product = lane(index) * exact
      high[index] = product.hi
      if !low.isEmpty { low[index] = product.lo }
    }
    return Vector(hi: high, lo: low, exponent: exponent)
  }

  /// 1 where an entry is above zero, `slope` elsewhere; nan stays nan.
  func slopes(below slope: Extended) -> Vector {
    guard slope.lo != 0, isFinite else {
      let slope = slope.double
      return Vector(hi.map { $0 > 0 ? 1 : $0.isNaN ? $0 : slope })
    }
    return Vector(hi.map { $0 > 0 ? .one : slope })
  }

  /// Entry products in float64, for equal lengths.
  func plainProduct(_ other: Vector) -> Vector {
    guard isFinite, other.isFinite else {
      return Vector(zip(doubles, other.doubles).map { $0 * $1 })
    }
    guard !isSpread, !other.isSpread else { return entryProduct(other).rounded }
    var result = hi
    var least = Double.infinity
    for index in result.indices {
      result[index] *= other.hi[index]
      least = min(least, result[index].magnitude)
    }
    if least < 0x1p-890,
      hi.indices.contains(where: {
        result[$0].magnitude < 0x1p-890 && hi[$0] != 0 && other.hi[$0] != 0
      })
    {
      return entryProduct(other).rounded
    }
    return Vector(hi: result, lo: [], exponent: exponent + other.exponent)
  }
}
