extension Diagnosis {
  /// Something besides depth that keeps a network from training well.
  package enum Finding: Sendable, Hashable {
    /// All weights of these layers are 0.
    case zeroWeights(layers: [Int])
    /// Units of a layer have the same weights in and out, and so learn the same: `kinds` differ.
    case alike(layer: Int, units: Int, kinds: Int, layers: Int)
    /// At none of the inputs that were tried do these units of a layer have a slope.
    case deadUnits(layer: Int, count: Int, of: Int, layers: Int, inputs: Int)
    /// This share of a layer's slopes is below a thousandth of the one at 0.
    case saturated(layer: Int, share: Double, layers: Int)
    /// A layer's weights are this many times as large as most layers'.
    case unlikeWeights(layer: Int, ratio: Extended)
    /// The input's entries are far from 1 in size.
    case inputSize(rms: Extended)
    /// The input's entries lie about another number than 0.
    case inputOffset(mean: Extended, rms: Extended)

    var severity: Severity {
      switch self {
      case .zeroWeights: .fatal
      case .alike, .deadUnits, .saturated: .grave
      case .unlikeWeights, .inputSize, .inputOffset: .none
      }
    }
  }

  /// How much one step at half of the largest stable rate changes the weights, of themselves.
  ///
  /// ```
  /// η ‖dJ/dW[l]‖/‖W[l]‖,  J = ½‖ŷ − t‖²,  t = normal(outputs, seed: 2)
  /// ```
  package struct Updates: Sendable, Hashable {
    /// Layer 1 first; nil where all weights are 0.
    package let ratios: [Extended?]
  }
}

extension Diagnosis {
  /// Inputs at which units are tried: the given one, and normal ones of its size.
  static let probes = 8

  /// All findings about a network at an input.
  static func findings(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> [Finding] {
    let zero = network.zeroLayers
    var found: [Finding] = zero.isEmpty ? [] : [.zeroWeights(layers: zero)]
    if zero.isEmpty, network.structure.residualScale == nil, let alike = network.alike {
      found.append(alike)
    }
    if zero.isEmpty, let unlike = network.unlikeWeights { found.append(unlike) }
    found += try units(network, at: x, checkpoint: checkpoint)
    let rms = x.rms()
    if rms > Extended(10) || rms * 10 < .one {
      found.append(.inputSize(rms: rms))
    } else if x.count >= 8, x.mean().abs() * 2 > rms {
      found.append(.inputOffset(mean: x.mean(), rms: rms))
    }
    return found
  }

  /// Dead and saturated units of the hidden layers.
  static func units(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> [Finding] {
    let activation = network.activation
    guard network.depth > 1, activation.saturates || activation.slopeBelowZero == 0 else {
      return []
    }
    // Saturation is looked for at the given input alone.
    let others = activation.saturates ? 1..<1 : 1..<probes
    let inputs =
      [x] + others.map { Vector.normal(x.count, seed: 100 + UInt64($0)).scaled(by: x.rms()) }
    let hidden = 1..<network.depth
    var alive = hidden.map { Array(repeating: false, count: network.width(of: $0)) }
    var flat: [Double] = []
    for (index, input) in inputs.enumerated() {
      let forward = try network.forward(input, checkpoint: checkpoint)
      for layer in hidden {
        let slopes = activation.derivatives(forward.z(layer).saturated)
        for (unit, slope) in slopes.enumerated() where slope != 0 {
          alive[layer - 1][unit] = true
        }
        guard index == 0, activation.saturates else { continue }
        let bound = activation.derivatives([0])[0] / 1000
        flat.append(Double(slopes.count(where: { $0 < bound })) / Double(slopes.count))
      }
    }
    if activation.saturates {
      let many = flat.count(where: { $0 >= 0.5 })
      guard many > 0, let worst = flat.indices.max(by: { flat[$0] < flat[$1] }) else { return [] }
      return [.saturated(layer: worst + 1, share: flat[worst], layers: many)]
    }
    let dead = alive.map { $0.count(where: { !$0 }) }
    let many = dead.indices.filter { dead[$0] * 10 >= alive[$0].count * 9 }
    guard let first = many.first else { return [] }
    return [
      .deadUnits(
        layer: first + 1,
        count: dead[first],
        of: alive[first].count,
        layers: many.count,
        inputs: probes
      )
    ]
  }

  /// What a step at half of the largest stable rate changes; nil where there is no such rate.
  static func updates(
    _ network: Network,
    at x: Vector,
    largestStable: Extended,
    checkpoint: (Double) throws -> Void
  ) throws -> Updates? {
    guard largestStable.isFinite, !largestStable.isZero else { return nil }
    let rate = largestStable / 2
    let forward = try network.forward(x, checkpoint: checkpoint)
    let target = target(of: network)
    let gradients = try network.backward(
      forward,
      loss: .squaredError(target: target),
      checkpoint: checkpoint
    )
    let ratios = try (1...network.depth).map { layer -> Extended? in
      let size = try network.weights(layer) { try checkpoint($0) }.frobeniusNorm()
      guard !size.isZero else { return nil }
      return rate * gradients.dB(layer).norm() * forward.input(layer).norm() / size
    }
    return Updates(ratios: ratios)
  }
}

extension Network {
  /// The layers whose weights are all 0.
  fileprivate var zeroLayers: [Int] {
    switch weightSource {
    case .drawn(let initialization, _):
      return initialization.standardDeviation(fanOut: 1, fanIn: 1) == 0 ? Array(1...depth) : []
    case .repeating, .listed:
      return (1...depth).filter { weights($0).frobeniusNorm().isZero }
    }
  }

  /// The first hidden layer with units that have the same weights in and out and the same bias.
  var alike: Diagnosis.Finding? {
    if case .drawn = weightSource { return nil }
    var first: (layer: Int, units: Int, kinds: Int)?
    var layers = 0
    for layer in 1..<depth where width(of: layer) > 1 {
      let (into, out) = (weights(layer), weights(layer + 1))
      if case .scaledIdentity(let factor, _) = into, !factor.isZero { continue }
      if case .scaledIdentity(let factor, _) = out, !factor.isZero { continue }
      let (rows, columns) = (into.dense, out.dense.transposed)
      let bias = bias(layer)
      var kinds: Set<[Vector]> = []
      for unit in 0..<rows.rows {
        let shift = Vector([bias?[unit] ?? .zero])
        kinds.insert([rows.row(unit), columns.row(unit), shift])
      }
      guard kinds.count < rows.rows else { continue }
      layers += 1
      if first == nil { first = (layer, rows.rows, kinds.count) }
    }
    return first.map {
      .alike(layer: $0.layer, units: $0.units, kinds: $0.kinds, layers: layers)
    }
  }

  /// A layer whose weights are a hundred times larger or smaller than those of the middle layer by
  /// size, ‖W‖_F/√fan-out.
  fileprivate var unlikeWeights: Diagnosis.Finding? {
    if case .drawn = weightSource { return nil }
    let sizes = (1...depth).map {
      weights($0).frobeniusNorm() / Extended(width(of: $0)).squareRoot()
    }
    let middle = sizes.sorted()[depth / 2]
    let ratios = sizes.map { $0 / middle }
    let far = ratios.indices.first { ratios[$0] > Extended(100) || ratios[$0] * 100 < .one }
    return far.map { .unlikeWeights(layer: $0 + 1, ratio: ratios[$0]) }
  }
}
