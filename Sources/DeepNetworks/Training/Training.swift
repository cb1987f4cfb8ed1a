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
  /// λ: each step draws the weights towards 0, but not the biases.
  ///
  /// Without Adam it adds λ W to the gradient, as a loss of λ/2 ‖W‖² would, after clipping; with Adam
  /// it takes η λ W from the weights beside Adam's step. In plain steps both are the same. *Source*:
  /// Loshchilov and Hutter 2019, "Decoupled weight decay regularization".
  package var decay = 0.0
  /// What the rate is multiplied by, step by step.
  package var schedule = Schedule()
  /// Every how many steps the sharpness is measured; nil for never.
  package var sharpnessInterval: Int?
  /// How many steps the loss of the test samples may go without a new least before the run is stopped;
  /// nil for all of them.
  package var patience: Int?
  /// The float format that it computes in; nil for float64.
  package var format: TrainingFormat?

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

  /// η of a step, counted from 0.
  package func rate(at step: Int) -> Double { rate * schedule.factor(at: step, of: steps) }

  /// *Throws*: `.parameter`, `.steps`, `.batch` for what cannot be.
  func validate(samples: Int) throws(NetworkError) {
    guard rate.isFinite, rate >= 0 else { throw .parameter(.rate, value: rate) }
    guard (0...Training.stepLimit).contains(steps) else { throw .steps(steps) }
    if let batch, !(1...samples).contains(batch) { throw .batch(batch, samples: samples) }
    if let clipping, !(clipping.isFinite && clipping > 0) {
      throw .parameter(.clipping, value: clipping)
    }
    guard decay.isFinite, decay >= 0 else { throw .parameter(.decay, value: decay) }
    try schedule.validate()
    try format?.validate()
    if let patience, patience < 1 { throw .parameter(.patience, value: Double(patience)) }
    if let interval = sharpnessInterval, interval < 1 {
      throw .parameter(.scheduleSteps, value: Double(interval))
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
  package func cost(of network: Network, samples: Int, tests: Int? = nil) -> Cost {
    let batch = min(self.batch ?? samples, samples)
    let layers = Double(network.depth)
    let entries = (1...network.depth).reduce(0.0) {
      $0 + Double(network.width(of: $1)) * Double(network.width(of: $1 - 1))
    }
    // With mini-batches the loss of all samples is worked out three times, from two copies.
    let isWhole = batch == samples
    let others = isWhole ? 0 : 3 * Self.operations(ofStepOf: network, samples: samples)
    let more = more(of: network, samples: samples, batch: batch, tests: tests)
    return Cost(
      operations: Double(steps) * Self.operations(ofStepOf: network, samples: batch) + others
        + more.operations,
      bytes: (isWhole ? 40 : 56) * entries + 16 * layers * Double(steps)
        + 100 * Double(samples) * layers + more.bytes
    )
  }

  /// What tests, a format and the sharpness take besides.
  private func more(of network: Network, samples: Int, batch: Int, tests: Int?) -> Cost {
    let count = Double(steps)
    let rows = (0...network.depth).reduce(0.0) { $0 + Double(network.width(of: $1)) }
    let weights = (1...network.depth).reduce(0.0) {
      $0 + Double(network.width(of: $1)) * Double(network.width(of: $1 - 1) + 1)
    }
    var more = Cost.none
    if let tests {
      let pass = Self.operations(ofStepOf: network, samples: tests) - 120 * weights
      let room = 16 * weights + 40 * rows * Double(tests)
      more = more + Cost(operations: (count + 1) * 0.4 * pass, bytes: room)
    }
    if let interval = sharpnessInterval {
      let pass = Self.operations(ofStepOf: network, samples: samples)
      var measures = count / Double(interval) + 2
      if case .adam = optimizer { measures *= 2 }
      let room = 80 * rows * Double(samples) + 320 * weights
      more = more + Cost(operations: measures * 40 * pass, bytes: room)
    }
    if let format {
      let stored = 8 * rows * Double(batch) + (format.hasMasters ? 4 : 12) * weights
      more = more + Cost(operations: count * 3 * stored, bytes: 16 * weights)
    }
    return more
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
