/// The loss of test samples along a training, and the weights where it was least.
struct TestWatch<Pass: TrainingPass> {
  private let samples: TrainingSet
  private let objective: Objective
  private let patience: Int?
  private var pass: Pass
  private(set) var losses: [Double] = []
  private(set) var accuracies: [Double] = []
  /// The step before which the loss was least.
  private(set) var best = 0
  /// The weights of that step, with a patience.
  private(set) var kept: Pass.Model?
  /// The step at which the patience was over.
  private(set) var stop: Int?

  init(_ training: Training, _ samples: TrainingSet, _ model: Pass.Model) {
    self.samples = samples
    objective = training.objective
    patience = training.patience
    pass = Pass(model, count: samples.count, format: training.format?.format)
    pass.takeKeptStatistics()
    if patience != nil { kept = model }
  }

  /// The loss before a step of what the passes see; `model` is what is kept.
  mutating func look(
    at step: Int,
    _ seen: Pass.Model,
    keeping model: Pass.Model,
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows {
    try pass.forward(seen, samples.inputs, on: team, checkpoint: checkpoint)
    var outputs = pass.outputs
    accuracies.append(samples.accuracy(of: outputs))
    let loss = objective.evaluate(&outputs, targets: samples.targets, count: samples.count)
    losses.append(loss)
    if step == 0 || loss < losses[best] || losses[best].isNaN {
      best = step
      kept?.take(model)
    } else if let patience, step - best >= patience {
      stop = step
    }
  }
}
