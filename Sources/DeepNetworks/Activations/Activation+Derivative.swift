import CKernels

extension Activation {
  /// g′ of each entry, in forms that do not cancel.
  ///
  /// ```
  /// relu′ = 0 at 0,  tanh′ = sech² z = 4/(e^z + e^-z)²,  σ′ = sech²(z/2)/4
  /// ```
  /// 1 − tanh² would be 0 for |z| > 19.06; tanh′(100) is 5.5e-87.
  package func derivative(at z: Vector) -> Vector {
    switch self {
    case .linear: return .ones(z.count)
    case .relu: return z.slopes(below: 0)
    case .leakyReLU(let slope): return z.slopes(below: slope)
    case .tanh: return z.squaredSech()
    case .sigmoid: return z.scaled(by: Extended(0.5)).squaredSech().scaled(by: Extended(0.25))
    case .elu, .selu, .gelu, .silu, .softplus, .erf:
      return graded(z, derivatives) { distantDerivative($0) }
    }
  }

  /// dJ/dz = dJ/da · g′(z), entry by entry, for equal lengths.
  func backpropagated(_ dA: Vector, at z: Vector) -> Vector {
    switch self {
    case .linear:
      return dA
    case .relu, .leakyReLU:
      let slopes = derivative(at: z)
      return dA.lo.isEmpty && self == .relu ? dA.plainProduct(slopes) : dA.entryProduct(slopes)
    case .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus, .erf:
      return dA.plainProduct(derivative(at: z))
    }
  }
}

extension Vector {
  /// Entry products in float64, for equal lengths.
  func plainProduct(_ other: Vector) -> Vector {
    guard isFinite, other.isFinite else {
      return Vector(zip(doubles, other.doubles).map { $0 * $1 })
    }
    var result = hi
    for index in result.indices { result[index] *= other.hi[index] }
    return Vector(hi: result, lo: [], exponent: exponent + other.exponent)
  }

  /// 1 where an entry is above zero, `slope` elsewhere; nan stays nan.
  fileprivate func slopes(below slope: Double) -> Vector {
    Vector(hi.map { $0 > 0 ? 1 : $0.isNaN ? $0 : slope })
  }

  /// sech² of each entry.
  fileprivate func squaredSech() -> Vector {
    let sizes = self.map { $0.abs() }
    let least = sizes.minimum()
    guard least > 20, isFinite else {
      return Vector(through(fk_sech2, saturated))
    }
    // All far from zero: 4 e^-2|z| here (1 + e^-2|z| is 1 in float64), relative to the largest.
    let top = least * -2
    return sizes.exponentials(relativeTo: top) { $0 * -2 }.scaled(by: top.exponential() * 4)
  }
}
