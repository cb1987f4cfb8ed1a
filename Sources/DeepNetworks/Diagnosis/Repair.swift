/// A change that may keep signals and gradients steady.
package enum Repair: Sendable, Hashable {
  /// The input divided by its rms.
  case unitInput
  /// Gaussian weights with this gain, where χ = 1.
  case gain(Double)
  /// All weights times this factor, perhaps without a last matrix of its own.
  case factor(Extended, keepsLast: Bool)
  /// Another initialisation with the same seed.
  case initialization(Initialization)
  /// No biases.
  case noBias
  /// Another activation in all layers, and weights that suit it; nil leaves the weights.
  case activation(Activation, Initialization?)
  /// A skip in every layer of equal widths, its branch times this scale.
  case skip(scale: Extended)
  /// A layer norm in every hidden layer.
  case norm(epsilon: Double)
}

extension Repair {
  /// The repairs that suit a network, smallest change first; `factor` is that of its signals.
  ///
  /// None is what is there already.
  static func candidates(_ network: Network, factor: Extended?) -> [Repair] {
    var list = weights(network, factor)
    if (1...network.depth).contains(where: { network.bias($0)?.isZero == false }) {
      list.append(.noBias)
    }
    let depth = Extended(network.depth)
    let isDrawn = if case .drawn = network.origin { true } else { false }
    // Matrices that repeat add up along one direction: the branch is divided by L, not √L.
    let scale = isDrawn ? .one / depth.squareRoot() : .one / depth
    let equal = (1...network.depth).contains { network.width(of: $0) == network.width(of: $0 - 1) }
    if equal, network.structure.residualScale != scale { list.append(.skip(scale: scale)) }
    if network.depth > 1, network.structure.norm == nil {
      list.append(.norm(epsilon: Structure.usualEpsilon))
    }
    return list + activations(network, isDrawn: isDrawn)
  }

  private static func weights(_ network: Network, _ factor: Extended?) -> [Repair] {
    var list: [Repair] = []
    let slope = network.activation.slopeBelowZero
    switch network.origin {
    case .drawn:
      let bias = network.biasStandardDeviation * network.biasStandardDeviation
      let edge = MeanField.edgeOfChaos(network.activation, biasVariance: bias)
      let fallback = slope.map { 2 / (1 + $0 * $0) }
      if let variance = edge?.weightVariance ?? fallback,
        isCritical(network.activation, variance, bias) || edge == nil
      {
        // A skip or a norm has a χ of its own.
        let gain = variance.squareRoot()
        list += [
          network.structure == .plain ? .gain(gain) : .initialization(.gaussian(gain: gain))
        ]
        list += [.initialization(.orthogonal(gain: variance.squareRoot()))]
      } else {
        list += [.initialization(.gaussian(gain: network.activation.gain))]
      }
      list += [.initialization(.xavierNormal(gain: 1))]
      if let slope, slope != 1 { list += [.initialization(.he(slope: slope))] }
    case .matrices:
      if case .scaledIdentity(let factor, _) = network.weights(1), !factor.isZero {
        list += [.factor(.one / factor.abs(), keepsLast: network.hasOwnLast)]
      } else if let factor, !factor.isZero {
        list += [.factor(.one / factor, keepsLast: network.hasOwnLast)]
      }
      list.removeAll { repair in
        if case .factor(let factor, _) = repair {
          (factor - 1).abs() < Extended(1e-3)
        } else {
          false
        }
      }
      let isZero = (1...network.depth).contains { network.weights($0).frobeniusNorm().isZero }
      if isZero || network.alike != nil {
        list += [.initialization(slope == 0 ? .he(slope: 0) : .xavierNormal(gain: 1))]
      }
    }
    var kept: [Repair] = []
    for repair in list where !repair.isThere(in: network) {
      let twin = kept.contains { other in
        guard let one = other.drawing, let two = repair.drawing else { return false }
        return Repair.areAlike(one, two, in: network)
      }
      if !twin { kept.append(repair) }
    }
    return kept
  }

  /// What the weights are drawn from with it, if it draws them and changes nothing else.
  private var drawing: Initialization? {
    switch self {
    case .gain(let gain): .gaussian(gain: gain)
    case .initialization(let initialization): initialization
    case .unitInput, .factor, .noBias, .activation, .skip, .norm: nil
    }
  }

  /// Whether both draw weights as wide in every layer, and orthogonal or not.
  private static func areAlike(
    _ one: Initialization,
    _ two: Initialization,
    in network: Network
  ) -> Bool {
    one.isOrthogonal == two.isOrthogonal
      && (1...network.depth).allSatisfy { layer in
        let (rows, columns) = (network.width(of: layer), network.width(of: layer - 1))
        let (first, second) = (
          one.standardDeviation(fanOut: rows, fanIn: columns),
          two.standardDeviation(fanOut: rows, fanIn: columns)
        )
        return (first - second).magnitude <= 1e-4 * first
      }
  }

  /// Whether χ is 1 at the fixed point of these weights, not only by the search for the edge.
  private static func isCritical(
    _ activation: Activation,
    _ variance: Double,
    _ bias: Double
  ) -> Bool {
    let field = MeanField(activation, weightVariance: variance, biasVariance: bias)
    guard let chi = field.criticality()?.chi else { return false }
    return (chi - 1).magnitude < 1e-3
  }

  private static func activations(_ network: Network, isDrawn: Bool) -> [Repair] {
    switch network.activation {
    case .linear: []
    case .relu:
      isDrawn
        ? [.activation(.tanh, .gaussian(gain: 1))]
        : [.activation(.leakyReLU(slope: 0.1), nil), .activation(.tanh, nil)]
    case .tanh: [.activation(.relu, isDrawn ? .he(slope: 0) : nil)]
    case .leaky, .sigmoid, .elu, .selu, .gelu, .silu, .softplus, .erf:
      isDrawn
        ? [.activation(.relu, .he(slope: 0)), .activation(.tanh, .gaussian(gain: 1))]
        : [.activation(.relu, nil), .activation(.tanh, nil)]
    }
  }

  /// Whether a network's weights are drawn so already: as wide, and orthogonal or not.
  private func isThere(in network: Network) -> Bool {
    guard let drawing, case .drawn(let present, _) = network.origin else { return false }
    return Repair.areAlike(drawing, present, in: network)
  }

  /// The network with the repair.
  ///
  /// *Throws*: as `Network`'s initialisers.
  package func applied(to network: Network) throws(NetworkError) -> Network {
    let old = network.structure
    switch self {
    case .unitInput:
      return network
    case .gain(let gain):
      return try network.redrawn(.gaussian(gain: gain))
    case .initialization(let initialization):
      return try network.redrawn(initialization)
    case .factor(let factor, _):
      return network.scaled(by: factor)
    case .noBias:
      return try network.listed(biases: [])
    case .activation(let activation, let initialization):
      return try network.redrawn(initialization, activation)
    case .skip(let scale):
      return try network.structured(
        Structure(residualScale: scale, block: old.block, norm: old.norm, dropout: old.dropout)
      )
    case .norm(let epsilon):
      return try network.structured(
        Structure(
          residualScale: old.residualScale,
          block: old.block,
          norm: .layer(epsilon: epsilon, .inside),
          dropout: old.dropout
        )
      )
    }
  }
}

extension Repair {
  /// The input with the repair.
  package func applied(toInput x: Vector) -> Vector {
    switch self {
    case .unitInput: x.scaled(by: .one / x.rms())
    case .gain, .factor, .initialization, .noBias, .activation, .skip, .norm: x
    }
  }
}

extension Initialization {
  fileprivate var isOrthogonal: Bool {
    switch self {
    case .orthogonal: true
    case .gaussian, .deviation, .xavierNormal, .xavierUniform, .he, .lecun, .uniform, .variance:
      false
    }
  }
}

extension Network {
  /// The same shapes, seed and biases with other weights and perhaps another activation.
  fileprivate func redrawn(
    _ initialization: Initialization?,
    _ other: Activation? = nil
  ) throws(NetworkError) -> Network {
    // A last layer with an activation of its own keeps it.
    let last = lastActivation == activation ? other ?? activation : lastActivation
    if case .drawn = weightSource {
    } else if let initialization, (1...depth).allSatisfy({ bias($0) == nil }) {
      return try Network(
        initialization: initialization,
        widths: (0...depth).map { width(of: $0) },
        activation: other ?? activation,
        lastActivation: last,
        seed: 1
      ).structured(structure)
    }
    guard case .drawn(let present, let seed) = weightSource else {
      let drawn: [Matrix]? = try initialization.map { initialization throws(NetworkError) in
        var list: [Matrix] = []
        for layer in 1...depth {
          list.append(
            try initialization.matrix(
              fanOut: width(of: layer),
              fanIn: width(of: layer - 1),
              seed: 1,
              layer: layer
            )
          )
        }
        return list
      }
      return try listed(weights: drawn, activation: other, last: last)
    }
    return try Network(
      initialization: initialization ?? present,
      widths: (0...depth).map { width(of: $0) },
      biasStandardDeviation: biasStandardDeviation,
      activation: other ?? activation,
      lastActivation: last,
      seed: seed
    ).structured(structure)
  }

  /// The same network layer by layer, with what is given in place of its own.
  fileprivate func listed(
    weights given: [Matrix]? = nil,
    biases others: [Vector?]? = nil,
    activation other: Activation? = nil,
    last: Activation? = nil
  ) throws(NetworkError) -> Network {
    let present = (1...depth).map { bias($0) }
    return try Network(
      weights: given ?? (1...depth).map { weights($0) },
      biases: others ?? (present.contains { $0 != nil } ? present : []),
      activation: other ?? activation,
      lastActivation: last ?? lastActivation
    ).structured(structure)
  }

  /// Whether the last of its matrices is another than those that repeat.
  fileprivate var hasOwnLast: Bool {
    if case .repeating(let matrix, let last) = weightSource { matrix != last } else { false }
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
