extension Network {
  /// Where the weights of a network come from.
  package enum Origin: Sendable, Hashable {
    /// Matrices that were given.
    case matrices
    /// An initialisation and the seed of its draws.
    case drawn(Initialization, seed: UInt64)
  }

  package var origin: Origin {
    if case .drawn(let initialization, let seed) = weightSource {
      .drawn(initialization, seed: seed)
    } else {
      .matrices
    }
  }

  /// σ_b of drawn biases; 0 for others.
  var biasStandardDeviation: Double {
    if case .drawn(let deviation, _) = biasSource { deviation } else { 0 }
  }
}
