/// Why a deep network does or does not train: what its signals, gradients, units, formats and rates
/// do.
///
/// Everything is measured by running the network at one input, and other draws of its weights at the
/// same; predictions come from the theory.
package struct Diagnosis: Sendable, Hashable {
  /// The largest rate at which gradient descent on ½‖ŷ − t‖² of this input does not leave the weights.
  package struct Rate: Sendable, Hashable {
    /// Of the network of the first `depth` layers.
    package let depth: Int
    /// 2/λ for the largest eigenvalue λ of the curvature; infinite where λ ≤ 0.
    package let largestStable: Extended
    /// Whether three digits of it are right.
    package let isSettled: Bool
    /// Whether a weight changes the output to first order.
    package let movesOutput: Bool
  }

  /// Which curvature the rates are of.
  package enum Bend: Sendable, Hashable {
    /// That of J = ½‖ŷ − t‖², t = `target(of:)`: its Hessian.
    case ofTraining
    /// That which J would have if t were ŷ: the Gauss–Newton matrix alone.
    case ofSolution
  }

  package let signals: Flow
  package let gradients: Flow
  /// rms dJ/dW[l], layer 1 first, of the same J.
  package let weightGradients: [Extended]
  /// How many draws of the weights were run.
  package let draws: Int
  /// In how many of them both flows keep their size, if this one's do, or one does not, if not.
  package let alike: Int
  package let findings: [Finding]
  package let formats: [FormatReport]
  /// At about a quarter, half and all of the depth.
  package let rates: [Rate]
  package let bend: Bend
  package let updates: Updates?
  package let learning: LearningTrial
  /// Smallest change first; none where nothing stands in the way.
  package let repairs: [CheckedRepair]

  /// Whether both flows keep their size and nothing else is grave.
  package var isHealthy: Bool { severity == .none }

  private var severity: Severity {
    findings.map(\.severity).reduce(max(signals.severity, gradients.severity)) { max($0, $1) }
  }
}

extension Diagnosis {
  /// Runs a network at an input and reports.
  ///
  /// *Cost*: `cost(of:)`. *Throws*: as `Network.forward`, what `checkpoint` throws.
  package static func run(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Diagnosis {
    let drawn = try network.drawnOnce { try checkpoint(0.05 * $0) }
    let prediction = try Prediction(network, at: x, checkpoint: checkpoint)
    let own = try flows(drawn, at: x, prediction) { try checkpoint(0.05 + 0.05 * $0) }
    var formats: [FormatReport] = []
    for (index, format) in NumberFormat.allCases.enumerated() {
      let share = 0.1 + 0.02 * Double(index)
      formats.append(try FormatReport(drawn, at: x, format) { _ in try checkpoint(share) })
    }
    let depths = Set([max(network.depth / 4, 1), max(network.depth / 2, 1), network.depth]).sorted()
    let (rates, bend) = try rates(drawn, depths, at: x) { _ in try checkpoint(0.25) }
    let findings = try findings(drawn, at: x) { _ in try checkpoint(0.35) }
    let severity = findings.map(\.severity).reduce(own.severity) { max($0, $1) }
    let others = try draws(of: network, at: x) { try checkpoint(0.4 + 0.1 * $0) }
    let alike = others.count { ($0.severity == .none) == (own.severity == .none) }
    let stable = rates.last?.largestStable ?? .infinity
    let learning = try LearningTrial(drawn, at: x) { _ in try checkpoint(0.5) }
    return Diagnosis(
      signals: own.signals,
      gradients: own.gradients,
      weightGradients: own.weightGradients,
      draws: others.count + 1,
      alike: alike + 1,
      findings: findings,
      formats: formats,
      rates: rates,
      bend: bend,
      updates: try updates(drawn, at: x, largestStable: stable) { _ in try checkpoint(0.5) },
      learning: learning,
      repairs: severity == .none
        ? []
        : try Repair.checked(
          network,
          at: x,
          signals: own.signals,
          severity: severity,
          learning: learning
        ) { try checkpoint(0.5 + 0.5 * $0) }
    )
  }

  /// What `run` takes.
  package static func cost(of network: Network) -> Cost {
    let once = network.forwardCost + network.backwardCost
    let candidates = Repair.candidates(network, factor: nil)
    let repairs = candidates.reduce(0.0) { sum, repair in
      guard let repaired = try? repair.applied(to: network) else { return sum }
      let pass = repaired.forwardCost.operations
      return sum + Double(draws(of: repaired) + 2) * pass
    }
    let numbers = (1...network.depth).reduce(0.0) { sum, layer in
      let (rows, columns) = (Double(network.width(of: layer)), Double(network.width(of: layer - 1)))
      return sum + 2 * rows * columns + 80 * rows + 1500
    }
    return Cost(
      operations: Double(draws(of: network)) * once.operations + 1.5 * repairs
        // Steps of training: of the network itself, and of it with each repair.
        + Double(140 + 90 * candidates.count * trials(of: network)) * numbers
        // Products of the Hessian, and sums of their vectors.
        + (network.bendsWithinReach ? 120 * numbers : 0),
      bytes: 3 * once.bytes + 40 * numbers
    )
  }

  /// How many draws of a network's weights are run: fewer where that takes long.
  static func draws(of network: Network) -> Int {
    guard case .drawn = network.origin else { return 1 }
    let pass = network.forwardCost.operations
    return pass <= 4e7 ? 12 : pass <= 2e8 ? 4 : 1
  }

  /// The flows of the network's other draws, with the seeds after its own.
  static func draws(
    of network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> [Flows] {
    let count = draws(of: network)
    return try (1..<count).map { index in
      let other = try network.draw(index)
      return try flows(other, at: x, nil) { try checkpoint((Double(index) + $0) / Double(count)) }
    }
  }

  /// What training makes the output like.
  static func target(of network: Network) -> Vector { .normal(network.outputWidth, seed: 2) }

  /// J of the gradients: Σ ŷᵢ, or Σ tᵢ ŷᵢ where there is a layer norm.
  ///
  /// The entries of a norm add up to 0 whatever comes in, so that Σ ŷᵢ may say nothing of it.
  package static func loss(of network: Network) -> Loss {
    let hasNorm = network.depth > 1 && network.structure.norm != nil
    return hasNorm ? .product(target(of: network)) : .sum
  }

  /// The sizes of signals and gradients, of J = `loss(of:)`.
  static func flows(
    _ network: Network,
    at x: Vector,
    _ prediction: Prediction?,
    checkpoint: (Double) throws -> Void
  ) throws -> Flows {
    let forward = try network.forward(x, checkpoint: checkpoint)
    let loss = loss(of: network)
    let gradients = try network.backward(forward, loss: loss, checkpoint: checkpoint)
    let sizes = forward.a.map { $0.rms() }
    return Flows(
      signals: Flow(
        sizes,
        layers: Array(0...network.depth),
        predicted: prediction?.signalFactor
      ),
      gradients: Flow(
        gradients.dA.map { $0.rms() },
        layers: (0...network.depth).reversed(),
        predicted: prediction?.gradientFactor
      ),
      // Each dJ/dW[l] is the product of a column and a row.
      weightGradients: zip(gradients.dB, sizes).map { $0.rms() * $1 }
    )
  }
}

extension Network {
  /// The same network with its weights at hand, where they are few enough to be kept.
  func drawnOnce(checkpoint: (Double) throws -> Void) throws -> Network {
    guard case .drawn = weightSource else { return self }
    let entries = (1...depth).reduce(0.0) {
      $0 + Double(width(of: $1)) * Double(width(of: $1 - 1))
    }
    guard entries <= 0x1p22 else { return self }
    return try with(
      weights: (1...depth).map { layer in
        try weights(layer) { try checkpoint((Double(layer - 1) + $0) / Double(depth)) }
      },
      biases: (1...depth).map { bias($0) }
    )
  }

  /// One of the draws that are run, with its weights at hand; 0 is its own.
  func draw(_ index: Int) throws -> Network {
    try reseeded(by: UInt64(index)).drawnOnce { _ in }
  }

  /// Another draw of the same distribution; a network of given matrices as it is.
  private func reseeded(by offset: UInt64) throws(NetworkError) -> Network {
    guard case .drawn(let initialization, let seed) = weightSource else { return self }
    return try Network(
      initialization: initialization,
      widths: (0...depth).map { width(of: $0) },
      biasStandardDeviation: biasStandardDeviation,
      activation: activation,
      lastActivation: lastActivation,
      seed: seed &+ offset
    ).structured(structure)
  }
}
