extension Training {
  /// Trains a network on samples.
  ///
  /// Weights and sums are float64 without extended range: what explodes diverges, what vanishes
  /// stalls, and both are outcomes, not errors. *Cost*: `cost(of:samples:)`. `checkpoint` gets the
  /// share that is done. The run is the same for any number of `threads`; nil chooses it by machine
  /// and work. With `tests` their loss is known at every step, and with a patience the run ends with
  /// the weights where it was least. *Throws*: `.inputLength`, `.targetLength`, `.parameter`, `.steps`, `.batch`,
  /// `.tooMuchMemory`, what `checkpoint` throws.
  package func train(
    _ network: Network,
    on samples: TrainingSet,
    testedOn tests: TrainingSet? = nil,
    threads: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> TrainingRun {
    try validate(samples: samples.count)
    if let tests {
      try Training.check(tests, network.inputWidth, network.outputWidth, size: tests.count)
    }
    let size = batch ?? samples.count
    var order = BatchOrder(samples: samples.count, batch: size, seed: seed)
    return try train(
      network,
      whole: samples,
      tests: tests,
      size: size,
      threads: threads,
      checkpoint: checkpoint
    ) { step in
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
      tests: nil,
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
    tests: TrainingSet?,
    size: Int,
    threads: Int?,
    checkpoint: (Double) throws -> Void,
    batches: (Int) throws -> TrainingSet
  ) throws -> TrainingRun {
    if network.normsBatches, size < 2 { throw NetworkError.batchNormOfOne }
    var model = try Model(network, checkpoint: checkpoint)
    var loop = TrainingLoop<BatchPass>(
      self,
      model,
      batch: size,
      testedOn: tests,
      threads: threads
    ) { try Sharpness.along($0, $1, objective, scaled: $2, checkpoint: $3) }
    return try run(
      &loop,
      &model,
      whole: whole,
      size: size,
      checkpoint: checkpoint,
      batches: batches
    )
  }

  /// All steps of a loop that has taken none.
  func run<Pass: TrainingPass>(
    _ loop: inout TrainingLoop<Pass>,
    _ model: inout Pass.Model,
    whole: TrainingSet?,
    size: Int,
    checkpoint: (Double) throws -> Void,
    batches: (Int) throws -> TrainingSet
  ) throws -> TrainingRun {
    if let format = format?.ofOptimizer { model.round(to: format) }
    let isWhole = whole.map { $0.count == size } ?? false
    // A loss of dropped units is none that the last one could be compared with.
    let isAlike = isWhole && !model.dropsUnits
    let start = isAlike ? nil : model
    var late = start
    if let whole, !isAlike {
      let first = try loop.loss(model, whole) { try checkpoint(0) }
      loop.mark(TrainingRun.Marks(first: first, late: first))
    }
    let interval = max(1, Int(0x1p20 / max(model.operations(batch: size), 1)))
    var step = 0
    while step < steps {
      if !isAlike, step == steps - lastTenth { late = model }
      let samples = try batches(step)
      try Training.check(samples, model.inputWidth, model.outputWidth, size: size)
      let share = Double(step) / Double(max(steps, 1))
      try loop.look(at: step, model, whole ?? samples) { try checkpoint(share) }
      if loop.isOver { break }
      try loop.step(step, &model, samples) { try checkpoint(share) }
      if loop.isOver { break }
      step += 1
      if step % interval == 0 { try checkpoint(share) }
    }
    let last = try whole ?? batches(step)
    if !loop.isOver { try loop.look(at: step, model, last) { try checkpoint(1) } }
    try loop.finish(model, last, at: step) { try checkpoint(1) }
    if loop.divergence == nil {
      loop.mark(try marks(loop, start, late, last) { try checkpoint(1) })
    }
    if let best = loop.watch?.kept { model = best }
    return loop.run(isWhole: isWhole, trained: try model.trained())
  }

  /// The losses of the last samples before the first step and before the last tenth, of the weights
  /// at these times; without weights the recorded ones, which are of all samples.
  private func marks<Pass: TrainingPass>(
    _ loop: TrainingLoop<Pass>,
    _ start: Pass.Model?,
    _ late: Pass.Model?,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows -> TrainingRun.Marks {
    guard let start, let late else {
      let late = min(max(0, steps - lastTenth), loop.losses.count - 1)
      return TrainingRun.Marks(first: loop.losses[0], late: loop.losses[late])
    }
    return TrainingRun.Marks(
      first: try loop.loss(start, samples, checkpoint: checkpoint),
      late: try loop.loss(late, samples, checkpoint: checkpoint)
    )
  }

  static func check(
    _ samples: TrainingSet,
    _ inputWidth: Int,
    _ outputWidth: Int,
    size: Int
  ) throws(NetworkError) {
    guard samples.inputWidth == inputWidth else {
      throw .inputLength(samples.inputWidth, expected: inputWidth)
    }
    guard samples.outputWidth == outputWidth else {
      throw .targetLength(samples.outputWidth, expected: outputWidth)
    }
    guard samples.count == size else { throw .batch(samples.count, samples: size) }
  }
}
