import CKernels

/// A few steps of training at one input, to see whether some rate lowers the loss.
///
/// Gradient descent in float64 on ½‖ŷ − t‖² of x, t = normal(outputs, seed: 2). The first rate is
/// half of Polyak's J/‖∇J‖², then others by factors of 8 both ways and closer ones about the best,
/// until one lowers the loss; from there by factors of 2 while they lower it further. All have three
/// digits, so that they can be entered.
package struct LearningTrial: Sendable, Hashable {
  package static let steps = 8

  package let before: Double
  /// The least that one of the rates came to; `before` where all rise, diverge or change nothing.
  package let after: Double
  /// The rate that came to it.
  package let rate: Double?
  /// All rates that were tried, in order.
  package let rates: [Double]

  /// Whether the loss fell by more than a hundredth.
  package var lowers: Bool { after < 0.99 * before }

  init(_ network: Network, at x: Vector, checkpoint: (Double) throws -> Void) throws {
    var descent = try Descent(network, at: x) { try checkpoint(0.5) }
    before = descent.loss
    var tried: [(rate: Double, loss: Double)] = []
    func isDone() -> Bool { tried.contains { $0.loss < 0.99 * descent.loss } }
    func run(_ rate: Double) throws {
      let rate = LearningTrial.rounded(rate)
      guard rate > 0, rate.isFinite, !tried.contains(where: { $0.rate == rate }) else { return }
      tried.append((rate, try descent.run(rate) { try checkpoint(0.5) } ?? .infinity))
    }
    func attempt(_ rate: Double) throws {
      if !isDone() { try run(rate) }
    }
    if let first = descent.polyakRate.map({ $0 / 2 }) {
      for rate in LearningTrial.coarse(around: first) { try attempt(rate) }
      let starts = [tried.min { $0.loss < $1.loss }, LearningTrial.edge(tried)].compactMap { $0 }
      for start in starts {
        for factor in [2.8, 2, 1.5, 1.25, 1.12] {
          let near = tried.filter { $0.rate <= start.rate * 9 && $0.rate * 9 >= start.rate }
          guard let best = near.min(by: { $0.loss < $1.loss }) else { continue }
          try attempt(best.rate * factor)
          try attempt(best.rate / factor)
        }
      }
    }
    if isDone() {
      for factor in [2, 0.5] {
        for _ in 0..<LearningTrial.mostDoublings {
          guard let start = tried.min(by: { $0.loss < $1.loss }) else { break }
          try run(start.rate * factor)
          guard let end = tried.last, end.loss < start.loss else { break }
        }
      }
    }
    let best = tried.min { $0.loss < $1.loss }.flatMap { $0.loss < descent.loss ? $0 : nil }
    after = best?.loss ?? descent.loss
    rate = best?.rate
    rates = tried.map(\.rate)
  }

  /// How often a rate that lowers the loss is doubled or halved.
  private static let mostDoublings = 12

  /// The largest rate up to which the loss falls further with each: beyond it steps are too large.
  private static func edge(
    _ tried: [(rate: Double, loss: Double)]
  ) -> (rate: Double, loss: Double)? {
    let sorted = tried.sorted { $0.rate < $1.rate }
    let rise = sorted.indices.dropLast().first { sorted[$0].loss < sorted[$0 + 1].loss }
    return rise.map { sorted[$0] } ?? sorted.last
  }

  /// Rates by factors of 8, or more where they would be many: nearest first, smaller ones first.
  ///
  /// They reach from 8^-5 to 8^4 of the first, and at least from 1e-3 to 1e3.
  private static func coarse(around first: Double) -> [Double] {
    let octaves = (Extended(first).log() / Extended(8).log()).double
    let (least, greatest) = (min(octaves - 5, -3.4), max(octaves + 4, 3.4))
    let stride = max(1, (greatest - least) / 40)
    func rate(_ index: Int) -> Double {
      (Extended(first) * (Extended(8).log() * Extended(stride * Double(index))).exponential())
        .double
    }
    let below = Int((octaves - least) / stride + 0.999)
    let above = Int((greatest - octaves) / stride + 0.999)
    let near = [0, -1, -2]
    let rest = (1...max(below, above)).flatMap { [$0, -$0] }
      .filter { !near.contains($0) && (-below...above).contains($0) }
    return (near + rest).map(rate)
  }

  /// A rate to three digits.
  private static func rounded(_ rate: Double) -> Double {
    guard rate.isNormal, rate > 0 else { return 0 }
    let place = Int((Extended(rate).log() / Extended(10).log()).double.rounded(.down)) - 2
    let digits = (Extended(rate) / Extended(10).power(integer: place)).double.rounded()
    return Double("\(Int(digits))e\(place)") ?? rate
  }
}

/// Plain gradient descent on one sample, again and again from the same weights.
private struct Descent {
  private let model: Model
  private let x: [Double]
  private let target: [Double]
  private let team = Team(size: 1)
  private var pass: BatchPass
  /// ½‖ŷ − t‖² before any step.
  private(set) var loss = 0.0
  /// J/‖∇J‖² there; nil where the loss is not finite or no gradient is left.
  private(set) var polyakRate: Double?

  init(_ network: Network, at x: Vector, checkpoint: () throws -> Void) throws {
    model = try Model(network) { _ in try checkpoint() }
    self.x = x.doubles
    target = Diagnosis.target(of: network).doubles
    pass = BatchPass(model, count: 1)
    loss = try gradients(model, checkpoint)
    guard loss.isFinite else { return }
    let square = Vector(pass.gradients).sumOfSquares()
    guard square.isFinite, !square.isZero else { return }
    polyakRate = min(max((Extended(loss) / square).double, 1e-290), 1e290)
  }

  /// The loss after the steps; nil where it diverges, by the rules of `Training`.
  mutating func run(_ rate: Double, checkpoint: () throws -> Void) throws -> Double? {
    var moved = model
    for step in 0..<LearningTrial.steps {
      let before = try gradients(moved, checkpoint)
      guard isSound(before) || step == 0 else { return nil }
      for index in 0..<model.depth {
        pass.updating(index) { dW, dB in
          let counts = (moved.weights[index].count, moved.biases[index].count)
          fk_scale(dW, -rate, dW, counts.0)
          fk_axpy(&moved.weights[index], 1, dW, counts.0)
          guard counts.1 > 0 else { return }
          fk_scale(dB, -rate, dB, counts.1)
          fk_axpy(&moved.biases[index], 1, dB, counts.1)
        }
      }
    }
    try pass.forward(moved, x, on: team, checkpoint: checkpoint)
    var output = pass.a(model.depth)
    let last = Objective.squaredError.evaluate(&output, targets: target, count: 1)
    return isSound(last) ? last : nil
  }

  private func isSound(_ loss: Double) -> Bool {
    loss.isFinite && loss <= 1e6 * max(self.loss, 1e-300)
  }

  /// The loss at these weights; its gradients are left in the pass.
  private mutating func gradients(_ model: Model, _ checkpoint: () throws -> Void) throws -> Double
  {
    try pass.forward(model, x, on: team, checkpoint: checkpoint)
    return try pass.backward(
      model,
      targets: target,
      objective: .squaredError,
      on: team,
      checkpoint: checkpoint
    )
  }
}
