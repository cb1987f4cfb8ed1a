import DeepNetworks
import Testing

/// What `diagnose` is made of: networks that fail for different reasons, and what mends them.
struct DiagnosisTests {
  private func lecture(_ factor: Double, depth: Int = 150) throws -> Network {
    try Network(
      repeating: .scaledIdentity(Extended(factor), 2),
      depth: depth,
      last: .identity(2)
    )
  }

  private func random(
    _ initialization: Initialization,
    _ activation: Activation,
    width: Int = 64,
    depth: Int = 50
  ) throws -> Network {
    try Network(
      initialization: initialization,
      widths: Array(repeating: width, count: depth + 1),
      activation: activation,
      seed: 3
    )
  }

  @Test("the lecture's 1.5 I: explodes by 1.5, fails where the table of formats says")
  func exploding() throws {
    let report = try Diagnosis.run(lecture(1.5), at: .ones(2))
    // 1.5^18 = 1478 is the first above 1000.
    #expect(report.signals.trend == .explodes(layer: 18))
    #expect(report.signals.predictedFactor == 1.5)
    #expect(
      isNear(report.signals.factor, try Extended(1.5).power(Extended(149) / 150), within: 1e-12)
    )
    guard case .explodes(let layer) = report.gradients.trend else {
      Issue.record("\(report.gradients.trend)")
      return
    }
    #expect(layer == 149 - 18)
    let half = try #require(report.formats.first { $0.format == .float16 })
    #expect(half.signals.infinite == 28 && half.fails)
    #expect(half.gradients.infinite == 149 - 28)
    let double = try #require(report.formats.first { $0.format == .float64 })
    #expect(!double.fails)
    #expect(report.rates.map(\.depth) == [37, 75, 150])
    #expect(report.rates[2].largestStable < report.rates[0].largestStable)
    let mend = try #require(report.repairs.first)
    #expect(mend.repair == .factor(.one / Extended(1.5), keepsLast: true) && mend.works)
    #expect(isNear(mend.signals.factor, 1, within: 1e-15))
  }

  @Test("the lecture's 0.5 I vanishes; a skip scaled by 1/L mends it too")
  func vanishing() throws {
    let net = try lecture(0.5)
    let report = try Diagnosis.run(net, at: .ones(2))
    #expect(report.signals.trend == .vanishes(layer: 10))
    let single = try #require(report.formats.first { $0.format == .float32 })
    #expect(single.signals.subnormal == 127 && single.signals.zero == nil)
    let skip = try #require(report.repairs.first { $0.repair == .skip(scale: .one / 150) })
    #expect(skip.works)
    // (1 + 1/300)^149 (1 + 1/150) over 150 layers.
    #expect(skip.signals.factor > 1 && skip.signals.factor < Extended(1.004))
  }

  @Test("tanh with gain 2.5: signals steady, gradients explode as √χ; σ_w at the edge mends it")
  func chaotic() throws {
    let report = try Diagnosis.run(random(.gaussian(gain: 2.5), .tanh), at: .normal(64, seed: 1))
    #expect(report.signals.trend == .steady)
    guard case .explodes = report.gradients.trend else {
      Issue.record("\(report.gradients.trend)")
      return
    }
    let predicted = try #require(report.gradients.predictedFactor)
    #expect((report.gradients.factor.double / predicted - 1).magnitude < 0.1)
    #expect(report.repairs.first?.repair == .gain(1))
    #expect(report.repairs.contains { $0.repair == .initialization(.orthogonal(gain: 1)) })
    #expect(report.repairs.contains { $0.works })
  }

  @Test("tanh with gain 0.5 vanishes both ways by a half per layer")
  func ordered() throws {
    let report = try Diagnosis.run(random(.gaussian(gain: 0.5), .tanh), at: .normal(64, seed: 1))
    guard case .vanishes = report.signals.trend, case .vanishes = report.gradients.trend else {
      Issue.record("\(report.signals.trend)")
      return
    }
    // A little less than a half: tanh bends in the first layers.
    let predicted = try #require(report.signals.predictedFactor)
    #expect(predicted < 0.5 && predicted > 0.495)
    #expect((report.signals.factor.double - 0.5).magnitude < 0.05)
    #expect((report.gradients.factor.double - 0.5).magnitude < 0.05)
  }

  @Test("relu with LeCun's weights loses √½ per layer; gain √2 mends it, which is He's weights")
  func relu() throws {
    let report = try Diagnosis.run(random(.lecun, .relu), at: .normal(64, seed: 1))
    #expect(isNear(try #require(report.signals.predictedFactor), 0.5.squareRoot(), within: 1e-12))
    #expect((report.signals.factor.double - 0.5.squareRoot()).magnitude < 0.05)
    #expect(report.repairs.first?.repair == .gain(2.0.squareRoot()))
    #expect(report.repairs.first?.works == true)
    #expect(!report.repairs.contains { $0.repair == .initialization(.he(slope: 0)) })
  }

  @Test("a healthy network needs no repair; a dead one is called dead")
  func others() throws {
    let healthy = try Diagnosis.run(
      random(.orthogonal(gain: 1), .linear, width: 8),
      at: .normal(8, seed: 1)
    )
    #expect(healthy.isHealthy && healthy.repairs.isEmpty)
    let dead = try Diagnosis.run(lecture(0), at: .ones(2))
    #expect(dead.signals.trend == .dies(layer: 1) && dead.signals.factor.isZero)
    #expect(dead.rates.allSatisfy { $0.largestStable.isInfinite || $0.largestStable > 0 })
    let minus = try Diagnosis.run(lecture(-1), at: .ones(2))
    #expect(minus.isHealthy)
    #expect(Diagnosis.cost(of: try lecture(1)).operations > 0)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try Diagnosis.run(lecture(1.5), at: .ones(2)) { _ in throw Stop() }
    }
  }

  @Test("units that a skip parts are not said to stay alike")
  func parted() throws {
    let rows = Array(repeating: Array(repeating: 0.25, count: 4), count: 4)
    for matrix in [Matrix.scaledIdentity(0, 4), try .rows(rows)] {
      let net = try Network(repeating: matrix, depth: 10, activation: .tanh)
      let x = Vector.normal(4, seed: 1)
      let report = try Diagnosis.run(net, at: x)
      let skip = try #require(report.repairs.first { $0.repair == .skip(scale: .one / 10) })
      #expect(!skip.staysAlike)
      // Equal units of 0.25 learn to a lower loss without it.
      #expect(skip.works == (matrix == .scaledIdentity(0, 4)))
      let target = Vector.normal(4, seed: 2)
      let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
      let training = Training(rate: try #require(skip.learning.rate), steps: LearningTrial.steps)
      let trained = try training.train(skip.repair.applied(to: net), on: set).network
      let learnt = trained.weights(3)
      #expect((learnt[0, 0] - learnt[1, 0]).abs() > Extended(1e-4))
    }
  }

  @Test("the weights' gradients are those of the backward pass, with its slopes")
  func weightGradients() throws {
    let saturated = try Network(
      initialization: .xavierNormal(gain: 1),
      widths: Array(repeating: 16, count: 6),
      activation: .tanh,
      seed: 1
    )
    let report = try Diagnosis.run(saturated, at: Vector.normal(16, seed: 1).scaled(by: 100))
    #expect(isNear(report.weightGradients[0].double, 1.84e-7, within: 0.005))
    let dead = try Network(
      repeating: .scaledIdentity(Extended(0.5), 4),
      depth: 20,
      bias: Vector([-5.0, -5, -5, -5]),
      activation: .relu
    ).structured(Structure(normEpsilon: 1e-5))
    let other = try Diagnosis.run(dead, at: .ones(4))
    #expect(other.weightGradients.count == 20 && other.weightGradients.allSatisfy { $0.isZero })
    let last = try #require(other.rates.last)
    #expect(!last.largestStable.isFinite && !last.movesOutput)
  }

  @Test("an input ten times too large is divided by its rms, and what stays saturated doesn't work")
  func largeInput() throws {
    let net = try Network(
      initialization: .xavierNormal(gain: 1),
      widths: Array(repeating: 16, count: 6),
      activation: .tanh,
      seed: 1
    )
    let report = try Diagnosis.run(net, at: Vector.ones(16).scaled(by: 10))
    let first = try #require(report.repairs.first)
    #expect(first.repair == .unitInput && first.works)
    let orthogonal = try #require(
      report.repairs.first { $0.repair == .initialization(.orthogonal(gain: 1)) }
    )
    #expect(!orthogonal.works && !orthogonal.leaves.isEmpty)
    let narrow = try Diagnosis.run(
      random(.he(slope: 0), .relu, width: 2, depth: 100),
      at: .normal(2, seed: 1)
    )
    for repair in narrow.repairs where !repair.leaves.isEmpty { #expect(!repair.works) }
  }

  @Test("a layer norm of a multiple of the identity does not make gradients die")
  func normOfIdentity() throws {
    let net = try Network(repeating: .scaledIdentity(Extended(1.1), 4), depth: 50)
    let report = try Diagnosis.run(net, at: .normal(4, seed: 1))
    let norm = try #require(report.repairs.first { $0.repair == .norm(epsilon: 1e-5) })
    #expect(norm.gradients.trend == .steady && norm.works)
  }

  /// Networks of which some rate lowers the loss by more than a hundredth, found by hand.
  static let learners:
    [(initialization: Initialization, width: Int, depth: Int, activation: Activation, seed: UInt64)] =
      [
        (.orthogonal(gain: 0.9), 4, 50, .linear, 11), (.lecun, 4, 10, .silu, 39),
        (.xavierNormal(gain: 0.9), 2, 50, .erf, 25), (.he(slope: 0), 32, 152, .relu, 1),
      ]

  @Test("a rate that lowers the loss is found where there is one", arguments: learners.indices)
  func learner(_ index: Int) throws {
    let one = Self.learners[index]
    let net = try Network(
      initialization: one.initialization,
      widths: Array(repeating: one.width, count: one.depth + 1),
      activation: one.activation,
      seed: one.seed
    )
    let x = Vector.normal(one.width, seed: 1)
    let trial = try Diagnosis.run(net, at: x).learning
    #expect(trial.lowers)
    let target = Vector.normal(one.width, seed: 2)
    let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
    let run = try Training(rate: try #require(trial.rate), steps: 8).train(net, on: set, threads: 1)
    #expect(run.losses.last == trial.after && run.losses.first == trial.before)
  }
}
