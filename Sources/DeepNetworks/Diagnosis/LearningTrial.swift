/// A few steps of training at one input, to see whether the loss falls.
///
/// Gradient descent in float64 on ½‖ŷ − t‖² of x, t = normal(outputs, seed: 2); the rate is half of
/// Polyak's J/‖∇J‖², or an eighth or a 64th of that.
package struct LearningTrial: Sendable, Hashable {
  package static let steps = 8

  package let before: Double
  /// The least that one of the rates came to; infinite where all diverged.
  package let after: Double

  /// Whether the loss fell by more than a hundredth.
  package var lowers: Bool { after < 0.99 * before }

  init(_ network: Network, at x: Vector, checkpoint: (Double) throws -> Void) throws {
    let target = Vector.normal(network.outputWidth, seed: 2)
    let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
    func run(_ rate: Double, _ steps: Int) throws -> TrainingRun {
      try Training(rate: rate, steps: steps).train(network, on: set, threads: 1) { _ in
        try checkpoint(0.5)
      }
    }
    let start = try run(0, 1)
    before = start.losses.first ?? 0
    let squares = (start.gradientNorms.first ?? []).reduce(0) { $0 + $1 * $1 }
    var least = before
    let rate = 0.5 * before / squares
    if before.isFinite, squares > 0, rate.isFinite {
      for share in [1, 0.125, 0.015625] where least >= 0.99 * before {
        let trial = try run(rate * share, Self.steps)
        if case .diverged = trial.outcome { continue }
        least = min(least, trial.losses.last ?? before)
      }
    }
    after = least
  }
}
