import CKernels

/// The state of a training run between its steps.
struct TrainingLoop {
  private let training: Training
  private var pass: BatchPass
  private let batch: Int
  private let team: Team
  private var weightMoments: [Moment]
  private var biasMoments: [Moment]
  private(set) var losses: [Double] = []
  private(set) var gradientNorms: [[Double]] = []
  private(set) var finalGradientNorms: [Double] = []
  private(set) var updateNorms: [[Double]] = []
  private(set) var accuracies: [Double] = []
  /// The loss of the samples of the last loss, before the first step and before the last tenth.
  private(set) var marks: TrainingRun.Marks?
  private var flaw: Flaw?
  /// Whether any dJ/db is not 0 at the end.
  private var movesBiases = false
  private(set) var divergence: Int?

  init(_ training: Training, _ model: Model, batch: Int, threads: Int?) {
    self.training = training
    self.batch = batch
    team = Team(
      size: threads ?? Team.size(operations: model.operations(batch: batch), pieces: batch / 8)
    )
    pass = BatchPass(model, count: batch)
    weightMoments = Array(repeating: Moment(), count: model.depth)
    biasMoments = weightMoments
  }

  /// One step from a batch.
  mutating func step(
    _ step: Int,
    _ model: inout Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows {
    pass.drop(model, seed: training.seed, step: step)
    try pass.forward(model, samples.inputs, on: team, checkpoint: checkpoint)
    pass.keepStatistics(in: &model)
    accuracies.append(samples.accuracy(of: pass.a(model.depth)))
    let loss = try pass.backward(
      model,
      targets: samples.targets,
      objective: training.objective,
      on: team,
      checkpoint: checkpoint
    )
    losses.append(loss)
    let norms = TrainingLoop.weightGradientNorms(pass)
    gradientNorms.append(norms)
    guard isSound(loss), norms.allSatisfy(\.isFinite) else {
      divergence = step
      return
    }
    if let limit = training.clipping { pass.clipGradients(to: limit) }
    var updates: [Double] = []
    for index in 0..<model.depth {
      let squares = pass.updating(index) { dW, dB in
        weightMoments[index].update(
          &model.weights[index],
          dW,
          training.optimizer,
          rate: training.rate,
          step: step + 1
        )
        if !model.biases[index].isEmpty {
          biasMoments[index].update(
            &model.biases[index],
            dB,
            training.optimizer,
            rate: training.rate,
            step: step + 1
          )
        }
        return fk_sumsq(dW, model.weights[index].count)
      }
      updates.append(TrainingLoop.norm(squares) { pass.dW(index) })
    }
    updateNorms.append(updates)
  }

  /// The loss after the last step, its gradients, and what keeps a layer from learning.
  mutating func finish(
    _ model: Model,
    _ samples: TrainingSet,
    at step: Int,
    checkpoint: () throws -> Void
  ) rethrows {
    guard divergence == nil else { return }
    var last = samples.count == batch ? pass : BatchPass(model, count: samples.count)
    last.keepAllUnits()
    try last.forward(model, samples.inputs, on: team, checkpoint: checkpoint)
    accuracies.append(samples.accuracy(of: last.a(model.depth)))
    let loss = try last.backward(
      model,
      targets: samples.targets,
      objective: training.objective,
      on: team,
      checkpoint: checkpoint
    )
    losses.append(loss)
    guard isSound(loss) else {
      divergence = step
      return
    }
    finalGradientNorms = TrainingLoop.weightGradientNorms(last)
    flaw = Flaw(model, last)
    movesBiases = (0..<model.depth).contains { last.dB($0).contains { $0 != 0 } }
  }

  /// The loss of samples that no step is taken from.
  func loss(
    _ model: Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    var pass = BatchPass(model, count: samples.count)
    try pass.forward(model, samples.inputs, on: team, checkpoint: checkpoint)
    var outputs = pass.a(model.depth)
    return training.objective.evaluate(
      &outputs,
      targets: samples.targets,
      count: samples.count
    )
  }

  /// Sets what the outcome compares the last loss with.
  mutating func mark(_ marks: TrainingRun.Marks) { self.marks = marks }

  /// Whether a loss, already recorded, is finite and below a million times the first.
  private func isSound(_ loss: Double) -> Bool {
    let first = marks?.first ?? losses.first ?? loss
    guard loss.isFinite, first.isFinite else { return false }
    return first == 0 || loss <= 1e6 * max(first, 1e-300)
  }

  /// How it ended.
  var outcome: TrainingRun.Outcome {
    if let divergence { return .diverged(step: divergence) }
    guard let last = losses.last, let marks, training.steps > 0 else { return .finished }
    if last <= marks.first / 1000 { return .converged }
    if flaw == .dead, !movesBiases, finalGradientNorms.allSatisfy({ $0 == 0 }) {
      let moving = gradientNorms.lastIndex { $0.contains { $0 != 0 } }
      return .dead(step: (moving ?? -1) + 1)
    }
    if last > 1.01 * marks.first { return .risen }
    guard last > 0.99 * marks.first || stands(last, marks) else { return .finished }
    if case .saturated(let layer) = flaw { return .saturated(layer: layer) }
    return .stalled
  }

  /// Whether the last tenth of the steps changed the loss by less than a hundredth, and by less than
  /// a tenth of its share of the whole fall: a slow, even fall is no plateau.
  private func stands(_ last: Double, _ marks: TrainingRun.Marks) -> Bool {
    let share = Double(training.lastTenth) / Double(training.steps)
    let change = abs(marks.late - last)
    return change < 0.01 * marks.late && change < 0.1 * share * (marks.first - last)
  }

  /// What keeps a layer's weights from learning.
  private enum Flaw: Hashable {
    /// Every slope of a layer is 0 for every sample.
    case dead
    /// Nine tenths of this layer's slopes are below a thousandth of the one at 0.
    case saturated(layer: Int)

    init?(_ model: Model, _ pass: BatchPass) {
      var found: Flaw?
      for layer in 1...model.depth {
        let activation = model.activations[layer - 1]
        let slopes = activation.derivatives(pass.z(layer))
        if slopes.allSatisfy({ $0 == 0 }) {
          self = .dead
          return
        }
        guard found == nil, activation.saturates else { continue }
        let bound = activation.derivatives([0])[0] / 1000
        if slopes.count(where: { $0 < bound }) * 10 >= slopes.count * 9 {
          found = .saturated(layer: layer)
        }
      }
      guard let found else { return nil }
      self = found
    }
  }

  private static func weightGradientNorms(_ pass: BatchPass) -> [Double] {
    pass.squaresOfWeightGradients().enumerated().map { index, squares in
      norm(squares) { pass.dW(index) }
    }
  }

  /// The Euclidean norm from the sum of squares, also where squares leave the doubles.
  private static func norm(_ square: Double, of values: () -> [Double]) -> Double {
    guard square < 1e-280 || !square.isFinite else { return square.squareRoot() }
    return Vector(values()).norm().double
  }
}

/// Which samples make up each step's batch: a new order for each pass through all of them.
struct BatchOrder {
  private let samples: Int
  private let batch: Int
  private let seed: UInt64
  private var epoch = -1
  private var order: [Int] = []

  init(samples: Int, batch: Int, seed: UInt64) {
    self.samples = samples
    self.batch = batch
    self.seed = seed
  }

  /// The batch of a step; the rest of a pass that doesn't fill a batch is left out.
  mutating func batch(_ step: Int) -> ArraySlice<Int> {
    let perEpoch = samples / batch
    if step / perEpoch != epoch {
      epoch = step / perEpoch
      shuffle()
    }
    let first = step % perEpoch * batch
    return order[first..<first + batch]
  }

  /// Fisher and Yates, with the uniforms of this pass.
  private mutating func shuffle() {
    order = Array(0..<samples)
    let source = Random.Source(seed: seed, layer: UInt32(truncatingIfNeeded: epoch), kind: .order)
    let uniforms = source.uniforms(samples)
    for i in stride(from: samples - 1, to: 0, by: -1) {
      // u in (0, 1]: ⌈u (i + 1)⌉ − 1 in 0 … i.
      order.swapAt(i, min(Int((uniforms[i] * Double(i + 1)).rounded(.up)) - 1, i))
    }
  }
}
