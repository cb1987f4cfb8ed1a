import CKernels

extension Vector {
  /// The entries, those below zero times a slope.
  func belowZero(times slope: Double) -> Vector {
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
    var result = hi
    for index in result.indices { result[index] *= other.hi[index] }
    return Vector(hi: result, lo: [], exponent: exponent + other.exponent)
  }

  /// tanh of each entry.
  func tanh() -> Vector {
    // tanh z = z − z³/3 …, and z² is below half a unit of the last place.
    guard exponent >= -28 || !isFinite else { return rounded }
    return Vector(through(fk_tanh, saturated))
  }

  /// sech² of each entry.
  func squaredSech() -> Vector {
    let sizes = self.map { $0.abs() }
    let least = sizes.minimum()
    guard least > 20, isFinite else {
      return Vector(through(fk_sech2, saturated))
    }
    // All far from zero: 4 e^-2|z| here (1 + e^-2|z| is 1 in float64), relative to the largest.
    let top = least * -2
    return sizes.exponentials(relativeTo: top) { $0 * -2 }.scaled(by: top.exponential() * 4)
  }

  /// σ of each entry.
  func sigmoid() -> Vector {
    let top = maximum()
    guard top < -30, isFinite else {
      return Vector(through(fk_sigmoid, saturated))
    }
    // All far below zero: σ(z) = e^z here, relative to the largest so that nothing underflows.
    return exponentials(relativeTo: top) { $0 }.scaled(by: top.exponential())
  }

  /// e^(f(z) − top) of each entry; `top` is the largest f(z).
  private func exponentials(
    relativeTo top: Extended,
    _ function: (Extended) -> Extended
  ) -> Vector {
    Vector(through(fk_exp, elements.map { (function($0) - top).double }))
  }
}
