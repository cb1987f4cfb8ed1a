// g and g′ to about 30 digits, as their exponentials have: 1 − tanh 20 is left with 14.

extension Activation {
  /// g of one number to about 30 digits.
  ///
  /// *Cost*: `preciseOperations`.
  package func preciseValue(_ z: Extended) -> Extended {
    guard z.isFinite, !z.isZero else { return value(z) }
    switch self {
    case .linear, .relu, .leaky: return value(z)
    case .tanh: return z.preciseTangent()
    case .sigmoid: return z.sigmoid()
    case .erf: return z.preciseErf()
    case .softplus: return z.softplus()
    case .silu: return z * z.sigmoid()
    case .gelu: return z * z.normalProbability()
    case .elu: return z.isNegative ? z.exponentialMinusOne() : z
    case .selu:
      guard z.isNegative else { return Self.constants.scale * z }
      return Self.constants.product * z.exponentialMinusOne()
    }
  }

  /// g′ of one number to about 30 digits.
  ///
  /// Next to where it passes through 0 fewer are left. *Cost*: `preciseOperations`.
  package func preciseDerivative(at z: Extended) -> Extended {
    guard z.isFinite, case .curve(let reach, _, _) = traits.form else { return derivative(at: z) }
    guard case .selu = self else { return reach.slope(z) }
    return z.isNegative ? Self.constants.product * z.exponential() : Self.constants.scale
  }

  /// g of each entry to about 30 digits.
  func preciseValue(_ z: Vector) -> Vector {
    guard case .curve = traits.form, z.isFinite else { return value(z) }
    return Vector(z.elements.map { preciseValue($0) })
  }

  /// g′ of each entry to about 30 digits.
  func preciseDerivative(at z: Vector) -> Vector {
    guard case .curve = traits.form, z.isFinite else { return derivative(at: z) }
    return Vector(z.elements.map { preciseDerivative(at: $0) })
  }

  /// dJ/dz = dJ/da · g′(z), entry by entry, to about 30 digits.
  func preciselyBackpropagated(_ dA: Vector, at z: Vector) -> Vector {
    guard case .curve = traits.form, z.isFinite, dA.isFinite else {
      return backpropagated(dA, at: z)
    }
    return dA.entryProduct(preciseDerivative(at: z))
  }

  /// What one precise evaluation costs.
  var preciseOperations: Double {
    switch self {
    case .linear, .relu, .leaky: operations
    case .tanh, .sigmoid, .elu, .selu, .silu, .softplus: 2500
    case .gelu, .erf: 7000
    }
  }

  /// λ, α and λ α to 31 digits.
  ///
  /// *Source*: Klambauer et al. 2017, as PyTorch has them.
  private static let constants: (scale: Extended, product: Extended) = {
    let scale = Extended(decimal: "1.0507009873554804934193349852946") ?? .one
    let slope = Extended(decimal: "1.6732632423543772848170429916717") ?? .one
    return (scale, scale * slope)
  }()
}
