import DeepNetworks
import TestSupport
import Testing

/// What a diagnosis says of random networks, each claim against passes and trainings of the test's own.
struct DiagnosisSampleTests {
  private static let activations: [Activation] = [
    .linear, .relu, .leakyReLU(slope: 0.1), .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus,
    .erf,
  ]

  private static let initializations: [Initialization] = [
    .gaussian(gain: 0.5), .gaussian(gain: 1), .gaussian(gain: 2), .xavierNormal(gain: 1),
    .he(slope: 0), .lecun, .orthogonal(gain: 0.9), .orthogonal(gain: 1.1), .gaussian(gain: 0),
  ]

  /// Widths 1 to 32, depths 1 to 60, but never both large.
  private static func sample(_ index: Int) throws -> (network: Network, x: Vector) {
    var random = SplitMix64(seed: UInt64(index) + 1)
    let width = random.pick([1, 2, 2, 3, 4, 4, 8, 32])
    let depth = random.pick(
      width > 8 ? [1, 2, 3] : width > 4 ? [1, 3, 10] : [1, 2, 5, 10, 20, 60]
    )
    let structure = Structure(
      residualScale: random.chance(4) ? random.pick([1, Extended(0.1)]) : nil,
      normEpsilon: random.chance(4) ? 1e-5 : nil
    )
    let activation = random.pick(activations)
    let x = Vector.normal(width, seed: UInt64(index)).scaled(
      by: random.pick([1, 1, 1, 100, Extended(0.01)])
    )
    guard !random.chance(4) else {
      let matrix: Matrix = .scaledIdentity(
        random.pick([0, Extended(0.9), 1, Extended(1.1)]),
        width
      )
      let rows = Array(repeating: Array(repeating: 0.5 / Double(width), count: width), count: width)
      let network = try Network(
        repeating: random.chance(3) ? .rows(rows) : matrix,
        depth: depth,
        bias: random.chance(3) ? Vector.ones(width).scaled(by: Extended(-2)) : nil,
        activation: activation
      )
      return (try network.structured(structure), x)
    }
    let network = try Network(
      initialization: random.pick(initializations),
      widths: Array(repeating: width, count: depth + 1),
      biasStandardDeviation: random.chance(4) ? 0.3 : 0,
      activation: activation,
      lastActivation: random.chance(5) ? .sigmoid : nil,
      seed: UInt64(index)
    )
    return (try network.structured(structure), x)
  }

  @Test("of two hundred networks only what is so is said", arguments: 0..<10)
  func sample(_ block: Int) throws {
    for index in block * 20..<block * 20 + 20 {
      let (network, x) = try Self.sample(index)
      let report = try Diagnosis.run(network, at: x)
      let place: Comment = "sample \(index)"
      try checkWeights(report, network, x, place)
      try checkStandstill(report, network, x, place)
      try checkDraws(report, network, x, place)
      try check(report.learning, network, x, place)
      for repair in report.repairs { try check(repair, of: network, at: x, place) }
    }
  }

  /// rms dJ/dW[l] by its entries.
  private func checkWeights(
    _ report: Diagnosis,
    _ network: Network,
    _ x: Vector,
    _ place: Comment
  ) throws {
    let listed = try network.listed()
    let gradients = try listed.backward(listed.forward(x), loss: Diagnosis.loss(of: network))
    for (layer, size) in zip(1..., report.weightGradients) {
      let matrix = gradients.dW(layer)
      let (rows, columns) = (network.width(of: layer), network.width(of: layer - 1))
      let entries = (0..<rows).flatMap { row in (0..<columns).map { matrix[row, $0] } }
      #expect(isNear(Vector(entries).rms(), size, within: 1e-12), place)
    }
  }

  /// No rate is stable but infinite where no weight moves any sum of the outputs, and only there.
  private func checkStandstill(
    _ report: Diagnosis,
    _ network: Network,
    _ x: Vector,
    _ place: Comment
  ) throws {
    let forward = try network.forward(x)
    let weights = Vector.normal(network.outputWidth, seed: 77)
    let gradients = try network.backward(forward, loss: .product(weights))
    let isStill = gradients.dW.allSatisfy { $0.frobeniusNorm().isZero }
    let rate = try #require(report.rates.last)
    #expect(rate.movesOutput != isStill, place)
    // Elsewhere any rate is stable only of a loss that curves up in no direction.
    #expect(rate.largestStable.isFinite || isStill || report.bend == .ofTraining, place)
    if isStill { #expect(report.weightGradients.allSatisfy { $0.isZero }, place) }
    // Gradients that are said to die do so for any J.
    if case .dies = report.gradients.trend { #expect(gradients.dA(0).isZero, place) }
  }

  /// How many draws keep both sizes, by draws of the test's own.
  private func checkDraws(
    _ report: Diagnosis,
    _ network: Network,
    _ x: Vector,
    _ place: Comment
  ) throws {
    guard case .drawn(let initialization, let seed) = network.origin else {
      #expect(report.draws == 1)
      return
    }
    // Biases that are drawn cannot be drawn again from outside.
    guard (1...network.depth).allSatisfy({ network.bias($0) == nil }) else { return }
    func isSteady(_ sizes: [Extended]) -> Bool {
      sizes.allSatisfy { $0 <= sizes[0] * 10 && $0 * 10 >= sizes[0] } && !sizes[0].isZero
    }
    let steady = try (0..<report.draws).map { offset in
      let other = try Network(
        initialization: initialization,
        widths: (0...network.depth).map { network.width(of: $0) },
        activation: network.activation,
        lastActivation: network.lastActivation,
        seed: seed + UInt64(offset)
      ).structured(network.structure)
      let forward = try other.forward(x)
      let back = try other.backward(forward, loss: Diagnosis.loss(of: other))
      return isSteady(forward.a.map { $0.rms() }) && isSteady(back.dA.reversed().map { $0.rms() })
    }
    #expect(report.alike == steady.count { $0 == steady[0] }, place)
  }

  /// The rate that is named does what is said; none of the others does where none is said to.
  private func check(
    _ trial: LearningTrial,
    _ network: Network,
    _ x: Vector,
    _ place: Comment
  ) throws {
    let target = Vector.normal(network.outputWidth, seed: 2)
    let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
    func loss(_ rate: Double) throws -> Double? {
      let run = try Training(rate: rate, steps: 8).train(network, on: set, threads: 1)
      return run.losses.count == 9 ? run.losses[8] : nil
    }
    if trial.lowers {
      let rate = try #require(trial.rate)
      let after = try loss(rate)
      #expect(after == trial.after, place)
    } else {
      for rate in trial.rates {
        let after = try loss(rate) ?? .infinity
        #expect(after >= 0.99 * trial.before, place)
      }
      #expect(trial.rates.isEmpty || trial.rates.count >= 10, place)
    }
  }

  private func check(
    _ checked: CheckedRepair,
    of network: Network,
    at input: Vector,
    _ place: Comment
  ) throws {
    let x = checked.repair.applied(toInput: input)
    let repaired = try checked.repair.applied(to: network)
    if case .gain = checked.repair { #expect(network.structure == .plain, place) }
    if checked.repair == .unitInput { #expect(isNear(x.rms(), 1, within: 1e-12), place) }
    guard checked.works else { return }
    try check(checked.learning, repaired, x, place)
    let forward = try repaired.forward(x)
    let activation = repaired.activation
    for layer in 1..<repaired.depth {
      let slopes = activation.derivative(at: forward.z(layer)).elements
      guard !slopes.allSatisfy(\.isZero) else {
        // Alive at one of the other inputs, then.
        let others = try (0..<7).map { seed in
          let other = Vector.normal(x.count, seed: 101 + UInt64(seed)).scaled(by: x.rms())
          return activation.derivative(at: try repaired.forward(other).z(layer))
        }
        #expect(others.contains { !$0.isZero }, place)
        continue
      }
      guard [.tanh, .sigmoid, .erf].contains(activation) else { continue }
      let bound = activation.derivative(at: .zero) / 1000
      #expect(slopes.count { $0 < bound } * 2 < slopes.count, place)
    }
  }
}
