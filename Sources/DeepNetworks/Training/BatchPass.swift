import CKernels

/// Forward and backward passes of a batch, with all their storage.
///
/// ```
/// U = A[l−1] Wᵀ + b,  Z = norm(U),  A[l] = g(Z)  (or A[l−k] + α g(Z))
/// dW = dUᵀ A[l−1],  db = Σ dU,  dA[l−1] = dU W
/// ```
/// Sums run in fk_gemm's order; db over the samples from the first to the last. A team shares the
/// samples of the passes and the rows of dW: every entry is summed by one thread. With a format every
/// result is rounded to it as it is stored; sums run in float64.
struct BatchPass: TrainingPass {
  private let layout: BatchLayout
  private let widths: [Int]
  let places: [GradientPlace]
  var storage: [Double]
  private var kind = PassKind.whole
  private let format: NumberFormat?
  private var pieces = SamplePieces()

  init(_ model: Model, count: Int, format: NumberFormat? = nil) {
    self.format = format
    layout = BatchLayout(model, count: count)
    widths = model.widths
    let (dW, dB) = (layout.dW, layout.dB)
    places = model.weights.indices.map { index in
      GradientPlace(
        dW: dW[index]..<dW[index] + model.weights[index].count,
        dB: dB[index]..<dB[index] + model.biases[index].count
      )
    }
    storage = Array(repeating: 0, count: layout.size)
  }

  /// A[layer], for layers 0…L.
  func a(_ layer: Int) -> [Double] {
    Array(storage[layout.a[layer]..<layout.a[layer] + widths[layer] * layout.count])
  }

  /// Z[layer], for layers 1…L.
  func z(_ layer: Int) -> [Double] {
    Array(storage[layout.z[layer - 1]..<layout.z[layer - 1] + widths[layer] * layout.count])
  }

  var outputs: [Double] { a(widths.count - 1) }

  func flaw(_ model: Model) -> TrainingFlaw? { TrainingFlaw(model.activations) { z($0) } }

  /// Moves the statistics that a model's batch norms keep towards those of the last pass.
  mutating func keepStatistics(in model: inout Model) {
    guard model.normsBatches else { return }
    let layout = layout
    let widths = widths
    withStorage { storage in
      model.take(count: layout.count) { index in
        let means = storage + layout.statistics[index]
        return (UnsafePointer(means), UnsafePointer(means + widths[index + 1]))
      }
    }
  }

  /// Draws which units the next passes drop: those of a step.
  mutating func drop(_ model: Model, seed: UInt64, step: Int) {
    let (layout, widths) = (layout, widths)
    let share = model.structure.dropout.double
    let scale = 1 / (1 - share)
    for layer in 1...model.depth where model.drops(layer) {
      kind = .step
      let count = layout.count * widths[layer]
      withStorage { storage in
        let factors = storage + layout.factors[layer - 1]
        Dropout.fill(factors, seed, layer, first: step * count, count: count)
        for index in 0..<count { factors[index] = factors[index] <= share ? 0 : scale }
      }
    }
  }

  /// Lets the next passes keep all units.
  mutating func keepAllUnits() { kind = .whole }

  /// Lets the next forward passes norm by what the model has kept of its batches.
  mutating func takeKeptStatistics() { kind = .test }

  /// A[1] … A[L] of the inputs.
  mutating func forward(
    _ model: Model,
    _ inputs: [Double],
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows {
    let (layout, kind, format) = (layout, kind, format)
    let pieces = pieces.rows(of: layout.count, for: team)
    try withStorage { storage in
      let input = storage + layout.a[0]
      inputs.withUnsafeBufferPointer { from in
        if let base = from.baseAddress { input.update(from: base, count: from.count) }
        format?.round(input, from.count)
      }
      let walk = BatchWalk(
        model: model,
        layout: layout,
        storage: storage,
        kind: kind,
        format: format
      )
      team.run(model.depth) { walk.transpose($0) }
      for layers in layout.stretches {
        if model.normsBatches {
          for layer in layers { walk.forwardTogether(layer, pieces, on: team) }
        } else {
          team.run(pieces.count) { walk.forward(layers, pieces[$0]) }
        }
        try checkpoint()
      }
    }
  }

  /// The loss, with dW and db of every layer left behind: with a format those of `scale` times the loss.
  mutating func backward(
    _ model: Model,
    targets: [Double],
    objective: Objective,
    scale: Double = 1,
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    let (output, gradient) = (layout.a[model.depth], layout.g[model.depth])
    let (count, format) = (layout.count, format)
    let loss = withStorage { storage in
      (storage + gradient).update(from: storage + output, count: targets.count)
      let loss = objective.evaluate(storage + gradient, targets: targets, count: count)
      if let format {
        if scale != 1 { fk_scale(storage + gradient, scale, storage + gradient, targets.count) }
        format.round(storage + gradient, targets.count)
      }
      return loss
    }
    try propagate(model, toInput: false, team, checkpoint)
    return loss
  }

  /// The same from any dJ/dŷ; returns dJ/dx.
  mutating func backward(
    _ model: Model,
    from outputGradient: [Double],
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows -> [Double] {
    let gradient = layout.g[model.depth]
    storage.replaceSubrange(gradient..<gradient + outputGradient.count, with: outputGradient)
    try propagate(model, toInput: true, team, checkpoint)
    return Array(storage[layout.g[0]..<layout.g[0] + widths[0] * layout.count])
  }

  /// From dJ/dŷ, which is in its place.
  private mutating func propagate(
    _ model: Model,
    toInput: Bool,
    _ team: Team,
    _ checkpoint: () throws -> Void
  ) rethrows {
    let (layout, kind, format) = (layout, kind, format)
    let pieces = pieces.rows(of: layout.count, for: team)
    try withStorage { storage in
      let walk = BatchWalk(
        model: model,
        layout: layout,
        storage: storage,
        kind: kind,
        format: format
      )
      for layers in layout.stretches.reversed() {
        if model.normsBatches {
          for layer in layers.reversed() {
            walk.backwardTogether(layer, pieces, toInput: toInput, on: team)
          }
        } else {
          team.run(pieces.count) { walk.backward(layers, pieces[$0], toInput: toInput) }
        }
        try checkpoint()
      }
      for blocks in layout.blocks {
        team.run(blocks.count) { walk.weightGradient(blocks[$0]) }
        try checkpoint()
      }
    }
  }
}
