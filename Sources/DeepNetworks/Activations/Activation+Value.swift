import CKernels

extension Activation {
  /// g of each entry.
  ///
  /// *Domain*: every vector; z beyond the double range saturates, z near zero keeps its digits
  /// (tanh z = z), and σ(z) of very negative z is e^z however small.
  package func value(_ z: Vector) -> Vector {
    switch self {
    case .linear: z
    case .relu: z.belowZero(times: 0)
    case .leakyReLU(let slope): z.belowZero(times: slope)
    case .tanh: z.tanh()
    case .sigmoid: z.sigmoid()
    case .elu, .selu, .gelu, .silu, .softplus, .erf: graded(z, values) { distantValue($0) }
    }
  }
}

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

  /// tanh of each entry.
  fileprivate func tanh() -> Vector {
    // tanh z = z − z³/3 …, and z² is below half a unit of the last place.
    guard exponent >= -28 || !isFinite else { return rounded }
    return Vector(through(fk_tanh, saturated))
  }

  /// σ of each entry.
  fileprivate func sigmoid() -> Vector {
    let top = maximum()
    guard top < -30, isFinite else {
      return Vector(through(fk_sigmoid, saturated))
    }
    // All far below zero: σ(z) = e^z here, relative to the largest so that nothing underflows.
    return exponentials(relativeTo: top) { $0 }.scaled(by: top.exponential())
  }

  /// The entries without their low parts as doubles; beyond the double range ±∞, below it 0.
  var saturated: [Double] {
    let power = min(max(exponent, -2200), 2200)
    guard power != 0 else { return hi }
    if power >= -1022 && power <= 1023 {
      let factor = Double.powerOfTwo(power)
      return hi.map { $0 * factor }
    }
    return hi.map { $0.scaled(power) }
  }

  /// e^(f(z) − top) of each entry; `top` is the largest f(z).
  func exponentials(relativeTo top: Extended, _ function: (Extended) -> Extended) -> Vector {
    Vector(through(fk_exp, elements.map { (function($0) - top).double }))
  }
}

/// An elementary function of the kernels, applied to each value.
func through(
  _ kernel: (UnsafeMutablePointer<Double>?, UnsafePointer<Double>?, Int) -> Void,
  _ x: [Double]
) -> [Double] {
  [Double](unsafeUninitializedCapacity: x.count) { buffer, count in
    x.withUnsafeBufferPointer { kernel(buffer.baseAddress, $0.baseAddress, x.count) }
    count = x.count
  }
}
