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
struct BatchPass: Sendable {
  private let layout: BatchLayout
  private let widths: [Int]
  private let weightCounts: [Int]
  private let biasCounts: [Int]
  private var storage: [Double]
  /// Whether passes drop units, those that were drawn last.
  private var drops = false
  private let format: NumberFormat?
  /// The samples in a block for each thread, for a team of so many.
  private var pieces: (team: Int, rows: [Range<Int>]) = (0, [])

  init(_ model: Model, count: Int, format: NumberFormat? = nil) {
    self.format = format
    layout = BatchLayout(model, count: count)
    widths = model.widths
    weightCounts = model.weights.map(\.count)
    biasCounts = model.biases.map(\.count)
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

  /// dW of a layer, by index from 0.
  func dW(_ index: Int) -> [Double] {
    Array(storage[layout.dW[index]..<layout.dW[index] + weightCounts[index]])
  }

  /// db of a layer, by index from 0; empty where it has no bias.
  func dB(_ index: Int) -> [Double] {
    Array(storage[layout.dB[index]..<layout.dB[index] + biasCounts[index]])
  }

  /// dW of all layers, then db of all layers.
  var gradients: [Double] {
    weightCounts.indices.flatMap { dW($0) } + biasCounts.indices.flatMap { dB($0) }
  }

  /// Calls `body` with dW and db of a layer, which an optimizer turns into its updates.
  mutating func updating<Result>(
    _ index: Int,
    _ body: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) throws -> Result
  ) rethrows -> Result {
    let (dW, dB) = (layout.dW[index], layout.dB[index])
    return try withStorage { try body($0 + dW, $0 + dB) }
  }

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

  /// The squares of dW's entries, added up, layer by layer.
  func squaresOfWeightGradients() -> [Double] {
    storage.withUnsafeBufferPointer { storage in
      weightCounts.indices.map { index in
        storage.baseAddress.map { fk_sumsq($0 + layout.dW[index], weightCounts[index]) } ?? 0
      }
    }
  }

  /// Scales dW and db so that their norm together is at most `limit`.
  mutating func clipGradients(to limit: Double) {
    let tensors =
      zip(layout.dW, weightCounts).map { ($0, $1) } + zip(layout.dB, biasCounts).map { ($0, $1) }
    withStorage { storage in
      let squares = tensors.reduce(0.0) { $0 + fk_sumsq(storage + $1.0, $1.1) }
      let norm = squares.squareRoot()
      guard norm > limit else { return }
      let factor = limit / norm
      for (place, count) in tensors { fk_scale(storage + place, factor, storage + place, count) }
    }
  }

  /// Draws which units the next passes drop: those of a step.
  mutating func drop(_ model: Model, seed: UInt64, step: Int) {
    let (layout, widths) = (layout, widths)
    let share = model.structure.dropout.double
    let scale = 1 / (1 - share)
    for layer in 1...model.depth where model.drops(layer) {
      drops = true
      let count = layout.count * widths[layer]
      withStorage { storage in
        let factors = storage + layout.factors[layer - 1]
        Dropout.fill(factors, seed, layer, first: step * count, count: count)
        for index in 0..<count { factors[index] = factors[index] <= share ? 0 : scale }
      }
    }
  }

  /// Lets the next passes keep all units.
  mutating func keepAllUnits() { drops = false }

  /// Multiplies dW and db by a factor, and rounds them to a format.
  mutating func scaleGradients(by factor: Double, roundedTo format: NumberFormat?) {
    guard factor != 1 || format != nil else { return }
    let (layout, weightCounts, biasCounts) = (layout, weightCounts, biasCounts)
    withStorage { storage in
      for index in weightCounts.indices {
        for (place, count) in [
          (layout.dW[index], weightCounts[index]), (layout.dB[index], biasCounts[index]),
        ] {
          if factor != 1 { fk_scale(storage + place, factor, storage + place, count) }
          format?.round(storage + place, count)
        }
      }
    }
  }

  /// Whether dW and db are finite.
  var hasFiniteGradients: Bool {
    storage.withUnsafeBufferPointer { storage in
      weightCounts.indices.allSatisfy { index in
        storage[layout.dW[index]..<layout.dW[index] + weightCounts[index]].allSatisfy(\.isFinite)
          && storage[layout.dB[index]..<layout.dB[index] + biasCounts[index]].allSatisfy(\.isFinite)
      }
    }
  }

  /// A[1] … A[L] of the inputs.
  mutating func forward(
    _ model: Model,
    _ inputs: [Double],
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows {
    let (layout, pieces, drops, format) = (layout, rows(for: team), drops, format)
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
        drops: drops,
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

  /// The loss, with dW and db of every layer left behind: those of `scale` times the loss, with a format.
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
    let (layout, pieces, drops, format) = (layout, rows(for: team), drops, format)
    try withStorage { storage in
      let walk = BatchWalk(
        model: model,
        layout: layout,
        storage: storage,
        drops: drops,
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

  /// The samples in a block for each thread, as whole registers.
  private mutating func rows(for team: Team) -> [Range<Int>] {
    if pieces.team == team.size { return pieces.rows }
    let share = (layout.count + team.size - 1) / team.size
    let size = team.size == 1 ? layout.count : (share + 7) / 8 * 8
    let rows = stride(from: 0, to: layout.count, by: max(size, 1)).map {
      $0..<min($0 + size, layout.count)
    }
    pieces = (team.size, rows)
    return rows
  }

  private mutating func withStorage<Result>(
    _ body: (UnsafeMutablePointer<Double>) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a batch has entries") }
      return try body(base)
    }
  }
}
