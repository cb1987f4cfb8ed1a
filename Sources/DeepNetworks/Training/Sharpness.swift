import CKernels

/// The curvature of a loss at a network's weights, and the rate that it allows.
package struct Sharpness: Sendable, Hashable {
  /// The largest eigenvalue of the Hessian over all weights and biases.
  package let largestEigenvalue: Double
  /// A bound of the size of all eigenvalues that were met on the way to it.
  let bound: Double
  /// Whether it settled.
  package let isSettled: Bool

  /// 2/λ: gradient descent with a larger rate leaves this place; infinite where λ ≤ 0.
  package var largestStableRate: Double {
    largestEigenvalue > 0 ? 2 / largestEigenvalue : .infinity
  }

  /// By how much of itself the rate may be off: products in float64 leave so much of what is largest.
  package var uncertainty: Double {
    min(Sharpness.perSize * bound / max(largestEigenvalue, 1e-300), 0.1)
  }

  private static let perSize = 1e-12
}

extension Sharpness {
  /// To so much of itself the sharpness along a training is known.
  package static let toleranceAlong = 1e-8

  /// The largest eigenvalue of the Hessian H at a model's weights, as it is wanted along a training; nan where
  /// it did not settle.
  ///
  /// With factors it is that of D H D, D the diagonal of them.
  static func along(
    _ model: Model,
    _ samples: TrainingSet,
    _ objective: Objective,
    scaled factors: [Double]? = nil,
    checkpoint: () throws -> Void
  ) throws -> Double {
    let curvature = try Curvature(model, samples, objective, checkpoint: checkpoint)
    let most = min(300, max(mostNumbers / max(curvature.count, 1), 8))
    let found = try Lanczos(count: curvature.count, iterations: most, tolerance: 1e-10) { v in
      guard let factors else { return try curvature.times(v, checkpoint: checkpoint) }
      var scaled = v
      fk_multiply(&scaled, factors, factors.count)
      scaled = try curvature.times(scaled, checkpoint: checkpoint)
      fk_multiply(&scaled, factors, factors.count)
      return scaled
    }
    return found.isSettled || !found.eigenvalue.isFinite ? found.eigenvalue : .nan
  }

  /// Numbers that the vectors of the iteration may hold together.
  private static let mostNumbers = 1 << 26

  /// Lanczos' iteration with exact products of the Hessian (`Curvature`).
  ///
  /// *Cost*: 2 passes of the batch per iteration. *Throws*: as `Training.train`.
  package static func measure(
    _ network: Network,
    on samples: TrainingSet,
    objective: Objective = .squaredError,
    iterations: Int = 100,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Sharpness {
    try Training.check(samples, network.inputWidth, network.outputWidth, size: samples.count)
    if network.normsBatches, samples.count < 2 { throw NetworkError.batchNormOfOne }
    let model = try Model(network, checkpoint: checkpoint)
    let curvature = try Curvature(model, samples, objective) { try checkpoint(0) }
    let count = curvature.count
    let most = min(max(iterations, 1), max(mostNumbers / max(count, 1), 8))
    var done = 0
    let found = try Lanczos(count: count, iterations: most, spanned: min(most, 64)) { v in
      let share = Double(done) / Double(most)
      done += 1
      return try curvature.times(v) { try checkpoint(share) }
    }
    return Sharpness(
      largestEigenvalue: found.eigenvalue,
      bound: found.bound,
      isSettled: found.isSettled
    )
  }
}
