extension Network {
  /// a[0] … a[L] and z[1] … z[L] for an input.
  ///
  /// Without a format nothing overflows: every vector carries its exponent. With one, every
  /// operation of the network is rounded to it (see `Network+Formats.swift`), and with `flushToZero`
  /// a subnormal result becomes zero, as on processors that are set so.
  ///
  /// With a seed, units are dropped as in the first step of a training with it; `sample` is the place
  /// of x in its batch.
  ///
  /// *Shape*: x has `inputWidth` entries. *Cost*: `forwardCost`. `checkpoint` is called now and then
  /// with the share that is done, from 0 to 1; what it throws ends the pass.
  /// *Throws*: `.inputLength`, `.tooMuchMemory`, `.range` where a number leaves 2^±2^40.
  package func forward(
    _ x: Vector,
    format: NumberFormat? = nil,
    flushToZero: Bool = false,
    droppingBy seed: UInt64? = nil,
    sample: Int = 0,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Forward {
    guard x.count == inputWidth else {
      throw NetworkError.inputLength(x.count, expected: inputWidth)
    }
    try checkMemory(forwardCost)
    if let format {
      let rounding = Rounding(format, flushesToZero: flushToZero)
      let drops = drops(by: seed, sample: sample)
      return try forward(x, rounding: rounding, drops, checkpoint: checkpoint)
    }
    if seed != nil, dropsUnits {
      let drops = drops(by: seed, sample: sample)
      return try forward(x, after: nil, drops, checkpoint: checkpoint)
    }
    return try forward(x, after: sharing.work?.walk(of: self, from: x), checkpoint: checkpoint)
  }

  /// The pass after what is walked of it already.
  private func forward(
    _ x: Vector,
    after walk: SharedWalk?,
    _ drops: [Int: Vector] = [:],
    checkpoint: (Double) throws -> Void
  ) throws -> Forward {
    try checkSingle()
    var pace = Pace(layers: depth, operations: forwardCost.operations)
    if walk == nil, let chain = ScaledIdentities(self),
      let a = try chain.forward(x, &pace, checkpoint: checkpoint)
    {
      return Forward(a: VectorList(a), z: VectorList(a, skipping: 1))
    }
    var all = walk?.begun ?? Layers(a: [x])
    all.drops = drops
    let first = all.a.count
    var new = Layers()
    if first <= depth {
      new = try layers(first...depth, after: all, &pace, checkpoint: checkpoint)
    }
    walk?.keep(new, from: first)
    all.a += new.a
    all.z += new.z
    return Forward(
      a: VectorList(all.a),
      z: VectorList(all.z),
      u: VectorList(new.u),
      inputs: VectorList(new.inputs),
      sums: VectorList(new.sums),
      drops: drops
    )
  }

  /// ŷ alone, which takes no vector of the layers that were walked before.
  ///
  /// *Cost*, *Throws*: as `forward`.
  package func output(
    _ x: Vector,
    format: NumberFormat? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Vector {
    guard format == nil, x.count == inputWidth, !PreciseChain.serves(self),
      let work = sharing.work
    else {
      return try forward(x, format: format, checkpoint: checkpoint).output
    }
    if let known = try work.output(of: self, from: x) { return known }
    try checkMemory(forwardCost)
    guard let walk = try work.walk(of: self, from: x) else {
      return try forward(x, after: nil, checkpoint: checkpoint).output
    }
    let (layer, last) = walk.last
    guard layer < depth else { return last }
    var pace = Pace(layers: depth, operations: forwardCost.operations)
    let begun = Layers(a: [last])
    let new = try layers(layer + 1...depth, after: begun, &pace, checkpoint: checkpoint)
    walk.keep(new, from: layer + 1)
    return new.a[new.a.count - 1]
  }

  /// What layers have come to, the first of them first.
  struct Layers {
    var a: [Vector] = []
    var z: [Vector] = []
    /// Empty where there are no norms; so are the others where none stand in their place.
    var u: [Vector] = []
    var inputs: [Vector] = []
    var sums: [Vector] = []
    /// By layer, what each unit is multiplied by where some are dropped.
    var drops: [Int: Vector] = [:]
  }

  /// Some of the layers, after those below them, of which a small given network needs all.
  func layers(
    _ range: ClosedRange<Int>,
    after begun: Layers,
    _ pace: inout Pace,
    checkpoint: (Double) throws -> Void
  ) throws -> Layers {
    var new = Layers()
    new.drops = begun.drops
    new.a.reserveCapacity(range.count)
    new.z.reserveCapacity(range.count)
    var last = begun.a[begun.a.count - 1]
    var chain = PreciseChain(self, from: begun.a[0])
    chain?.follow(begun)
    let shared = if case .none = biasSource { sharedMatrix } else { DenseMatrix?.none }
    let isPlain = structure == .plain
    let normsEntries = if case .layer(_, .before) = structure.norm { true } else { false }
    var past = last
    for layer in range {
      if !isPlain, skipEnd(from: layer - 1) != nil { past = last }
      let input = normsEntries ? entering(layer, last) : last
      let sum: Vector
      if chain != nil, let precise = chain?.step(layer, input) {
        sum = precise
      } else if let shared, layer < depth {
        sum = shared.times(input)
      } else {
        sum = try preactivation(layer, of: input) {
          try checkpoint((Double(layer - 1) + $0) / Double(depth))
        }
      }
      if isPlain {
        last = try plainValue(of: sum, layer: layer)
        new.z.append(sum)
      } else {
        try checkRange(sum, layer: layer)
        if normsEntries { new.inputs.append(input) }
        last = leaving(layer, sum, past: past, &new)
        try checkRange(last, layer: layer)
      }
      new.a.append(last)
      try pace.step(layer, checkpoint)
    }
    return new
  }

  /// Whether its layers are a product with a multiple of a draw and an activation, no more.
  var isPlainDraw: Bool {
    guard case .none = biasSource, case .drawn = weightSource else { return false }
    return structure == .plain
  }

  /// a[l] of a network without skips and norms, from z[l].
  func plainValue(of sum: Vector, layer: Int) throws(NetworkError) -> Vector {
    try checkRange(sum, layer: layer)
    let activation = activation(of: layer)
    let value = isPrecise(layer) ? activation.preciseValue(sum) : activation.value(sum)
    try checkRange(value, layer: layer)
    return value
  }

  /// W[l] a[l−1] + b[l]; a dense product has no low parts, and the bias is brought to its exponent.
  private func preactivation(
    _ layer: Int,
    of input: Vector,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Vector {
    weightedSum(layer, of: input, try layerWeights(layer, nil, checkpoint: checkpoint))
  }

  /// The dense matrix of nearly all layers, which isn't copied for each; nil where there is none.
  var sharedMatrix: DenseMatrix? {
    if case .repeating(.dense(let dense), _) = weightSource { dense } else { nil }
  }

  func checkMemory(_ cost: Cost) throws(NetworkError) {
    guard cost.bytes <= Engine.memoryLimit else {
      throw .tooMuchMemory(bytes: cost.bytes, limit: Engine.memoryLimit)
    }
  }

  func checkRange(_ vector: Vector, layer: Int) throws(NetworkError) {
    do {
      _ = try vector.checked()
    } catch {
      throw .range(layer: layer, error)
    }
  }
}
