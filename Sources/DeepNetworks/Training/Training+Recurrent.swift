extension Training {
  /// Trains a recurrent network on samples, whose inputs are x[1] … x[T] end to end, from h[0] = 0.
  ///
  /// Gradients go back through the last `truncation` steps, or all. Everything else is as with a network
  /// of layers. *Cost*: `cost(of:samples:)`. *Throws*: as `train(_:on:)`, and `.noStepInputs` for a network
  /// without inputs.
  package func train(
    _ network: RecurrentNetwork,
    on samples: TrainingSet,
    testedOn tests: TrainingSet? = nil,
    truncation: Int? = nil,
    learnsBiases: Bool = false,
    threads: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> TrainingRun {
    try validate(samples: samples.count)
    guard network.inputs > 0 else { throw NetworkError.noStepInputs }
    var model = try SequenceModel(network, truncation: truncation, learnsBiases: learnsBiases)
    for set in [samples] + (tests.map { [$0] } ?? []) {
      try Training.check(set, model.inputWidth, model.outputWidth, size: set.count)
    }
    let size = batch ?? samples.count
    var order = BatchOrder(samples: samples.count, batch: size, seed: seed)
    var loop = TrainingLoop<SequencePass>(
      self,
      model,
      batch: size,
      testedOn: tests,
      threads: threads,
      curvature: nil
    )
    return try run(&loop, &model, whole: samples, size: size, checkpoint: checkpoint) { step in
      size == samples.count ? samples : samples.picked(order.batch(step))
    }
  }

  /// What training a recurrent network takes.
  package func cost(of network: RecurrentNetwork, samples: Int, tests: Int? = nil) -> Cost {
    let batch = min(self.batch ?? samples, samples)
    let count = Double(steps)
    let numbers = network.weightCount
    let others = batch == samples ? 0 : 3 * Self.operations(ofStepOf: network, samples: samples)
    var operations = count * Self.operations(ofStepOf: network, samples: batch) + others
    // Samples that are looked at in one go.
    var rows = Double(max(batch, samples))
    if let tests {
      operations += (count + 1) * 0.4 * Self.operations(ofStepOf: network, samples: tests)
      rows += Double(tests)
    }
    let stored = Double(network.steps) * Double(network.width) * Double(network.layers.count)
    if let format {
      let ofWeights = (format.hasMasters ? 4 : 12) * numbers
      operations += count * 3 * (6 * stored * Double(batch) + ofWeights)
    }
    let sources = Double(network.steps) * 4 * Double(network.width + network.inputs)
    let room = 8 * (5 * stored + sources) * rows
    return Cost(operations: operations, bytes: 72 * numbers + room + 64 * count)
  }

  /// Instructions of a step of a network through time.
  private static let perTimeStep = 3000.0

  /// What a step of the training takes: products of whole batches, curves, and the optimizer.
  private static func operations(ofStepOf network: RecurrentNetwork, samples: Int) -> Double {
    let batch = Double(samples)
    let (rows, columns) = (Double(network.width), Double(network.width + network.inputs))
    let ofGates = network.cell.gates.reduce(0.0) { sum, gate in
      let activation = 60 + 2 * network.cell.activation(of: gate).operations
      return sum + perTimeStep + rows * columns * 0.6 * batch + activation * rows * batch
    }
    return 7000 + Double(network.steps) * ofGates + 150 * network.weightCount
  }
}
