/// A change that may keep signals and gradients steady.
package enum Repair: Sendable, Hashable {
  /// Gaussian weights with this gain, where χ = 1.
  case gain(Double)
  /// All weights times this factor.
  case factor(Extended)
  /// Another initialisation with the same seed.
  case initialization(Initialization)
  /// A skip in every layer of equal widths, its branch times this scale.
  case skip(scale: Extended)
  /// A layer norm in every hidden layer.
  case norm(epsilon: Double)
}

/// A repair and what it did when it was run.
package struct CheckedRepair: Sendable, Hashable {
  package let repair: Repair
  package let signals: Diagnosis.Flow
  package let gradients: Diagnosis.Flow

  /// Whether both are steady with it.
  package var works: Bool { signals.trend == .steady && gradients.trend == .steady }
}

extension Repair {
  /// The repairs that suit a network, smallest change first, each run at the input.
  static func checked(
    _ network: Network,
    at x: Vector,
    signals: Diagnosis.Flow,
    checkpoint: (Double) throws -> Void
  ) throws -> [CheckedRepair] {
    let candidates = candidates(network, signals)
    return try candidates.enumerated().map { index, repair in
      let flows = try Diagnosis.flows(repair.applied(to: network), at: x) {
        try checkpoint((Double(index) + $0 / 2) / Double(candidates.count))
      }
      return CheckedRepair(repair: repair, signals: flows.signals, gradients: flows.gradients)
    }
  }

  private static func candidates(_ network: Network, _ signals: Diagnosis.Flow) -> [Repair] {
    var list: [Repair] = []
    let depth = Extended(network.depth)
    switch network.origin {
    case .drawn(let initialization, _):
      let field = network.meanField(initialization)
      let edge = MeanField.edgeOfChaos(network.activation, biasVariance: field.biasVariance)
      let fallback = network.activation.slopeBelowZero.map { 2 / (1 + $0 * $0) }
      if let variance = edge?.weightVariance ?? fallback {
        list += [.gain(variance.squareRoot())]
        list += [.initialization(.orthogonal(gain: variance.squareRoot()))]
      }
      list += [.initialization(.xavierNormal(gain: 1))]
      if let slope = network.activation.slopeBelowZero, slope != 1 {
        list += [.initialization(.he(slope: slope))]
      }
      list += [.skip(scale: .one / depth.squareRoot())]
    case .matrices:
      // Matrices that repeat add up along one direction: the branch is divided by L, not √L.
      if case .scaledIdentity(let factor, _) = network.weights(1), !factor.isZero {
        list += [.factor(.one / factor.abs())]
      } else if !signals.factor.isZero {
        list += [.factor(.one / signals.factor)]
      }
      list += [.skip(scale: .one / depth)]
    }
    return list + [.norm(epsilon: Structure.usualEpsilon)]
  }

  /// The network with the repair.
  ///
  /// *Throws*: as `Network`'s initialisers.
  package func applied(to network: Network) throws(NetworkError) -> Network {
    let old = network.structure
    switch self {
    case .gain(let gain):
      return try network.redrawn(.gaussian(gain: gain))
    case .initialization(let initialization):
      return try network.redrawn(initialization)
    case .factor(let factor):
      return network.scaled(by: factor)
    case .skip(let scale):
      return try network.structured(
        Structure(residualScale: scale, normEpsilon: old.normEpsilon)
      )
    case .norm(let epsilon):
      return try network.structured(
        Structure(residualScale: old.residualScale, normEpsilon: epsilon)
      )
    }
  }
}

extension Network {
  /// The same shapes, seed and biases with other weights; a network of given matrices as it is.
  fileprivate func redrawn(_ initialization: Initialization) throws(NetworkError) -> Network {
    guard case .drawn(_, let seed) = weightSource else { return self }
    return try Network(
      initialization: initialization,
      widths: (0...depth).map { width(of: $0) },
      biasStandardDeviation: biasStandardDeviation,
      activation: activation,
      lastActivation: lastActivation,
      seed: seed
    ).structured(structure)
  }

  /// All given matrices times a factor, but a last one of its own kept.
  fileprivate func scaled(by factor: Extended) -> Network {
    var network = self
    switch weightSource {
    case .repeating(let matrix, let last):
      let isOne = matrix == last
      let scaled = matrix.scaled(by: factor)
      network.weightSource = .repeating(scaled, last: isOne ? scaled : last)
    case .listed(let list):
      network.weightSource = .listed(list.map { $0.scaled(by: factor) })
    case .drawn:
      break
    }
    return network
  }
}
