/// A backward pass of several samples at once.
struct JointWalk {
  private let network: Network
  private let forward: JointForward
  private let rounding: Rounding?
  private var gradients: [Vector]
  /// dJ/da past the block that is gone through.
  private var past: [Vector]
  private var chains: [PreciseChain?]
  /// By sample, the layer that was passed last at first.
  private var dA: [[Vector]]
  private var dZ: [[Vector]]
  private var dU: [[Vector]]

  init(_ network: Network, _ forward: JointForward, from firsts: [Vector]) {
    (self.network, self.forward) = (network, forward)
    rounding = forward.samples[0].format.map {
      Rounding($0, flushesToZero: forward.samples[0].flushesToZero)
    }
    let rounding = rounding
    gradients = firsts.map { rounding?.round($0) ?? $0 }
    past = gradients
    chains = zip(forward.samples, firsts).map { pass, first in
      rounding == nil ? PreciseChain(network, from: first, .backward(pass)) : nil
    }
    dA = gradients.map { [$0] }
    dZ = gradients.map { _ in [] }
    dU = dZ
  }

  private func rounded(_ vector: Vector) -> Vector { rounding?.round(vector) ?? vector }

  /// One layer down.
  mutating func step(_ layer: Int, checkpoint: (Double) throws -> Void) throws {
    if let scale = network.residualScale(of: layer) {
      past = gradients
      let factor = rounding.map { Extended($0.format.round(scale)) } ?? scale
      gradients = gradients.map { rounded($0.scaled(by: factor)) }
    }
    for index in gradients.indices {
      if let factors = forward.samples[index].drops[layer] {
        gradients[index] =
          rounding?.dropping(gradients[index], factors) ?? gradients[index].times(each: factors)
      }
      gradients[index] = throughActivation(gradients[index], layer, forward.samples[index])
      dZ[index].append(gradients[index])
    }
    try throughNorm(layer) { try checkpoint(0) }
    let weights = try network.layerWeights(layer, rounding, checkpoint: checkpoint)
    for index in gradients.indices {
      try checkpoint(1)
      try network.checkRange(gradients[index], layer: layer)
      dU[index].append(gradients[index])
      var lower = below(layer, gradients[index], index, weights)
      if network.skipEnd(from: layer - 1) != nil { lower = rounded(lower.adding(past[index])) }
      try network.checkRange(lower, layer: layer)
      gradients[index] = lower
      dA[index].append(lower)
    }
    try checkpoint(1)
  }

  private func throughActivation(_ v: Vector, _ layer: Int, _ pass: Forward) -> Vector {
    let activation = network.backwardActivation(of: layer)
    guard let rounding else { return network.through(activation, v, layer, pass) }
    guard activation != .linear else { return v }
    let slopes = rounding.rounded(activation.inDoubles.derivative(at: pass.z(layer)))
    return Vector(rounding.combined(v.doubles, slopes, *))
  }

  private mutating func throughNorm(_ layer: Int, checkpoint: () throws -> Void) rethrows {
    if !forward.inverses.isEmpty, layer < network.depth {
      let z = forward.samples.map { $0.z(layer) }
      let inverse = forward.inverses[layer - 1]
      let found = try BatchNorm.backpropagated(
        gradients,
        at: z,
        inverse: inverse,
        checkpoint: checkpoint
      )
      gradients = found.map { rounded(network.isPrecise(layer) ? $0 : $0.rounded) }
    }
  }

  private mutating func below(
    _ layer: Int,
    _ gradient: Vector,
    _ index: Int,
    _ weights: Network.LayerWeights
  ) -> Vector {
    let isTransposed = !network.has(.transpose, layer)
    // What a chain follows is the right way.
    if network.mistake?.layer == layer { chains[index] = nil }
    if let precise = chains[index]?.step(layer, gradient) { return precise }
    switch weights {
    case .drawn(let draw):
      return isTransposed ? draw.transposedTimes(gradient) : draw.times(gradient)
    case .given(let matrix):
      return isTransposed ? matrix.transposedTimes(gradient) : matrix.times(gradient)
    case .rounded(let operand, let rounding):
      let entries = gradient.doubles
      return Vector(
        isTransposed
          ? rounding.transposedProduct(operand, entries) : rounding.product(operand, entries)
      )
    }
  }

  /// What was found, over a loss scale.
  func gradients(dividedBy scale: Extended) -> JointGradients {
    let back = Extended.one / scale
    func list(_ vectors: [Vector]) -> VectorList {
      VectorList(vectors.reversed().map { back == .one ? $0 : $0.scaled(by: back) })
    }
    let samples = gradients.indices.map { index in
      let dU = list(dU[index])
      let doubled = network.mistake?.kind == .factor ? network.mistake?.layer : nil
      return Gradients(
        dA: list(dA[index]),
        dZ: list(dZ[index]),
        dU: dU,
        dB: network.biasGradients(dU),
        dW: WeightGradients(dU: dU, a: forward.samples[index].enteringList, doubled: doubled)
      )
    }
    return JointGradients(samples: samples, format: rounding?.format)
  }
}
