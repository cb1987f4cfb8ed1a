import CKernels

/// The state of a training run between its steps.
struct TrainingLoop<Pass: TrainingPass> {
  /// The largest eigenvalue of the loss's Hessian; with factors that of D H D, D the diagonal of them.
  typealias Sharpest = (
    Pass.Model, TrainingSet, _ factors: [Double]?, _ checkpoint: () throws -> Void
  ) throws -> Double

  private let training: Training
  private let curvature: Sharpest?
  private var pass: Pass
  private let batch: Int
  private let team: Team
  private var weightMoments: [Moment]
  private var biasMoments: [Moment]
  /// What is computed in a float format.
  private var formatted: FormattedModel<Pass.Model>?
  private(set) var watch: TestWatch<Pass>?
  /// How many steps were not skipped.
  private var taken = 0
  private(set) var losses: [Double] = []
  private(set) var gradientNorms: [[Double]] = []
  private(set) var finalGradientNorms: [Double] = []
  private(set) var updateNorms: [[Double]] = []
  private(set) var accuracies: [Double] = []
  /// The loss of the samples of the last loss, before the first step and before the last tenth.
  private(set) var marks: TrainingRun.Marks?
  private var flaw: TrainingFlaw?
  /// Whether any dJ/db is not 0 at the end.
  private var movesBiases = false
  private(set) var divergence: Int?
  /// The step at which a gradient left the float format.
  private var overflow: Int?
  /// The largest eigenvalue of the Hessian, beside each loss, as it was when it was last measured.
  private(set) var sharpnesses: [Double] = []
  /// The same as Adam sees it; nan before its first step.
  private(set) var adamSharpnesses: [Double] = []
  /// What the loss of each step was multiplied by, where it is in a float format.
  private(set) var scales: [Double] = []

  init(
    _ training: Training,
    _ model: Pass.Model,
    batch: Int,
    testedOn tests: TrainingSet?,
    threads: Int?,
    curvature: Sharpest?
  ) {
    self.training = training
    self.curvature = curvature
    self.batch = batch
    team = Team(
      size: threads ?? Team.size(operations: model.operations(batch: batch), pieces: batch / 8)
    )
    pass = Pass(model, count: batch, format: training.format?.format)
    formatted = training.format.map { FormattedModel(model, $0) }
    watch = tests.map { TestWatch(training, $0, model) }
    weightMoments = Array(repeating: Moment(), count: model.weights.count)
    biasMoments = weightMoments
  }

  /// Whether the run ends before its last step.
  var isOver: Bool { divergence != nil || overflow != nil || watch?.stop != nil }

  /// Looks at the test samples before a step and after the last, and at the curvature if it is time.
  mutating func look(
    at step: Int,
    _ model: Pass.Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) throws {
    guard watch != nil || training.sharpnessInterval != nil else { return }
    formatted?.take(model)
    let (seen, team) = (formatted?.weights ?? model, team)
    try watch?.look(at: step, seen, keeping: model, on: team, checkpoint: checkpoint)
    guard let curvature, let interval = training.sharpnessInterval else { return }
    if step % interval != 0, step < training.steps, watch?.stop == nil {
      sharpnesses.append(sharpnesses.last ?? .nan)
      if let last = adamSharpnesses.last { adamSharpnesses.append(last) }
      return
    }
    sharpnesses.append(try curvature(model, samples, nil, checkpoint))
    guard case .adam(_, let beta2, let epsilon) = training.optimizer else { return }
    let roots = (weightMoments + biasMoments).flatMap {
      $0.inverseRoots(beta2: beta2, epsilon: epsilon, after: taken)
    }
    adamSharpnesses.append(taken == 0 ? .nan : try curvature(model, samples, roots, checkpoint))
  }

  /// One step from a batch.
  mutating func step(
    _ step: Int,
    _ model: inout Pass.Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows {
    formatted?.take(model)
    pass.drop(model, seed: training.seed, step: step)
    let loss = try passes(formatted?.weights ?? model, samples, checkpoint: checkpoint)
    pass.keepStatistics(in: &model)
    losses.append(loss)
    if let formatted { scales.append(formatted.scale) }
    let norms = TrainingLoop.weightGradientNorms(pass)
    gradientNorms.append(norms)
    guard isSound(loss) else {
      divergence = step
      return
    }
    guard norms.allSatisfy(\.isFinite), formatted == nil || pass.hasFiniteGradients else {
      leaveOut(step, layers: norms.count)
      return
    }
    formatted?.countStep()
    if let limit = training.clipping { pass.clipGradients(to: limit) }
    update(&model, rate: training.rate(at: step))
  }

  /// The passes of a batch, with the gradients of the loss itself, whatever it was multiplied by.
  private mutating func passes(
    _ model: Pass.Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    try pass.forward(model, samples.inputs, on: team, checkpoint: checkpoint)
    accuracies.append(samples.accuracy(of: pass.outputs))
    let loss = try pass.backward(
      model,
      targets: samples.targets,
      objective: training.objective,
      scale: formatted?.scale ?? 1,
      on: team,
      checkpoint: checkpoint
    )
    if let formatted {
      pass.scaleGradients(by: 1 / formatted.scale, roundedTo: training.format?.ofOptimizer)
    }
    return loss
  }

  /// A step whose gradient is not finite: the end, or with a scale that follows a smaller one.
  private mutating func leaveOut(_ step: Int, layers: Int) {
    guard let format = training.format else {
      divergence = step
      return
    }
    guard case .dynamic = format.scale, formatted?.halveScale() == true else {
      overflow = step
      return
    }
    updateNorms.append(Array(repeating: 0, count: layers))
  }

  /// Moves the weights and biases by the gradients.
  private mutating func update(_ model: inout Pass.Model, rate: Double) {
    taken += 1
    let number = taken
    func move(decay: Double) -> Moment.Step {
      Moment.Step(
        optimizer: training.optimizer,
        rate: rate,
        decay: decay,
        number: number,
        format: training.format?.ofOptimizer
      )
    }
    let (ofWeights, ofBiases) = (move(decay: training.decay), move(decay: 0))
    var updates: [Double] = []
    for index in model.weights.indices {
      let squares = pass.updating(index) { dW, dB in
        weightMoments[index].update(&model.weights[index], dW, ofWeights)
        if !model.biases[index].isEmpty {
          biasMoments[index].update(&model.biases[index], dB, ofBiases)
        }
        return fk_sumsq(dW, model.weights[index].count)
      }
      updates.append(TrainingLoop.norm(squares) { pass.dW(index) })
    }
    updateNorms.append(updates)
  }

  /// The loss after the last step, its gradients, and what keeps a layer from learning.
  mutating func finish(
    _ model: Pass.Model,
    _ samples: TrainingSet,
    at step: Int,
    checkpoint: () throws -> Void
  ) rethrows {
    guard divergence == nil, overflow == nil else { return }
    formatted?.take(model)
    let model = formatted?.weights ?? model
    if samples.count != batch {
      pass = Pass(model, count: samples.count, format: training.format?.format)
    }
    pass.keepAllUnits()
    let loss = try passes(model, samples, checkpoint: checkpoint)
    losses.append(loss)
    if let formatted { scales.append(formatted.scale) }
    guard isSound(loss) else {
      divergence = step
      return
    }
    finalGradientNorms = TrainingLoop.weightGradientNorms(pass)
    flaw = pass.flaw(model)
    movesBiases = model.weights.indices.contains { pass.dB($0).contains { $0 != 0 } }
  }

  /// The loss of samples that no step is taken from.
  func loss(
    _ model: Pass.Model,
    _ samples: TrainingSet,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    let model = training.format.map { FormattedModel(model, $0).weights } ?? model
    var pass = Pass(model, count: samples.count, format: training.format?.format)
    try pass.forward(model, samples.inputs, on: team, checkpoint: checkpoint)
    var outputs = pass.outputs
    return training.objective.evaluate(
      &outputs,
      targets: samples.targets,
      count: samples.count
    )
  }

  /// What has come of it.
  func run(isWhole: Bool, trained: TrainingRun.Trained) -> TrainingRun {
    TrainingRun(
      losses: losses,
      gradientNorms: gradientNorms,
      finalGradientNorms: finalGradientNorms,
      updateNorms: updateNorms,
      accuracies: accuracies,
      tests: watch.map { watch in
        TrainingRun.Tests(
          losses: watch.losses,
          accuracies: watch.accuracies,
          kept: watch.kept == nil ? nil : watch.best
        )
      },
      sharpnesses: sharpnesses,
      adamSharpnesses: adamSharpnesses,
      scales: scales,
      outcome: outcome,
      marks: marks,
      isWhole: isWhole,
      trained: trained
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
    if let overflow { return .overflowed(step: overflow) }
    if let watch, let stop = watch.stop { return .stopped(step: stop, best: watch.best) }
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

  private static func weightGradientNorms(_ pass: Pass) -> [Double] {
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
