import DeepNetworks
import Testing

/// Training: exact curves, batches against single passes, named outcomes.
struct TrainingTests {
  /// D weights of one number each.
  private func chain(_ weight: Extended, depth: Int) throws -> Network {
    try Network(repeating: .scaledIdentity(weight, 1), depth: depth)
  }

  private func target(_ value: Double) throws -> TrainingSet {
    try TrainingSet(count: 1, inputs: [1], targets: [value])
  }

  @Test("Saxe's steps to half strength", arguments: ReferenceTable.rows("saxe.half."))
  func saxe(row: ReferenceTable.Row) throws {
    let strength = try #require(row.setup["s"].double)
    let start = try #require(row.setup["u0"].double)
    let expected = Int(try #require(row.value["gd_steps"].double))
    let run = try Training(rate: 1e-3, steps: expected + 5)
      .train(chain(Extended(start).squareRoot(), depth: 2), on: target(strength))
    // u ≥ s/2 where ½ (s − u)² ≤ s²/8.
    #expect(run.losses.firstIndex { $0 <= strength * strength / 8 } == expected)
    #expect(run.outcome == .finished)
  }

  @Test("the largest stable rate is 2/(D s^(2 − 2/D))", arguments: [10, 150])
  func stableRate(depth: Int) throws {
    let value = ReferenceTable.value("saxe.etamax.D\(depth)")
    for (key, strength) in [("s1", 1.0), ("s2", 2)] {
      let weight = try Extended(strength).power(Extended.one / Extended(depth))
      let net = try chain(weight, depth: depth)
      let sharpness = try Sharpness.measure(net, on: target(strength))
      let expected = try #require(value[key].double)
      #expect(sharpness.isSettled)
      #expect(isNear(sharpness.largestStableRate, expected, within: 1e-12))
      // And a run says the same: 1 % below it comes back to s, 1 % above it does not.
      let moved = try chain(weight * Extended(1 + 1e-4 / Double(depth)), depth: depth)
      let below = try Training(rate: expected * 0.9, steps: 200).train(moved, on: target(strength))
      let above = try Training(rate: expected * 1.1, steps: 200).train(moved, on: target(strength))
      #expect(try #require(below.losses.last) < below.losses[0] * 1e-3)
      #expect(try #require(above.losses.last) > above.losses[0] * 1e3)
    }
  }

  @Test("momentum and adam, five steps on one weight (NumPy)")
  func optimizers() throws {
    for (optimizer, expected) in [
      (Optimizer.momentum(0.9), 3.05832), (.adam(), 1.4970442174070144),
    ] {
      let run = try Training(rate: 0.1, steps: 5, optimizer: optimizer)
        .train(chain(1, depth: 1), on: target(3))
      #expect(isNear(run.network.weights(1)[0, 0].double, expected, within: 1e-14))
    }
  }

  private static let structures = [
    Structure.plain, Structure(residualScale: Extended(0.5)), Structure(normEpsilon: 1e-3),
    Structure(residualScale: 1, normEpsilon: 0.5),
  ]

  @Test("a batch's gradients are the mean of its samples'", arguments: structures)
  func batches(structure: Structure) throws {
    for name in Activation.names {
      let activation = try #require(Activation.named(name))
      let net = try Network(
        initialization: .gaussian(gain: 1.2),
        widths: [3, 6, 6, 2],
        biasStandardDeviation: 0.4,
        activation: activation,
        lastActivation: .linear,
        seed: 4
      ).structured(structure)
      let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 2, samples: 5, seed: 2)
      let rate = 0.25
      let run = try Training(rate: rate, steps: 1).train(net, on: set)
      var expected = try (1...3).map { try Matrix.rows(zeros(net.weights($0))) }
      var loss = Extended.zero
      for i in 0..<set.count {
        let (x, t) = set.sample(i)
        let forward = try net.forward(x)
        let judge = Loss.squaredError(target: t)
        loss = try loss + judge.value(of: forward.output)
        let gradients = try net.backward(forward, loss: judge)
        for layer in 1...3 { expected[layer - 1] = try expected[layer - 1] + gradients.dW(layer) }
      }
      #expect(isNear(run.losses[0], (loss / 5).double, within: 1e-13))
      for layer in 1...3 {
        let moved = try net.weights(layer) - run.network.weights(layer)
        let wanted = expected[layer - 1].scaled(by: Extended(rate / 5))
        let rest = try (moved - wanted).frobeniusNorm()
        #expect(rest <= wanted.frobeniusNorm() * Extended(1e-12) + Extended(1e-15))
        let norm = wanted.frobeniusNorm()
        #expect(isNear(run.updateNorms[0][layer - 1], norm.double, within: 1e-12))
        #expect(isNear(run.gradientNorms[0][layer - 1], norm.double / rate, within: 1e-12))
      }
    }
  }

  private func zeros(_ matrix: Matrix) -> [[Double]] {
    Array(repeating: Array(repeating: 0, count: matrix.columns), count: matrix.rows)
  }

  @Test("cross-entropy in a batch is that of single samples")
  func crossEntropy() throws {
    let net = try Network(
      initialization: .lecun,
      widths: [2, 4, 2],
      activation: .tanh,
      lastActivation: .linear,
      seed: 1
    )
    let run = try Training(rate: 0, steps: 1, objective: .crossEntropy).train(net, on: .xor)
    var total = Extended.zero
    for i in 0..<4 {
      let (x, t) = TrainingSet.xor.sample(i)
      total = try total + Loss.crossEntropy(target: t).value(of: net.forward(x).output)
    }
    #expect(isNear(run.losses[0], (total / 4).double, within: 1e-14))
    #expect(run.outcome == .stalled && run.losses[0] == run.losses[1])
  }

  @Test("xor, spirals and a linear teacher are learnt")
  func tasks() throws {
    let small = try Network(
      initialization: .xavierNormal(gain: 1),
      widths: [2, 8, 2],
      activation: .tanh,
      lastActivation: .linear,
      seed: 3
    )
    let xor = try Training(rate: 0.05, steps: 150, optimizer: .adam(), objective: .crossEntropy)
      .train(biased(small), on: .xor)
    #expect(try #require(xor.losses.last) < 0.02)
    let linear = try Network(initialization: .orthogonal(gain: 1), widths: [4, 4, 4], seed: 2)
    let teacher = try TrainingSet.linearTeacher(inputWidth: 4, outputWidth: 4, samples: 50, seed: 5)
    let taught = try Training(rate: 0.1, steps: 400, optimizer: .momentum(0.8))
      .train(linear, on: teacher)
    #expect(try #require(taught.losses.last) < 1e-3 * taught.losses[0])
    #expect(taught.steps(untilLossIs: 0.5) != nil)
    let spirals = try TrainingSet.spirals(samplesPerArm: 30, turns: 0.75, seed: 1)
    let deep = try Network(
      initialization: .he(slope: 0),
      widths: [2, 16, 16, 2],
      activation: .relu,
      lastActivation: .linear,
      seed: 1
    )
    let run = try Training(
      rate: 0.02,
      steps: 200,
      batch: 20,
      optimizer: .adam(),
      objective: .crossEntropy,
      clipping: 5
    ).train(biased(deep), on: spirals)
    #expect(try #require(run.losses.last) < 0.2)
  }

  /// The same weights, with biases that can be learnt.
  private func biased(_ net: Network) throws -> Network {
    try Network(
      weights: (1...net.depth).map { net.weights($0) },
      biases: (1...net.depth).map { .zeros(net.width(of: $0)) },
      activation: net.activation,
      lastActivation: net.lastActivation
    )
  }

  @Test("too large a rate diverges, a vanishing network stalls: named, not thrown")
  func outcomes() throws {
    let set = try TrainingSet.linearTeacher(inputWidth: 8, outputWidth: 8, samples: 20, seed: 1)
    let net = try Network(
      initialization: .orthogonal(gain: 1),
      widths: Array(repeating: 8, count: 6),
      seed: 1
    )
    let diverged = try Training(rate: 5, steps: 100).train(net, on: set)
    guard case .diverged(let step) = diverged.outcome else {
      Issue.record("\(diverged.outcome)")
      return
    }
    #expect(step < 20 && diverged.losses.count == step + 1)
    let deep = try Network(
      initialization: .lecun,
      widths: Array(repeating: 8, count: 40),
      activation: .sigmoid,
      lastActivation: .linear,
      seed: 1
    )
    let run = try Training(rate: 1e-3, steps: 20).train(deep, on: set)
    #expect(run.gradientNorms[0][0] < 1e-15 * run.gradientNorms[0][38])
    let far = try Network(repeating: .scaledIdentity(Extended(1e300), 1), depth: 3)
    #expect(
      try Training(rate: 1e-3, steps: 5).train(far, on: target(1)).outcome == .diverged(step: 0)
    )
    let tiny = try Network(repeating: .scaledIdentity(Extended(0.5), 1), depth: 150)
    let stalled = try Training(rate: 0.01, steps: 50).train(tiny, on: target(1))
    #expect(stalled.outcome == .stalled)
  }

  @Test("mini-batches go through all samples, in an order that the seed fixes")
  func miniBatches() throws {
    let set = try TrainingSet.linearTeacher(inputWidth: 2, outputWidth: 1, samples: 12, seed: 3)
    let net = try Network(initialization: .lecun, widths: [2, 1], seed: 1)
    let training = Training(rate: 0.01, steps: 9, batch: 4, seed: 7)
    let first = try training.train(net, on: set)
    #expect(try training.train(net, on: set) == first)
    var other = training
    other.seed = 8
    #expect(try other.train(net, on: set).losses != first.losses)
    // With rate 0 the batches of a pass average to the whole loss.
    let still = Training(rate: 0, steps: 3, batch: 4)
    let losses = try still.train(net, on: set).losses
    #expect(isNear((losses[0] + losses[1] + losses[2]) / 3, losses[3], within: 1e-13))
  }

  @Test("clipping bounds each step; a gradient check is great, and finds nothing wrong")
  func clippingAndCheck() throws {
    let set = try TrainingSet.linearTeacher(inputWidth: 4, outputWidth: 4, samples: 10, seed: 1)
    let net = try Network(initialization: .gaussian(gain: 3), widths: [4, 4, 4, 4], seed: 1)
    let run = try Training(rate: 0.1, steps: 3, clipping: 0.01).train(net, on: set)
    let squares = run.updateNorms[0].reduce(0) { $0 + $1 * $1 }
    #expect(isNear(squares.squareRoot(), 0.001, within: 1e-12))
    let check = try GradientCheck.run(
      net.structured(Structure(residualScale: 1)),
      at: .ones(4),
      loss: .squaredError(target: .zeros(4))
    )
    #expect(check.verdict == .great && check.worst < 1e-8)
    #expect(check.weights.count == 3 && check.biases == [nil, nil, nil])
  }

  private static let impossible:
    [(NetworkError.Parameter, Double, @Sendable (inout Training) -> Void)] = [
      (.decay, -1, { $0.decay = -1 }), (.rateFactor, -2, { $0.schedule.course = .cosine(end: -2) }),
      (.rateFactor, .infinity, { $0.schedule.course = .steps(every: 1, factor: .infinity) }),
      (.scheduleSteps, 0, { $0.schedule.course = .steps(every: 0, factor: 1) }),
      (.scheduleSteps, 0, { $0.sharpnessInterval = 0 }), (.patience, 0, { $0.patience = 0 }),
      (.lossScale, 0, { $0.format = TrainingFormat(.float16, scale: .fixed(0)) }),
      (
        .scaleSteps, 0,
        { $0.format = TrainingFormat(.float16, scale: .dynamic(start: 1, every: 0)) }
      ),
    ]

  @Test("threads change nothing of a training in a format, with tests")
  func threads() throws {
    let net = try Network(
      initialization: .he(slope: 0),
      widths: [2, 24, 24, 2],
      activation: .tanh,
      lastActivation: .linear,
      seed: 1
    )
    var training = Training(rate: 0.1, steps: 12)
    training.format = TrainingFormat(.bfloat16, scale: .dynamic(start: 64, every: 3))
    training.sharpnessInterval = 6
    let set = try TrainingSet.spirals(samplesPerArm: 60, seed: 1)
    let parts = try set.split(share: 0.75, seed: 1)
    let one = try training.train(net, on: parts.first, testedOn: parts.rest, threads: 1)
    #expect(try training.train(net, on: parts.first, testedOn: parts.rest, threads: 3) == one)
    #expect(one.tests?.losses.count == 13 && one.scales.last == 1024)
  }

  @Test("what cannot be trained is refused")
  func refusals() throws {
    let net = try chain(1, depth: 2)
    let set = try target(1)
    #expect(throws: NetworkError.batch(2, samples: 1)) {
      try Training(rate: 1, steps: 1, batch: 2).train(net, on: set)
    }
    #expect(throws: NetworkError.parameter(.rate, value: .infinity)) {
      try Training(rate: .infinity, steps: 1).train(net, on: set)
    }
    #expect(throws: NetworkError.steps(-1)) { try Training(rate: 1, steps: -1).train(net, on: set) }
    #expect(throws: NetworkError.parameter(.momentum, value: 1)) {
      try Training(rate: 1, steps: 1, optimizer: .momentum(1)).train(net, on: set)
    }
    for (parameter, value, change) in Self.impossible {
      var training = Training(rate: 1, steps: 1)
      change(&training)
      #expect(throws: NetworkError.parameter(parameter, value: value)) {
        try training.train(net, on: set)
      }
    }
    #expect(throws: NetworkError.noSamples) {
      try TrainingSet(count: 0, inputs: [], targets: [])
    }
    #expect(throws: NetworkError.inputLength(2, expected: 1)) {
      try Training(rate: 1, steps: 1).train(net, on: .xor)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try Training(rate: 0.1, steps: 1_000_000).train(net, on: set) { _ in throw Stop() }
    }
    #expect(Training(rate: 1, steps: 10).cost(of: net, samples: 1).operations > 0)
    // Weights are drawn once, so drawn ones cost no more than given ones, whatever the samples.
    let drawn = try Network(initialization: .lecun, widths: [8, 8, 8], seed: 1)
    let given = try Network(weights: [drawn.weights(1), drawn.weights(2)])
    let training = Training(rate: 1, steps: 10)
    #expect(
      training.cost(of: drawn, samples: 100).operations
        == training.cost(of: given, samples: 100).operations
    )
  }
}
