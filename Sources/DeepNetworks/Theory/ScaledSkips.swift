/// Linear networks of W[l] = s I without biases or norms: each layer multiplies by s, or 1 + α s.
struct ScaledSkips {
  /// s and the factor of a[l], by layer.
  private let factors: [(weights: Extended, layer: Extended)]

  init?(_ network: Network) {
    guard network.activation == .linear, network.lastActivation == .linear,
      !network.hasMixedActivations,
      network.structure.norm == nil, network.structure.isLayerwise, network.biasSource == .none
    else { return nil }
    var factors: [(Extended, Extended)] = []
    for layer in 1...network.depth {
      guard case .scaledIdentity(let factor, _) = network.weights(layer) else { return nil }
      let skip = network.residualScale(of: layer)
      factors.append((factor.abs(), (skip.map { .one + $0 * factor } ?? factor).abs()))
    }
    self.factors = factors
  }

  func signals(from size: Extended) -> [Extended] {
    factors.reduce(into: [size]) { sizes, factor in
      sizes.append((sizes.last ?? size) * factor.layer)
    }
  }

  func preactivations(from size: Extended) -> [Extended] {
    zip(signals(from: size), factors).map { $0 * $1.weights }
  }

  /// From 1 at ŷ.
  var gradients: [Extended] {
    let sizes = factors.reversed().reduce(into: [Extended.one]) { sizes, factor in
      sizes.append((sizes.last ?? .one) * factor.layer)
    }
    return sizes.reversed()
  }
}
