// Passes of several samples at once.
extension Network {
  /// Whether what a layer makes of a sample depends on the samples beside it.
  var normsBatches: Bool {
    guard case .batch = structure.norm else { return false }
    return depth > 1
  }

  /// What passes of so many samples take, forward and backward; weights are drawn once for each.
  package func jointCost(samples: Int) -> (forward: Cost, backward: Cost) {
    let count = Double(samples)
    let drawing = drawingCost.operations
    let norms = normsBatches ? (1...depth).reduce(0.0) { $0 + 400 * Double(width(of: $1)) } : 0
    func all(_ one: Cost) -> Cost {
      let each = one.operations - drawing + norms
      return Cost(operations: drawing + count * each, bytes: count * one.bytes)
    }
    return (all(forwardCost), all(backwardCost))
  }

  /// a and z of several samples, one or more.
  ///
  /// *Cost*: `jointCost`. *Throws*: as `forward`, `.batchNormOfOne` for one sample of a batch norm.
  package func forward(
    samples: [Vector],
    format: NumberFormat? = nil,
    flushToZero: Bool = false,
    droppingBy seed: UInt64? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> JointForward {
    guard case .batch(let epsilon, _) = structure.norm, normsBatches else {
      return JointForward(
        samples: try samples.enumerated().map { index, x in
          try forward(
            x,
            format: format,
            flushToZero: flushToZero,
            droppingBy: seed,
            sample: index
          ) { try checkpoint((Double(index) + $0) / Double(samples.count)) }
        },
        inverses: []
      )
    }
    for x in samples where x.count != inputWidth {
      throw NetworkError.inputLength(x.count, expected: inputWidth)
    }
    guard samples.count > 1 else { throw NetworkError.batchNormOfOne }
    try checkMemory(jointCost(samples: samples.count).forward)
    let rounding = format.map { Rounding($0, flushesToZero: flushToZero) }
    var lists = samples.enumerated().map { index, x in
      Layers(a: [rounding?.round(x) ?? x], drops: drops(by: seed, sample: index))
    }
    var chains = samples.map { rounding == nil ? PreciseChain(self, from: $0) : nil }
    var inverses: [Vector] = []
    for layer in 1...depth {
      let weights = try layerWeights(layer, rounding) {
        try checkpoint((Double(layer - 1) + $0) / Double(depth))
      }
      var sums: [Vector] = []
      for index in lists.indices {
        try checkpoint(Double(layer - 1) / Double(depth))
        let last = lists[index].a[layer - 1]
        let sum =
          chains[index]?.step(layer, last)
          ?? weightedSum(layer, of: last, weights)
        try checkRange(sum, layer: layer)
        sums.append(sum)
      }
      if layer < depth {
        let normed = try BatchNorm(epsilon: epsilon).values(sums) {
          try checkpoint(Double(layer - 1) / Double(depth))
        }
        sums = normed.z.map { stored($0, layer, rounding) }
        inverses.append(normed.inverse)
      }
      for index in lists.indices {
        let past = lists[index].a[skipStart(of: layer) ?? layer - 1]
        lists[index].z.append(sums[index])
        let value =
          rounding.map {
            leaving(layer, z: sums[index], past: past.doubles, lists[index].drops[layer], $0)
          }
          ?? leaving(layer, z: sums[index], past: past, &lists[index])
        try checkRange(value, layer: layer)
        lists[index].a.append(value)
      }
      try checkpoint(Double(layer) / Double(depth))
    }
    return JointForward(
      samples: lists.map {
        Forward(
          a: VectorList($0.a),
          z: VectorList($0.z),
          drops: $0.drops,
          format: format,
          flushesToZero: flushToZero
        )
      },
      inverses: inverses
    )
  }

  /// dJ/da … of a joint pass, for J as the mean of the samples' losses, one for each.
  ///
  /// *Cost*: `jointCost`. *Throws*: as `backward`, `.lossCount`.
  package func backward(
    _ forward: JointForward,
    losses: [Loss],
    lossScale: Double = 1,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> JointGradients {
    let count = forward.samples.count
    guard losses.count == count else {
      throw NetworkError.lossCount(losses.count, samples: count)
    }
    guard lossScale.isFinite, lossScale > 0 else {
      throw NetworkError.parameter(.lossScale, value: lossScale)
    }
    try checkMemory(jointCost(samples: count).backward)
    let share = Extended.one / Extended(count)
    var firsts: [Vector] = []
    for (pass, loss) in zip(forward.samples, losses) {
      firsts.append(try loss.gradient(at: pass.output).scaled(by: share))
    }
    guard normsBatches else {
      return try apart(forward, from: firsts, lossScale: lossScale, checkpoint: checkpoint)
    }
    if lossScale != 1 { firsts = firsts.map { $0.scaled(by: Extended(lossScale)) } }
    var walk = JointWalk(self, forward, from: firsts)
    for layer in stride(from: depth, through: 1, by: -1) {
      try walk.step(layer) { try checkpoint((Double(depth - layer) + $0) / Double(depth)) }
    }
    return walk.gradients(dividedBy: Extended(lossScale))
  }

  /// The backward passes of samples that know nothing of each other.
  private func apart(
    _ forward: JointForward,
    from firsts: [Vector],
    lossScale: Double,
    checkpoint: (Double) throws -> Void
  ) throws -> JointGradients {
    var samples: [Gradients] = []
    for (index, (pass, first)) in zip(forward.samples, firsts).enumerated() {
      func step(_ share: Double) throws {
        try checkpoint((Double(index) + share) / Double(firsts.count))
      }
      guard let format = pass.format else {
        samples.append(try backward(pass, from: first, checkpoint: step))
        continue
      }
      samples.append(
        try backward(
          pass,
          from: first,
          lossScale: lossScale,
          rounding: Rounding(format, flushesToZero: pass.flushesToZero),
          checkpoint: step
        )
      )
    }
    return JointGradients(samples: samples, format: forward.samples[0].format)
  }

  /// A norm's result as it is kept.
  private func stored(_ z: Vector, _ layer: Int, _ rounding: Rounding?) -> Vector {
    if let rounding { return rounding.round(z.rounded) }
    return isPrecise(layer) ? z : z.rounded
  }
}

extension Network {
  /// The weights of a layer as several passes share them.
  enum LayerWeights {
    case drawn(ScaledDraw)
    case given(Matrix)
    case rounded(Rounding.Operand, Rounding)
  }

  func layerWeights(
    _ layer: Int,
    _ rounding: Rounding?,
    checkpoint: (Double) throws -> Void
  ) rethrows -> LayerWeights {
    if let rounding {
      let matrix = try weights(layer, checkpoint: checkpoint)
      return .rounded(rounding.operand(matrix), rounding)
    }
    if let draw = try scaledDraw(layer, checkpoint: checkpoint) { return .drawn(draw) }
    return .given(weights(layer))
  }

  /// W[l] a[l−1] + b[l]; a dense product has no low parts, and the bias is brought to its exponent.
  func weightedSum(
    _ layer: Int,
    of input: Vector,
    _ weights: LayerWeights
  ) -> Vector {
    let bias = bias(layer)
    switch weights {
    case .drawn(let draw):
      let product = draw.times(input)
      return bias.map { product.adding($0).rounded } ?? product
    case .given(let matrix):
      let product = matrix.times(input)
      guard let bias else { return product }
      let sum = product.adding(bias)
      guard case .dense = matrix else { return sum }
      return sum.rounded
    case .rounded(let operand, let rounding):
      let product = rounding.product(operand, input.doubles)
      return Vector(bias.map { rounding.combined(product, rounding.rounded($0), +) } ?? product)
    }
  }
}
