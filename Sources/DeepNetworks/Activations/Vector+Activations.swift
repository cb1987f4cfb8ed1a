import CKernels

extension Vector {
  /// The entries, those below zero times a slope.
  func belowZero(times slope: Double) -> Vector {
    if isSpread || (slope != 0 && slope.magnitude < 0x1p-60 && isFinite) {
      let factor = Extended(slope)
      return map { $0.isNegative ? $0 * factor : $0 }
    }
    var high = hi
    var low = lo
    if lo.isEmpty, slope != 0, slope.magnitude != 1 { low = [Double](repeating: 0, count: count) }
    for index in hi.indices where hi[index] < 0 {
      guard slope != 0, hi[index].isFinite else {
        high[index] = slope == 0 ? 0 : hi[index] * slope
        if !low.isEmpty { low[index] = 0 }
        continue
      }
      let product = lane(index) * slope
      high[index] = product.hi
      if !low.isEmpty { low[index] = product.lo }
    }
    return Vector(hi: high, lo: low, exponent: exponent)
  }

  /// 1 where an entry is above zero, `slope` elsewhere; nan stays nan.
  func slopes(below slope: Double) -> Vector {
    Vector(hi.map { $0 > 0 ? 1 : $0.isNaN ? $0 : slope })
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

  /// A kernel of each entry; where its result is so small that doubles may have lost it, `tail` of
  /// the entry.
  func through(_ kernel: ([Double]) -> [Double], tail: (Extended) -> Extended) -> Vector {
    let results = kernel(saturated)
    let isLost = zip(results, hi).contains { $0.magnitude < 0x1p-900 && $1 != 0 }
    guard isLost, isFinite else { return Vector(results) }
    return Vector(
      hi.indices.map { i in
        results[i].magnitude < 0x1p-900 && hi[i] != 0 ? tail(self[i]) : Extended(results[i])
      }
    ).rounded
  }

  /// tanh of each entry.
  func tanh() -> Vector {
    // tanh z = z − z³/3 …, and z² is below half a unit of the last place.
    guard exponent >= -28 || !isFinite else { return rounded }
    return through({ DeepNetworks.through(fk_tanh, $0) }, tail: { $0 })
  }

  /// sech² of each entry.
  func squaredSech() -> Vector {
    let sizes = self.map { $0.abs() }
    let least = sizes.minimum()
    guard least > 20, isFinite else {
      // 4 e^-2|z| far from zero (1 + e^-2|z| is 1 in float64).
      return through({ DeepNetworks.through(fk_sech2, $0) }) { ($0.abs() * -2).exponential() * 4 }
    }
    // All far from zero: relative to the largest.
    let top = least * -2
    return sizes.exponentials(relativeTo: top) { $0 * -2 }.scaled(by: top.exponential() * 4)
  }

  /// σ of each entry.
  func sigmoid() -> Vector {
    let top = maximum()
    guard top < -30, isFinite else {
      return through({ DeepNetworks.through(fk_sigmoid, $0) }) { $0.exponential() }
    }
    // All far below zero: σ(z) = e^z here, relative to the largest so that nothing underflows.
    return exponentials(relativeTo: top) { $0 }.scaled(by: top.exponential())
  }

  /// e^(f(z) − top) of each entry; `top` is the largest f(z).
  private func exponentials(
    relativeTo top: Extended,
    _ function: (Extended) -> Extended
  ) -> Vector {
    let distances = Vector(elements.map { function($0) - top })
    let results = DeepNetworks.through(fk_exp, distances.saturated)
    guard results.contains(where: { $0 < 0x1p-900 }) else { return Vector(results) }
    return Vector(
      zip(results, distances.elements).map { $0 < 0x1p-900 ? $1.exponential() : Extended($0) }
    ).rounded
  }
}
