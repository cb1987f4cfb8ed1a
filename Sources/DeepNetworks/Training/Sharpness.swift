import CKernels

/// The curvature of a loss at a network's weights, and the rate that it allows.
package struct Sharpness: Sendable, Hashable {
  /// The largest eigenvalue of the Hessian over all weights and biases.
  package let largestEigenvalue: Double
  /// Whether it settled to 1e-6 of itself.
  package let isSettled: Bool

  /// 2/λ: gradient descent with a larger rate leaves this place; infinite where λ ≤ 0.
  package var largestStableRate: Double {
    largestEigenvalue > 0 ? 2 / largestEigenvalue : .infinity
  }
}

extension Sharpness {
  /// Power iteration on the Hessian, whose products are central differences of gradients.
  ///
  /// ```
  /// H v = (∇J(w + ε v) − ∇J(w − ε v))/2ε,  ‖v‖ = 1,  ε = 1e-5 (1 + ‖w‖)
  /// ```
  /// *Cost*: 4 passes of the batch per iteration. The value is the same for any number of `threads`; nil
  /// chooses it by machine and work. *Throws*: as `Training.train`.
  package static func measure(
    _ network: Network,
    on samples: TrainingSet,
    objective: Objective = .squaredError,
    iterations: Int = 100,
    threads: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Sharpness {
    try Training.check(samples, network, size: samples.count)
    let model = try Model(network, checkpoint: checkpoint)
    var curvature = Curvature(model, samples, objective, threads: threads)
    var (value, isSettled) = try curvature.power(shift: 0, iterations: iterations) {
      try checkpoint($0 / 2)
    }
    if value < 0 {
      // The largest in size is negative: shifted by it, the largest is the largest.
      let shift = -value
      let (moved, settled) = try curvature.power(shift: shift, iterations: iterations) {
        try checkpoint(0.5 + $0 / 2)
      }
      (value, isSettled) = (moved - shift, settled)
    }
    return Sharpness(largestEigenvalue: value, isSettled: isSettled)
  }
}

/// Hessian products at a fixed point.
private struct Curvature {
  private let model: Model
  private let samples: TrainingSet
  private let objective: Objective
  private var pass: BatchPass
  private let team: Team
  private let center: [Double]
  private let step: Double

  init(_ model: Model, _ samples: TrainingSet, _ objective: Objective, threads: Int?) {
    self.model = model
    self.samples = samples
    self.objective = objective
    pass = BatchPass(model, count: samples.count)
    team = Team(
      size: threads
        ?? Team.size(
          operations: model.operations(batch: samples.count),
          pieces: samples.count / 8
        )
    )
    center = (model.weights + model.biases).flatMap { $0 }
    step = 1e-5 * (1 + fk_sumsq(center, center.count).squareRoot())
  }

  /// The eigenvalue of H + shift that is largest in size, and whether it settled.
  mutating func power(
    shift: Double,
    iterations: Int,
    _ checkpoint: (Double) throws -> Void
  ) throws -> (Double, Bool) {
    var v = Random.Source(seed: 1, layer: 0, kind: .order).normals(center.count, scale: 1) { _ in }
    Curvature.normalise(&v)
    var last = 0.0
    for iteration in 0..<max(iterations, 1) {
      let share = Double(iteration) / Double(max(iterations, 1))
      var product = try times(v) { try checkpoint(share) }
      fk_axpy(&product, shift, v, v.count)
      let value = fk_dot(v, product, v.count)
      guard value.isFinite else { return (.infinity, false) }
      if iteration > 2, (value - last).magnitude <= 1e-6 * value.magnitude { return (value, true) }
      last = value
      guard Curvature.normalise(&product) else { return (0, true) }
      v = product
      try checkpoint(share)
    }
    return (last, false)
  }

  private mutating func times(
    _ v: [Double],
    _ checkpoint: () throws -> Void
  ) throws -> [Double] {
    var above = try gradient(moved: step, v, checkpoint)
    let below = try gradient(moved: -step, v, checkpoint)
    fk_axpy(&above, -1, below, below.count)
    return above.map { $0 / (2 * step) }
  }

  private mutating func gradient(
    moved step: Double,
    _ v: [Double],
    _ checkpoint: () throws -> Void
  ) throws -> [Double] {
    var point = center
    fk_axpy(&point, step, v, v.count)
    var moved = model
    var place = 0
    func take(_ tensor: inout [Double]) {
      tensor = Array(point[place..<place + tensor.count])
      place += tensor.count
    }
    for index in moved.weights.indices { take(&moved.weights[index]) }
    for index in moved.biases.indices { take(&moved.biases[index]) }
    try pass.forward(moved, samples.inputs, on: team, checkpoint: checkpoint)
    _ = try pass.backward(
      moved,
      targets: samples.targets,
      objective: objective,
      on: team,
      checkpoint: checkpoint
    )
    return pass.gradients
  }

  @discardableResult
  private static func normalise(_ v: inout [Double]) -> Bool {
    let norm = fk_sumsq(v, v.count).squareRoot()
    guard norm > 0, norm.isFinite else { return false }
    for i in v.indices { v[i] /= norm }
    return true
  }
}
