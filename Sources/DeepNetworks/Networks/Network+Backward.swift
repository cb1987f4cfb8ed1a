extension Network {
  /// dJ/da, dJ/dz, dJ/db and dJ/dW of every layer, from the forward pass of this network.
  ///
  /// ```
  /// dJ/dz[l] = dJ/da[l] · g′(z[l]),  dJ/dW[l] = dJ/dz[l] a[l−1]ᵀ,  dJ/da[l−1] = W[l]ᵀ dJ/dz[l]
  /// ```
  /// (with u in place of z where a layer has a norm). In a forward pass of a number format the
  /// gradients are rounded as well, after every operation; dJ/dŷ is multiplied by `lossScale` before
  /// that, and the results are divided by it in extended range: what keeps small gradients from
  /// underflowing in float16. *Source*: Micikevicius et al. 2018.
  ///
  /// *Cost*: `backwardCost`. *Throws*: `.otherNetwork` for a pass of another shape, `.targetLength`,
  /// `.tooMuchMemory`, `.range`, and what `checkpoint` throws.
  package func backward(
    _ forward: Forward,
    loss: Loss,
    lossScale: Double = 1,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Gradients {
    guard forward.depth == depth else {
      throw NetworkError.otherNetwork(depth: forward.depth, expected: depth)
    }
    for layer in 0...depth where forward.a(layer).count != width(of: layer) {
      throw NetworkError.inputLength(forward.a(layer).count, expected: width(of: layer))
    }
    guard lossScale.isFinite, lossScale > 0 else {
      throw NetworkError.parameter(.lossScale, value: lossScale)
    }
    try checkMemory(forwardCost + backwardCost)
    if let format = forward.format {
      return try backward(
        forward,
        from: loss.gradient(at: forward.output),
        lossScale: lossScale,
        rounding: Rounding(format, flushesToZero: forward.flushesToZero),
        checkpoint: checkpoint
      )
    }
    return try backward(
      forward,
      from: loss.gradient(at: forward.output),
      checkpoint: checkpoint
    )
  }

  /// What dJ/da[layer], past a skip, becomes before a layer's g and before its norm.
  ///
  /// dz/du is symmetric and g′ diagonal: tangents pass as gradients, the other way round.
  private func backpropagated(
    _ gradient: Vector,
    _ layer: Int,
    _ forward: Forward
  ) -> (dZ: Vector, dU: Vector) {
    let dZ = through(backwardActivation(of: layer), gradient, layer, forward)
    return (dZ, throughNorm(dZ, layer, forward))
  }

  /// A gradient or tangent times g′.
  func throughActivation(_ v: Vector, _ layer: Int, _ forward: Forward) -> Vector {
    through(activation(of: layer), v, layer, forward)
  }

  func through(
    _ activation: Activation,
    _ v: Vector,
    _ layer: Int,
    _ forward: Forward
  ) -> Vector {
    let z = forward.z(layer)
    return isPrecise(layer)
      ? activation.preciselyBackpropagated(v, at: z) : activation.backpropagated(v, at: z)
  }

  /// The backward pass in extended range from any dJ/dŷ, for a pass of this network.
  func backward(
    _ forward: Forward,
    from first: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> Gradients {
    var pace = Pace(layers: depth, operations: backwardCost.operations)
    if mistake == nil, let chain = ScaledIdentities(self),
      let dA = try chain.backward(from: first, &pace, checkpoint: checkpoint)
    {
      let dZ = VectorList(dA, skipping: 1)
      let dW = WeightGradients(dU: dZ, a: forward.a)
      return Gradients(dA: VectorList(dA), dZ: dZ, dU: dZ, dB: dZ, dW: dW)
    }
    var gradient = first
    var dA = [gradient]
    dA.reserveCapacity(depth + 1)
    var dZ: [Vector] = []
    dZ.reserveCapacity(depth)
    var dU: [Vector] = []
    dU.reserveCapacity(depth)
    let shared = sharedMatrix
    var chain = PreciseChain(self, from: first, .backward(forward))
    // dJ/da past the block that is gone through.
    var past = first
    for layer in stride(from: depth, through: 1, by: -1) {
      var inner = throughExit(gradient, layer, forward)
      if let scale = residualScale(of: layer) {
        past = inner
        inner = inner.scaled(by: scale)
      }
      if let factors = forward.drops[layer] { inner = inner.times(each: factors) }
      let (slope, sum) = backpropagated(inner, layer, forward)
      // What a chain follows is the right way.
      if mistake?.layer == layer { chain = nil }
      if has(.transpose, layer) {
        gradient = weights(layer).times(sum)
      } else if chain != nil, let precise = chain?.step(layer, sum) {
        gradient = precise
      } else if let shared, layer < depth {
        gradient = shared.transposedTimes(sum)
      } else {
        let draw = try scaledDraw(layer) {
          try checkpoint((Double(depth - layer) + $0) / Double(depth))
        }
        gradient = draw?.transposedTimes(sum) ?? weights(layer).transposedTimes(sum)
      }
      gradient = throughEntry(gradient, layer, forward)
      if skipEnd(from: layer - 1) != nil { gradient = gradient.adding(past) }
      try checkRange(sum, layer: layer)
      try checkRange(gradient, layer: layer)
      dZ.append(slope)
      dU.append(sum)
      dA.append(gradient)
      try pace.step(depth + 1 - layer, checkpoint)
    }
    dA.reverse()
    dZ.reverse()
    dU.reverse()
    let sums = VectorList(dU)
    return Gradients(
      dA: VectorList(dA),
      dZ: VectorList(dZ),
      dU: sums,
      dB: biasGradients(sums),
      dW: WeightGradients(
        dU: sums,
        a: forward.enteringList,
        doubled: mistake?.kind == .factor ? mistake?.layer : nil
      )
    )
  }
}
