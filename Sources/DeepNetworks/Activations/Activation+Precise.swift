extension Activation {
  /// g of one number to about 30 digits, as its exponentials have: 1 − tanh 20 is left with 14.
  ///
  /// The entries of vectors have the 16 digits of doubles (`value`). *Cost*: up to 60 divisions.
  package func preciseValue(_ z: Extended) -> Extended {
    guard z.isFinite, !z.isZero else { return value(z) }
    switch self {
    case .linear, .relu, .leakyReLU: return value(z)
    case .tanh: return z.preciseTangent()
    case .sigmoid: return z.sigmoid()
    case .erf: return z.preciseErf()
    case .softplus: return z.softplus()
    case .silu: return z * z.sigmoid()
    case .gelu: return z * z.normalProbability()
    case .elu: return z.isNegative ? z.exponentialMinusOne() : z
    case .selu:
      guard z.isNegative else { return Self.constants.scale * z }
      return Self.constants.scale * Self.constants.slope * z.exponentialMinusOne()
    }
  }

  /// λ and α to 31 digits.
  ///
  /// *Source*: Klambauer et al. 2017, as PyTorch has them.
  private static let constants = (
    scale: Extended(decimal: "1.0507009873554804934193349852946") ?? .one,
    slope: Extended(decimal: "1.6732632423543772848170429916717") ?? .one
  )
}
