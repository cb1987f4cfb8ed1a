/// Backward passes against differences: the lecture's gradient checking.
///
/// ```
/// |claimed − difference| / (|claimed| + |difference|)
/// two-sided: (J(θ + ε d) − J(θ − ε d))/2ε, wrong by about ε² J‴/6
/// one-sided: (J(θ + ε d) − J(θ))/ε, wrong by about ε J″/2
/// ```
/// for each layer's W and b and for x, along a random direction d, in extended range or as a number
/// format computes; 0 where both are below what rounding alone, or the bend of J within the step, makes
/// of a difference. All weights of a layer are moved at once: a check takes passes for each layer, not
/// for each weight.
/// *Source*: Ng, C2W1, "Gradient checking".
package struct GradientCheck: Sendable, Hashable {
  /// What a difference says by the lecture's thresholds, or why it says nothing.
  package enum Verdict: Sendable, Hashable {
    /// Below 1e-7.
    case great
    /// Below 1e-5.
    case acceptable
    /// Below 1e-3.
    case suspicious
    /// 1e-3 or more: gradient and differences disagree.
    case wrong
    /// All that disagrees crosses kinks of an activation, where it has no derivative.
    case kink(Kink)
    /// What disagrees does as the differences, which rounding over ε blurs.
    case stepTooSmall
    /// What disagrees goes away with a shorter step: J bends within this one.
    case stepTooLarge
    /// J, a gradient or a difference is infinite or nan in the number format.
    case notFinite
  }

  /// How many places a difference takes J at besides the weights themselves.
  package enum Sides: Int, Sendable {
    case one = 1
    case two = 2
  }

  /// How differences are taken.
  package struct Differences: Sendable {
    let epsilon: Double
    let sides: Sides
    /// The number format of the passes; nil for extended range.
    let format: NumberFormat?

    package init(epsilon: Double = 1e-5, sides: Sides = .two, format: NumberFormat? = nil) {
      self.epsilon = epsilon
      self.sides = sides
      self.format = format
    }
  }

  /// A z whose activation has a kink within the step.
  package struct Kink: Sendable, Hashable {
    package let layer: Int
    /// Counted from 1.
    package let entry: Int
  }

  /// Why a direction's difference is no word on its gradient.
  enum Excuse: Sendable, Hashable {
    case kink(Kink), rounding, bend, notFinite
  }

  /// Layer 1 first.
  package let weights: [Double]
  /// Layer 1 first; nil for a layer without a bias.
  package let biases: [Double?]
  /// Of dJ/dx.
  package let input: Double
  package let verdict: Verdict
  /// The lecture's ‖claimed − differences‖/(‖claimed‖ + ‖differences‖), all directions as one vector,
  /// with whatever rounding makes of it.
  package let error: Double
  /// The layer nearest to the output whose W or b is wrong, 0 for x alone; nil where nothing is.
  package let lastWrong: Int?

  /// The largest of all of them.
  package var worst: Double {
    (weights + biases.compactMap { $0 } + [input]).reduce(0) { $1.isNaN ? $1 : max($0, $1) }
  }
}

extension GradientCheck {
  /// Checks every layer's W and b and the input.
  ///
  /// *Cost*: 4 L + 3 forward passes and one backward, with one side 2 L + 2, twice as many where
  /// something disagrees.
  /// *Throws*: as `Network.forward`, what `checkpoint` throws.
  package static func run(
    _ network: Network,
    at x: Vector,
    loss: Loss,
    by differences: Differences = Differences(),
    seed: UInt64 = 1,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> GradientCheck {
    let probe = try GradientProbe(network, at: x, loss: loss, differences)
    var weights: [GradientProbe.Finding] = []
    var biases: [GradientProbe.Finding?] = []
    for layer in 1...network.depth {
      let matrix = probe.matrices[layer - 1]
      let d = try Initialization.lecun.matrix(
        fanOut: matrix.rows,
        fanIn: matrix.columns,
        seed: seed,
        layer: layer
      )
      weights.append(try probe.weights(layer, along: d))
      biases.append(
        try probe.vectors[layer - 1].map { bias in
          try probe.bias(layer, along: .normal(bias.count, seed: seed &+ UInt64(layer)))
        }
      )
      try checkpoint(Double(layer) / Double(network.depth))
    }
    let input = try probe.input(along: .normal(x.count, seed: seed))
    let all = weights + biases.compactMap { $0 } + [input]
    let wrong = (1...network.depth).last { layer in
      weights[layer - 1].isWrong || biases[layer - 1]?.isWrong == true
    }
    return GradientCheck(
      weights: weights.map(\.difference),
      biases: biases.map { $0?.difference },
      input: input.difference,
      verdict: verdict(all),
      error: error(all),
      lastWrong: wrong ?? (input.isWrong ? 0 : nil)
    )
  }

  private static func error(_ findings: [GradientProbe.Finding]) -> Double {
    let (claimed, slopes) = (Vector(findings.map(\.claimed)), Vector(findings.map(\.slope)))
    let size = claimed.norm() + slopes.norm()
    return size.isZero ? 0 : (claimed.adding(-slopes).norm() / size).double
  }

  /// What has no excuse decides; then the excuses, kinks first.
  private static func verdict(_ findings: [GradientProbe.Finding]) -> Verdict {
    if findings.contains(where: { $0.excuse == .notFinite }) { return .notFinite }
    // Where nothing can be told, nothing is great.
    if findings.contains(where: \.isHidden),
      findings.allSatisfy({ $0.isHidden || $0.claimed.isZero && $0.difference == 0 })
    {
      return .stepTooSmall
    }
    let worst = findings.filter { $0.excuse == nil }.map(\.difference).reduce(0) { max($0, $1) }
    if worst >= 1e-3 { return .wrong }
    if worst >= 1e-5 { return .suspicious }
    for finding in findings {
      if case .kink(let kink) = finding.excuse { return .kink(kink) }
    }
    if findings.contains(where: { $0.excuse == .bend }) { return .stepTooLarge }
    if findings.contains(where: { $0.excuse == .rounding }) { return .stepTooSmall }
    return worst < 1e-7 ? .great : .acceptable
  }
}
