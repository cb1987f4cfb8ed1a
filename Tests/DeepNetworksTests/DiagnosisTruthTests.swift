import DeepNetworks
import Testing

/// What a diagnosis says of two dozen networks, each sentence against passes and trainings that the
/// test runs itself.
struct DiagnosisTruthTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () throws -> (Network, Vector)
    /// What signals and gradients do, in the words of `word(_:)`.
    let signals: Set<String>
    let gradients: Set<String>
    /// What is found besides.
    var finds: Set<String> = []
    /// Whether one of the repairs works; nil where draws decide.
    var mends: Bool?
  }

  private static func square(_ value: Double, _ n: Int) throws -> Matrix {
    try .rows(Array(repeating: Array(repeating: value, count: n), count: n))
  }

  private static func drawn(
    _ initialization: Initialization,
    _ activation: Activation,
    width: Int = 64,
    depth: Int,
    structure: Structure = .plain
  ) throws -> (Network, Vector) {
    let net = try Network(
      initialization: initialization,
      widths: Array(repeating: width, count: depth + 1),
      activation: activation,
      seed: 1
    ).structured(structure)
    return (net, .normal(width, seed: 1))
  }

  private static let steady: Set = ["steady"]
  /// Steady in theory; the draws of a finite width wander by a few times ten.
  private static let wanders: Set = ["steady", "grows", "shrinks", "swings"]

  static let cases: [Case] = [
    Case(
      testDescription: "relu that a bias of -5 kills",
      make: {
        let rows = [[0.5, 0.1, 0, 0], [0, 0.5, 0.1, 0], [0, 0, 0.5, 0.1], [0.1, 0, 0, 0.5]]
        let net = try Network(
          repeating: .rows(rows),
          depth: 20,
          bias: Vector([-5.0, -5, -5, -5]),
          activation: .relu
        )
        return (net, .ones(4))
      },
      signals: ["dies"],
      gradients: ["dies"],
      finds: ["dead"]
    ),
    Case(
      testDescription: "he with two units, 100 layers",
      make: { try drawn(.he(slope: 0), .relu, width: 2, depth: 100) },
      signals: ["dies", "vanishes"],
      gradients: ["dies", "vanishes"]
    ),
    Case(
      testDescription: "tanh, gain 0.5",
      make: { try drawn(.gaussian(gain: 0.5), .tanh, depth: 50) },
      signals: ["vanishes"],
      gradients: ["vanishes"],
      mends: true
    ),
    Case(
      testDescription: "sigmoid with xavier",
      make: { try drawn(.xavierNormal(gain: 1), .sigmoid, depth: 20) },
      signals: steady,
      gradients: ["vanishes"],
      mends: true
    ),
    Case(
      testDescription: "relu, gain 3",
      make: { try drawn(.gaussian(gain: 3), .relu, depth: 50) },
      signals: ["explodes"],
      gradients: ["explodes"],
      mends: true
    ),
    Case(
      testDescription: "relu with xavier, 152 layers",
      make: { try drawn(.xavierNormal(gain: 1), .relu, depth: 152) },
      signals: ["vanishes"],
      gradients: ["vanishes"],
      mends: true
    ),
    Case(
      testDescription: "gain 0",
      make: { try drawn(.gaussian(gain: 0), .tanh, width: 16, depth: 10) },
      signals: ["dies"],
      gradients: ["dies"],
      finds: ["zero"],
      mends: true
    ),
    Case(
      testDescription: "0 I",
      make: { (try Network(repeating: .scaledIdentity(0, 2), depth: 10), .ones(2)) },
      signals: ["dies"],
      gradients: ["dies"],
      finds: ["zero"]
    ),
    Case(
      testDescription: "all weights alike",
      make: {
        let net = try Network(repeating: square(0.25, 4), depth: 10, activation: .tanh)
        return (net, Vector([1.0, -0.5, 0.7, 0.4]))
      },
      signals: wanders,
      gradients: wanders,
      finds: ["alike"],
      mends: true
    ),
    Case(
      testDescription: "last 1e-9 I",
      make: {
        let net = try Network(
          repeating: .identity(2),
          depth: 20,
          last: .scaledIdentity(Extended(1e-9), 2)
        )
        return (net, .ones(2))
      },
      signals: ["vanishes"],
      gradients: ["vanishes"],
      finds: ["unlike"]
    ),
    Case(
      testDescription: "relu with a skip of 1",
      make: {
        try drawn(
          .he(slope: 0),
          .relu,
          depth: 40,
          structure: Structure(residualScale: 1)
        )
      },
      signals: ["explodes"],
      gradients: ["explodes"],
      mends: true
    ),
    Case(
      testDescription: "tanh, gain 3",
      make: { try drawn(.gaussian(gain: 3), .tanh, depth: 50) },
      signals: steady,
      gradients: ["explodes"],
      mends: true
    ),
    Case(
      testDescription: "gelu with xavier",
      make: { try drawn(.xavierNormal(gain: 1), .gelu, depth: 50) },
      signals: ["vanishes"],
      gradients: ["vanishes"]
    ),
    Case(
      testDescription: "healthy: he, 20 layers",
      make: { try drawn(.he(slope: 0), .relu, depth: 20) },
      signals: wanders,
      gradients: wanders
    ),
    Case(
      testDescription: "healthy: orthogonal, 200 layers",
      make: { try drawn(.orthogonal(gain: 1), .linear, width: 32, depth: 200) },
      signals: steady,
      gradients: steady
    ),
    Case(
      testDescription: "a skip of 0.1 in 100 layers of relu grows, as its branches have means",
      make: {
        try drawn(
          .he(slope: 0),
          .relu,
          depth: 100,
          structure: Structure(residualScale: Extended(0.1))
        )
      },
      signals: ["grows", "explodes"],
      gradients: ["grows", "explodes"]
    ),
    Case(
      testDescription: "sigmoid, gain 50: its units are saturated",
      make: { try drawn(.gaussian(gain: 50), .sigmoid, width: 32, depth: 30) },
      signals: steady,
      gradients: ["steady", "grows", "shrinks", "swings", "vanishes", "explodes"],
      finds: ["saturated"]
    ),
    Case(
      testDescription: "an input of 255 in one number",
      make: {
        let (net, x) = try drawn(.gaussian(gain: 1), .tanh, width: 16, depth: 3)
        return (net, x.scaled(by: 255))
      },
      signals: ["shrinks", "vanishes"],
      gradients: wanders.union(["vanishes"]),
      finds: ["input", "saturated"]
    ),
    Case(
      testDescription: "1.5 I",
      make: {
        (try Network(repeating: .scaledIdentity(Extended(1.5), 2), depth: 50), .ones(2))
      },
      signals: ["explodes"],
      gradients: ["explodes"],
      mends: true
    ),
    Case(
      testDescription: "1.03 I grows 19-fold in 100 layers: 1.03^100 = 19.2",
      make: {
        (try Network(repeating: .scaledIdentity(Extended(1.03), 2), depth: 100), .ones(2))
      },
      signals: ["grows"],
      gradients: ["grows"],
      mends: true
    ),
    Case(
      testDescription: "up by 100 and down again",
      make: {
        let net = try Network(weights: [.scaledIdentity(100, 2), .scaledIdentity(.one / 100, 2)])
        return (net, .ones(2))
      },
      signals: ["swings"],
      gradients: ["swings"]
    ),
  ]

  private func word(_ trend: Diagnosis.Trend) -> String {
    switch trend {
    case .steady: "steady"
    case .grows: "grows"
    case .shrinks: "shrinks"
    case .swings: "swings"
    case .vanishes: "vanishes"
    case .explodes: "explodes"
    case .dies: "dies"
    }
  }

  private func word(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .zeroWeights: "zero"
    case .alike: "alike"
    case .deadUnits: "dead"
    case .saturated: "saturated"
    case .unlikeWeights: "unlike"
    case .inputSize, .inputOffset: "input"
    }
  }

  @Test("what is said of a network is so", arguments: cases)
  func truth(_ one: Case) throws {
    let (net, x) = try one.make()
    let report = try Diagnosis.run(net, at: x)
    #expect(one.signals.contains(word(report.signals.trend)), "\(report.signals.trend)")
    #expect(one.gradients.contains(word(report.gradients.trend)), "\(report.gradients.trend)")
    #expect(one.finds.isSubset(of: report.findings.map(word)), "\(report.findings)")
    if let mends = one.mends { #expect(report.repairs.contains(where: \.works) == mends) }
    // Drawn weights are put in a list first, others are diagnosed as they are.
    let listed =
      try [net, net.listed()].first { try $0.forward(x).a.map { $0.rms() } == report.signals.sizes }
      ?? net
    let forward = try listed.forward(x)
    let back = try listed.backward(forward, loss: Diagnosis.loss(of: net))
    check(report.signals, forward.a.map { $0.rms() })
    check(report.gradients, back.dA.reversed().map { $0.rms() })
    #expect(report.repairs.isEmpty == report.isHealthy)
    for repair in report.repairs { try check(repair, of: net, at: x) }
    for finding in report.findings { try check(finding, of: net, at: x) }
  }

  /// The sizes in the order in which they are passed on.
  private func check(_ flow: Diagnosis.Flow, _ sizes: [Extended]) {
    let isBackward = flow.sizes != sizes
    #expect(isBackward ? flow.sizes.reversed() == sizes : true)
    let (start, end) = (sizes[0], sizes[sizes.count - 1])
    func isWithin(_ size: Extended, _ factor: Extended) -> Bool {
      size <= start * factor && size * factor >= start
    }
    func from(_ layer: Int) -> ArraySlice<Extended> {
      sizes[(isBackward ? sizes.count - 1 - layer : layer)...]
    }
    switch flow.trend {
    case .steady: #expect(sizes.allSatisfy { isWithin($0, 10) })
    case .grows: #expect(end > start * 10 && end <= start * 1000)
    case .shrinks: #expect(end * 10 < start && end * 1000 >= start)
    case .swings(let layer):
      #expect(isWithin(end, 1000) && !isWithin(flow.sizes[layer], 10))
    case .vanishes(let layer): #expect(from(layer).allSatisfy { $0 * 1000 < start })
    case .explodes(let layer): #expect(from(layer).allSatisfy { $0 > start * 1000 })
    case .dies(let layer): #expect(from(layer).allSatisfy { $0.isZero })
    }
  }

  /// One that works keeps the ends within a factor of a thousand, is no copy, and learns.
  private func check(_ checked: CheckedRepair, of net: Network, at x: Vector) throws {
    let repaired = try checked.repair.applied(to: net)
    let unrepaired = x
    let x = checked.repair.applied(toInput: x)
    #expect(repaired != net || x != unrepaired)
    guard checked.works else { return }
    let forward = try repaired.forward(x)
    let back = try repaired.backward(forward, loss: Diagnosis.loss(of: repaired))
    for (start, end) in [
      (x.rms(), forward.output.rms()), (back.dA(net.depth).rms(), back.dA(0).rms()),
    ] {
      #expect(end <= start * 1000 && end * 1000 >= start)
    }
    // Some rate of a wide choice lowers the loss of another target too.
    let target = Vector.normal(net.outputWidth, seed: 9)
    let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
    let isLearning = try (-20...8).contains { power in
      let rate = Extended(4).power(integer: power).double
      let run = try Training(rate: rate, steps: 8).train(repaired, on: set)
      guard let last = run.losses.last, last.isFinite else { return false }
      return last < 0.99 * run.losses[0]
    }
    #expect(isLearning, "\(checked.repair)")
  }

  private func check(_ finding: Diagnosis.Finding, of net: Network, at x: Vector) throws {
    switch finding {
    case .zeroWeights(let layers):
      #expect(layers.allSatisfy { net.weights($0).frobeniusNorm().isZero })
    case .alike(let layer, let units, let kinds, _):
      // Training leaves them alike.
      #expect(units == net.width(of: layer) && kinds < units)
      let target = Vector.normal(net.outputWidth, seed: 9)
      let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
      let trained = try Training(rate: 0.01, steps: 10).train(net, on: set).network
      let rows = trained.weights(layer)
      for column in 0..<rows.columns where kinds == 1 {
        #expect((1..<rows.rows).allSatisfy { rows[$0, column] == rows[0, column] })
      }
    case .deadUnits(let layer, let count, let all, _, _):
      let z = try net.forward(x).z(layer)
      #expect(all == z.count && z.elements.count { !($0 > 0) } >= count)
    case .saturated(let layer, let share, _):
      let z = try net.forward(x).z(layer)
      let slopes = net.activation.derivative(at: z).elements
      let bound = net.activation.derivative(at: .zero) / 1000
      #expect(Double(slopes.count { $0 < bound }) == share * Double(z.count))
    case .unlikeWeights(let layer, let ratio):
      // In all of these most layers are I.
      #expect(isNear(net.weights(layer)[0, 0] / net.weights(1)[0, 0], ratio, within: 1e-12))
    case .inputSize(let rms): #expect(rms == x.rms() && (rms > 10 || rms * 10 < 1))
    case .inputOffset(let mean, let rms): #expect(mean.abs() * 2 > rms && mean == x.mean())
    }
  }
}
