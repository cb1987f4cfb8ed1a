import CKernels

/// How a network is trained.
package struct Training: Sendable, Hashable {
  package var rate: Double
  package var steps: Int
  /// Samples per step; nil for all of them.
  ///
  /// Smaller batches go through the samples in an order that
  /// is drawn anew for each pass.
  package var batch: Int?
  package var optimizer: Optimizer
  package var objective: Objective
  /// The largest norm of all gradients together; nil for no clipping.
  package var clipping: Double?
  /// For the order of mini-batches.
  package var seed: UInt64

  package init(
    rate: Double,
    steps: Int,
    batch: Int? = nil,
    optimizer: Optimizer = .gradientDescent,
    objective: Objective = .squaredError,
    clipping: Double? = nil,
    seed: UInt64 = 1
  ) {
    self.rate = rate
    self.steps = steps
    self.batch = batch
    self.optimizer = optimizer
    self.objective = objective
    self.clipping = clipping
    self.seed = seed
  }

  /// The most steps that can be asked for.
  package static let stepLimit = 10_000_000

  /// How many steps are the last tenth of them: at least one.
  package var lastTenth: Int { max(1, steps / 10) }

  /// *Throws*: `.parameter`, `.steps`, `.batch` for what cannot be.
  func validate(samples: Int) throws(NetworkError) {
    guard rate.isFinite, rate >= 0 else { throw .parameter(.rate, value: rate) }
    guard (0...Training.stepLimit).contains(steps) else { throw .steps(steps) }
    if let batch, !(1...samples).contains(batch) { throw .batch(batch, samples: samples) }
    if let clipping, !(clipping.isFinite && clipping > 0) {
      throw .parameter(.clipping, value: clipping)
    }
    switch optimizer {
    case .gradientDescent: break
    case .momentum(let beta):
      guard (0..<1).contains(beta) else { throw .parameter(.momentum, value: beta) }
    case .adam(let beta1, let beta2, let epsilon):
      guard (0..<1).contains(beta1) else { throw .parameter(.momentum, value: beta1) }
      guard (0..<1).contains(beta2) else { throw .parameter(.momentum, value: beta2) }
      guard epsilon.isFinite, epsilon >= 0 else { throw .parameter(.normEpsilon, value: epsilon) }
    }
  }

  /// What training a network takes; its weights are drawn once, before the first step.
  package func cost(of network: Network, samples: Int) -> Cost {
    let batch = min(self.batch ?? samples, samples)
    let layers = Double(network.depth)
    let entries = (1...network.depth).reduce(0.0) {
      $0 + Double(network.width(of: $1)) * Double(network.width(of: $1 - 1))
    }
    // With mini-batches the loss of all samples is worked out three times, from two copies.
    let isWhole = batch == samples
    let others = isWhole ? 0 : 3 * Self.operations(ofStepOf: network, samples: samples)
    return Cost(
      operations: Double(steps) * Self.operations(ofStepOf: network, samples: batch) + others,
      bytes: (isWhole ? 40 : 56) * entries + 16 * layers * Double(steps)
        + 100 * Double(samples) * layers
    )
  }

  /// Instructions of a layer in a step besides those of its entries.
  private static let perLayer = 1500.0
  /// And of a step besides its layers.
  private static let perStep = 7000.0

  /// What a step takes, fitted to counts of callgrind: products of whole batches run fast; norms and
  /// the optimizer take most of a weight.
  package static func operations(ofStepOf network: Network, samples: Int) -> Double {
    let batch = Double(samples)
    return (1...network.depth).reduce(perStep) { sum, layer in
      let (rows, columns) = (Double(network.width(of: layer)), Double(network.width(of: layer - 1)))
      let activation = 40 + 2 * network.activation(of: layer).operations
      return sum + perLayer + rows * columns * (0.6 * batch + 150) + activation * rows * batch
    }
  }
}

extension Training {
  /// Trains a network on samples.
  ///
  /// Weights and sums are float64 without extended range: what explodes diverges, what vanishes
  /// stalls, and both are outcomes, not errors. *Cost*: `cost(of:samples:)`. `checkpoint` gets the
  /// share that is done. The run is the same for any number of `threads`; nil chooses it by machine
  /// and work. *Throws*: `.inputLength`, `.targetLength`, `.parameter`, `.steps`, `.batch`,
  /// `.tooMuchMemory`, what `checkpoint` throws.
  package func train(
    _ network: Network,
    on samples: TrainingSet,
    threads: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> TrainingRun {
    try validate(samples: samples.count)
    let size = batch ?? samples.count
    var order = BatchOrder(samples: samples.count, batch: size, seed: seed)
    return try train(network, whole: samples, size: size, threads: threads, checkpoint: checkpoint)
    { step in
      size == samples.count ? samples : samples.picked(order.batch(step))
    }
  }

  /// Trains on a batch that is made for each step, all of the first one's size.
  ///
  /// *Throws*: as `train(_:on:)`, and what `batches` throws.
  package func train(
    _ network: Network,
    threads: Int? = nil,
    batches: (Int) throws -> TrainingSet,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> TrainingRun {
    let first = try batches(0)
    try validate(samples: first.count)
    return try train(
      network,
      whole: nil,
      size: first.count,
      threads: threads,
      checkpoint: checkpoint
    ) { step in
      step == 0 ? first : try batches(step)
    }
  }

  private func train(
    _ network: Network,
    whole: TrainingSet?,
    size: Int,
    threads: Int?,
    checkpoint: (Double) throws -> Void,
    batches: (Int) throws -> TrainingSet
  ) throws -> TrainingRun {
    if network.normsBatches, size < 2 { throw NetworkError.batchNormOfOne }
    var model = try Model(network, checkpoint: checkpoint)
    let isWhole = whole.map { $0.count == size } ?? false
    // A loss of dropped units is none that the last one could be compared with.
    let isAlike = isWhole && !network.dropsUnits
    let start = isAlike ? nil : model
    var late = start
    var loop = TrainingLoop(self, model, batch: size, threads: threads)
    if let whole, !isAlike {
      let first = try loop.loss(model, whole) { try checkpoint(0) }
      loop.mark(TrainingRun.Marks(first: first, late: first))
    }
    let interval = max(1, Int(0x1p20 / max(model.operations(batch: size), 1)))
    for step in 0..<steps where loop.divergence == nil {
      if !isAlike, step == steps - lastTenth { late = model }
      let samples = try batches(step)
      try Training.check(samples, network, size: size)
      let share = Double(step) / Double(max(steps, 1))
      try loop.step(step, &model, samples) { try checkpoint(share) }
      if step % interval == interval - 1 { try checkpoint(share) }
    }
    let last = try whole ?? batches(steps)
    try loop.finish(model, last, at: steps) { try checkpoint(1) }
    if loop.divergence == nil {
      loop.mark(try marks(loop, start, late, last) { try checkpoint(1) })
    }
    return TrainingRun(
      losses: loop.losses,
      gradientNorms: loop.gradientNorms,
      finalGradientNorms: loop.finalGradientNorms,
      updateNorms: loop.updateNorms,
      accuracies: loop.accuracies,
      outcome: loop.outcome,
      marks: loop.marks,
      isWhole: isWhole,
      network: try model.network()
    )
  }

  /// The losses of the last samples before the first step and before the last tenth, of the weights
  /// at these times; without weights the recorded ones, which are of all samples.
  private func marks(
    _ loop: TrainingLoop,
    _ start: Model?,
    _ late: Model?,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows -> TrainingRun.Marks {
    guard let start, let late else {
      return TrainingRun.Marks(first: loop.losses[0], late: loop.losses[max(0, steps - lastTenth)])
    }
    return TrainingRun.Marks(
      first: try loop.loss(start, samples, checkpoint: checkpoint),
      late: try loop.loss(late, samples, checkpoint: checkpoint)
    )
  }

  static func check(
    _ samples: TrainingSet,
    _ network: Network,
    size: Int
  ) throws(NetworkError) {
    guard samples.inputWidth == network.inputWidth else {
      throw .inputLength(samples.inputWidth, expected: network.inputWidth)
    }
    guard samples.outputWidth == network.outputWidth else {
      throw .targetLength(samples.outputWidth, expected: network.outputWidth)
    }
    guard samples.count == size else { throw .batch(samples.count, samples: size) }
  }
}
