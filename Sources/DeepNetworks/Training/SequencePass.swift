import CKernels

/// Forward and backward passes through time of a batch of sequences, with all their storage.
///
/// The formulas are those of `RecurrentCell`, from h[0] = 0. A team shares the samples of the passes and the
/// rows of dW: every entry is summed by one thread, over the steps and in each over the samples. With a format
/// every result is rounded to it as it is stored; sums run in float64.
struct SequencePass: TrainingPass {
  private let layout: SequenceLayout
  private let outputCount: Int
  private let format: NumberFormat?
  private var pieces = SamplePieces()
  var storage: [Double]

  init(_ model: SequenceModel, count: Int, format: NumberFormat? = nil) {
    self.format = format
    layout = SequenceLayout(model, count: count)
    outputCount = model.outputWidth * count
    storage = Array(repeating: 0, count: layout.size)
  }

  var places: [GradientPlace] { layout.places }

  var outputs: [Double] { Array(storage[layout.output..<layout.output + outputCount]) }

  mutating func drop(_ model: SequenceModel, seed: UInt64, step: Int) {}

  mutating func keepAllUnits() {}

  mutating func takeKeptStatistics() {}

  mutating func keepStatistics(in model: inout SequenceModel) {}

  /// A gate may be shut on purpose; only an activation's own slopes say that nothing is learnt.
  func flaw(_ model: SequenceModel) -> TrainingFlaw? {
    guard case .plain(let activation) = model.cell else { return nil }
    let first = layout.sums[0]
    let sums = storage[first..<first + model.steps * model.width * layout.count]
    return TrainingFlaw([activation]) { _ in Array(sums) }
  }

  mutating func forward(
    _ model: SequenceModel,
    _ inputs: [Double],
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows {
    let (layout, format) = (layout, format)
    let pieces = pieces.rows(of: layout.count, for: team)
    try withStorage { storage in
      let walk = SequenceWalk(model: model, layout: layout, storage: storage, format: format)
      walk.take(inputs)
      team.run(model.weights.count) { walk.transpose($0) }
      for steps in layout.stretches {
        team.run(pieces.count) { walk.forward(steps, pieces[$0]) }
        try checkpoint()
      }
      if model.hasReadout { team.run(pieces.count) { walk.readOut(pieces[$0]) } }
    }
  }

  mutating func backward(
    _ model: SequenceModel,
    targets: [Double],
    objective: Objective,
    scale: Double,
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    let (layout, format) = (layout, format)
    let pieces = pieces.rows(of: layout.count, for: team)
    let first = model.steps - model.taken
    return try withStorage { storage in
      let gradient = storage + layout.dOutput
      gradient.update(from: storage + layout.output, count: targets.count)
      let loss = objective.evaluate(gradient, targets: targets, count: layout.count)
      if let format {
        if scale != 1 { fk_scale(gradient, scale, gradient, targets.count) }
        format.round(gradient, targets.count)
      }
      let walk = SequenceWalk(model: model, layout: layout, storage: storage, format: format)
      team.run(pieces.count) { walk.backReadOut(pieces[$0]) }
      for steps in layout.stretches.reversed() where steps.upperBound > first {
        let steps = max(steps.lowerBound, first + 1)...steps.upperBound
        team.run(pieces.count) { walk.backward(steps, pieces[$0]) }
        try checkpoint()
      }
      for blocks in layout.blocks {
        team.run(blocks.count) { walk.weightGradient(blocks[$0]) }
        try checkpoint()
      }
      return loss
    }
  }
}
