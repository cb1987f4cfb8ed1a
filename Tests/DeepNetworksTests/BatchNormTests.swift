import DeepNetworks
import Testing

/// Batch norm: statistics over samples, gradients through them, what training keeps of them.
struct BatchNormTests {
  private static let matrix = [[0.5, -0.25, 0.1], [1.5, 0.75, -0.3], [0.2, -0.6, 0.9]]
  private static let rows = [[1, -2, 0.5], [0.25, 1.5, -1], [-0.75, 0.5, 2], [1.25, 0.5, 0.25]]
  private static let targets = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0]]
  private static let batch = Structure(norm: .batch(epsilon: 1e-5, nil))

  private func small(_ structure: Structure = batch, bias: Vector? = nil) throws -> Network {
    try Network(repeating: .rows(Self.matrix), depth: 3, bias: bias, activation: .tanh)
      .structured(structure)
  }

  private func near(_ vectors: [Vector], _ rows: [[Double]], _ tolerance: Double) throws -> Bool {
    try zip(vectors, rows).allSatisfy { try distance($0, Vector($1)) < tolerance }
  }

  @Test("four samples of three layers, beside a program in NumPy")
  func values() throws {
    let net = try small(bias: Vector([0.1, -0.2, 0.3]))
    let forward = try net.forward(samples: Self.rows.map { Vector($0) })
    let outputs = [
      [0.4519776157153951, 0.8675941930534972, 0.6946046088089093],
      [-0.35122752341709007, -0.8930944564657946, -0.47730489944423393],
      [0.31265401987504493, -0.8614192099657231, 0.8915167735590671],
      [-0.1170584042451364, 0.579435431560711, -0.5525966328775219],
    ]
    #expect(try near(forward.samples.map(\.output), outputs, 1e-14))
    let losses = Self.targets.map { Loss.squaredError(target: Vector($0)) }
    let gradients = try net.backward(forward, losses: losses)
    let dX = [
      [0.0017079735940359337, -0.018436055463546656, 0.013928489493502932],
      [-0.007191071419921689, -0.020976878635788603, 0.01710109419545324],
      [0.010942583728841838, 0.001029856016708587, 0.0045151861274081734],
      [-0.005459485902956075, 0.03838307808262667, -0.03554476981636434],
    ]
    #expect(try near(gradients.samples.map { $0.dA(0) }, dX, 1e-14))
    let dW = try Matrix.rows([
      [-0.019318354477516064, -0.04540759251070997, -0.016933445064813295],
      [0.00044016290596958106, 0.009045663704082085, 0.024814705025858794],
      [-0.030610782782336487, -0.011628523528898295, -0.0009499040374861614],
    ])
    #expect(try (gradients.dW(1) - dW).frobeniusNorm() < Extended(1e-14))
    // A bias before a norm over the samples shifts nothing.
    #expect(gradients.dB(1).norm() < Extended(1e-16) && gradients.dB(3).norm() > Extended(0.01))
  }

  static let structures = [
    batch, Structure(residualScale: Extended(0.7), norm: .batch(epsilon: 1e-3, nil)),
    Structure(residualScale: Extended(-1.5), block: 2, norm: .batch(epsilon: 0.1, nil)),
  ]

  /// The mean of the losses of samples.
  private func loss(_ net: Network, _ samples: [Vector]) throws -> Extended {
    let outputs = try net.forward(samples: samples).samples.map(\.output)
    let sum = try outputs.enumerated().reduce(Extended.zero) {
      try $0 + Loss.squaredError(target: .normal(2, seed: UInt64($1.offset))).value(of: $1.element)
    }
    return sum / Extended(samples.count)
  }

  @Test("gradients go through the statistics: differences of five points", arguments: structures)
  func differences(structure: Structure) throws {
    let net = try Network(
      initialization: .gaussian(gain: 1.3),
      widths: [3, 5, 5, 5, 2],
      biasStandardDeviation: 0.5,
      activation: .gelu,
      seed: 11
    ).structured(structure)
    let samples = (0..<6).map { Vector.normal(3, seed: 20 + UInt64($0)) }
    let gradients = try net.backward(
      net.forward(samples: samples),
      losses: (0..<6).map { .squaredError(target: .normal(2, seed: UInt64($0))) }
    )
    func slope(_ moved: (Extended) throws -> Extended) rethrows -> Extended {
      let epsilon = Extended(2e-5)
      let near = try moved(epsilon) - moved(-epsilon)
      let far = try moved(epsilon * 2) - moved(-epsilon * 2)
      return (near * 8 - far) / (epsilon * 12)
    }
    for layer in 1...4 {
      let d = try Initialization.lecun.matrix(
        fanOut: net.width(of: layer),
        fanIn: net.width(of: layer - 1),
        seed: 3,
        layer: layer
      )
      let found = try slope { t in
        var weights = (1...4).map { net.weights($0) }
        weights[layer - 1] = try weights[layer - 1] + d.scaled(by: t)
        return try loss(net.with(weights: weights, biases: (1...4).map { net.bias($0) }), samples)
      }
      let claimed = try (0..<d.rows).reduce(Extended.zero) {
        try $0 + Loss.product(d.row($1)).value(of: gradients.dW(layer).row($1))
      }
      #expect((found - claimed).abs() < Extended(1e-8), "layer \(layer)")
    }
    let d = Vector.normal(3, seed: 5)
    let found = try slope { t in
      try loss(net, samples.enumerated().map { try $0 == 2 ? $1 + d.scaled(by: t) : $1 })
    }
    let claimed = try Loss.product(d).value(of: gradients.samples[2].dA(0))
    #expect((found - claimed).abs() < Extended(1e-8))
  }

  @Test("training has the joint pass's gradients, for any number of threads", arguments: structures)
  func training(structure: Structure) throws {
    let net = try Network(
      initialization: .gaussian(gain: 1.2),
      widths: [3, 70, 70, 70, 2],
      biasStandardDeviation: 0.4,
      activation: .tanh,
      lastActivation: .linear,
      seed: 4
    ).structured(structure)
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 2, samples: 21, seed: 2)
    let samples = (0..<21).map { set.sample($0) }
    let forward = try net.forward(samples: samples.map(\.input))
    let gradients = try net.backward(
      forward,
      losses: samples.map { .squaredError(target: $0.target) }
    )
    let run = try Training(rate: 0.25, steps: 1).train(net, on: set, threads: 1)
    for layer in 1...net.depth {
      let expected = try net.weights(layer) + gradients.dW(layer).scaled(by: Extended(-0.25))
      let miss = try (run.network.weights(layer) - expected).frobeniusNorm()
      #expect(miss < Extended(1e-12), "layer \(layer) by \(miss.double)")
    }
    #expect(try Training(rate: 0.25, steps: 1).train(net, on: set, threads: 3) == run)
  }

  @Test("running averages, and a single sample by them, beside NumPy")
  func running() throws {
    let set = try TrainingSet(
      count: 4,
      inputs: Self.rows.flatMap { $0 },
      targets: Self.targets.flatMap { $0 }
    )
    let run = try Training(rate: 0.5, steps: 3).train(small(), on: set)
    for (found, expected) in zip(run.losses, Self.losses) {
      #expect(isNear(found, expected, within: 1e-13))
    }
    let output = try run.network.forward(Vector([1, -2, 0.5])).output
    #expect(try distance(output, Vector(Self.tested)) < 1e-13)
    // Its Jacobian is that of fixed statistics; training goes on from them.
    let x = Vector([1, -2, 0.5])
    let jacobian = try Jacobian(run.network, at: run.network.forward(x)).matrix()
    for j in 0..<3 {
      let step = Vector((0..<3).map { $0 == j ? 1e-5 : 0.0 })
      let difference =
        try run.network.forward(x + step).output - run.network.forward(x - step).output
      #expect(try distance(difference.scaled(by: Extended(5e4)), jacobian.column(j)) < 1e-8)
    }
    for format in [NumberFormat.float64, .float32] {
      let rounded = try run.network.forward(x, format: format).output
      #expect(try distance(rounded, output) < (format == .float64 ? 1e-14 : 1e-5))
    }
    let both = try Training(rate: 0.5, steps: 5).train(small(), on: set)
    let on = try Training(rate: 0.5, steps: 2).train(run.network, on: set)
    #expect(on.network == both.network)
  }

  /// The losses before each step and after the last.
  private static let losses = [
    0.9162403626029214, 0.818708746360792, 0.7182661615145816, 0.619557691995233,
  ]

  /// What the trained network makes of the first sample alone.
  private static let tested = [0.43531300769874726, 0.7323476087837087, 0.1340299928751166]

  private static let testRows = [[0.5, -1, 0.25], [-0.5, 1, 1.5], [2, 0.25, -0.75]]

  /// Test samples with these targets.
  private func tests(_ targets: [[Double]]) throws -> TrainingSet {
    try TrainingSet(
      count: targets.count,
      inputs: Self.testRows.prefix(targets.count).flatMap { $0 },
      targets: targets.flatMap { $0 }
    )
  }

  /// The NumPy program of `running`, which puts test samples through before each step and at the end.
  @Test("test samples are judged by the running averages, beside NumPy")
  func tested() throws {
    let set = try TrainingSet(
      count: 4,
      inputs: Self.rows.flatMap { $0 },
      targets: Self.targets.flatMap { $0 }
    )
    let tests = try tests([[1, 0, 0], [0, 0, 1], [0.25, 0.5, 0.25]])
    let run = try Training(rate: 0.5, steps: 3).train(small(), on: set, testedOn: tests)
    let losses = [
      0.5383662335302488, 0.49978456298363216, 0.43268810581574413, 0.379678824951228,
    ]
    let found = try #require(run.tests)
    #expect(zip(found.losses, losses).allSatisfy { isNear($0, $1, within: 1e-13) })
    #expect(found.accuracies == Array(repeating: 2.0 / 3, count: 4))
    // What is alone has the same loss, and a threaded pass the same bits.
    let single = try self.tests([[1, 0, 0]])
    let alone = try Training(rate: 0.5, steps: 3).train(small(), on: set, testedOn: single)
    let (input, target) = single.sample(0)
    let output = try run.network.forward(input).output
    let expected = try Loss.squaredError(target: target).value(of: output).double
    let last = try #require(alone.tests?.losses.last)
    #expect(isNear(last, expected, within: 1e-13))
    #expect(alone.network == run.network)
    let threaded = try Training(rate: 0.5, steps: 3)
      .train(small(), on: set, testedOn: tests, threads: 3)
    #expect(threaded == run)
  }

  @Test("in a format the test loss is that of the network in it, sample by sample")
  func testedInFormat() throws {
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 3, samples: 12, seed: 2)
    let tests = try tests([[1, 0, 0], [0, 0, 1], [0.25, 0.5, 0.25]])
    // A training adds up in float64, a network in float32.
    for (format, tolerance) in [(NumberFormat.float32, 1e-6), (.float16, 1e-14)] {
      var training = Training(rate: 0.125, steps: 5, batch: 4)
      training.format = TrainingFormat(format, hasMasters: false)
      let run = try training.train(small(), on: set, testedOn: tests)
      let losses = try (0..<3).map { index in
        let (input, target) = tests.sample(index)
        let output = try run.network.forward(input, format: format).output
        return try Loss.squaredError(target: target).value(of: output).double
      }
      let last = try #require(run.tests?.losses.last)
      #expect(isNear(last, losses.reduce(0, +) / 3, within: tolerance), "\(format)")
    }
  }

  /// What the NumPy program makes of the test samples with no step taken: by mean 0 and variance 1.
  @Test("where the first step is the best, the averages are those that training begins with")
  func bestAtFirst() throws {
    let set = try TrainingSet(
      count: 4,
      inputs: Self.rows.flatMap { $0 },
      targets: Self.targets.flatMap { $0 }
    )
    let outputs = [
      [0.12091826670205207, 0.5350914780205482, 0.3868229709391189],
      [0.242370605891801, -0.6401990389057323, 0.7607859943793248],
    ]
    var training = Training(rate: 0.5, steps: 9)
    training.patience = 2
    let run = try training.train(small(), on: set, testedOn: tests(outputs))
    #expect(run.outcome == .stopped(step: 2, best: 0) && run.tests?.kept == 0)
    #expect(try #require(run.tests?.losses[0]) < 1e-15)
    let output = try run.network.forward(Vector(Self.testRows[0])).output
    #expect(try distance(output, Vector(outputs[0])) < 1e-13)
    // A training that goes on from there is one from the start.
    let on = try Training(rate: 0.5, steps: 3).train(run.network, on: set)
    #expect(try on == Training(rate: 0.5, steps: 3).train(small(), on: set))
  }

  @Test("in a format each operation is rounded; fine ones come close", arguments: structures)
  func formats(structure: Structure) throws {
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: 12, count: 7),
      activation: .silu,
      seed: 3
    ).structured(structure)
    let samples = (0..<5).map { Vector.normal(12, seed: UInt64($0)) }
    let losses = samples.map { Loss.squaredError(target: $0) }
    let exact = try net.forward(samples: samples)
    let gradients = try net.backward(exact, losses: losses)
    for (format, tolerance) in [(NumberFormat.float64, 1e-13), (.float32, 1e-4), (.float16, 0.2)] {
      let rounded = try net.forward(samples: samples, format: format)
      let back = try net.backward(rounded, losses: losses, lossScale: 64)
      for index in samples.indices {
        let (a, b) = (rounded.samples[index].output, exact.samples[index].output)
        #expect(try distance(a, b) < tolerance)
        let (c, d) = (back.samples[index].dA(0), gradients.samples[index].dA(0))
        #expect(try distance(c, d) < tolerance)
      }
      #expect(try (back.dW(2) - gradients.dW(2)).frobeniusNorm() < Extended(tolerance))
    }
  }

  @Test("samples of other networks are passes of their own")
  func apart() throws {
    let net = try small(Structure(normEpsilon: 1e-5))
    let samples = Self.rows.map { Vector($0) }
    let forward = try net.forward(samples: samples)
    let losses = Self.targets.map { Loss.squaredError(target: Vector($0)) }
    let gradients = try net.backward(forward, losses: losses)
    for (index, x) in samples.enumerated() {
      let pass = try net.forward(x)
      #expect(forward.samples[index] == pass)
      let alone = try net.backward(pass, loss: losses[index])
      let dA = alone.dA(0).scaled(by: Extended(0.25))
      #expect(try distance(gradients.samples[index].dA(0), dA) < 1e-15)
    }
  }

  /// mpmath, as those of `SharpnessTests`.
  @Test("the Hessian goes through the statistics", arguments: [false, true])
  func sharpness(hasSkip: Bool) throws {
    let net = try Network(
      repeating: .rows([[0.5, -0.25], [1.5, 0.75]]),
      depth: 3,
      activation: .tanh
    ).structured(
      Structure(residualScale: hasSkip ? Extended(0.5) : nil, norm: .batch(epsilon: 0.125, nil))
    )
    let set = try TrainingSet(
      count: 3,
      inputs: [1.25, -2, 0.5, 0.25, -0.75, 1],
      targets: [0.5, 0.25, 1, 0, -0.5, 0.5]
    )
    let found = try Sharpness.measure(net, on: set)
    let value = hasSkip ? 2.7490590136098266 : 0.77460385283051131
    #expect(found.isSettled && isNear(found.largestEigenvalue, value, within: 1e-11))
  }

  @Test("deep relu networks explode at initialisation, linear ones do not: Yang et al. 2019")
  func explosion() throws {
    let (n, depth) = (96, 16)
    let expected = try #require(ReferenceTable.value("bn.explode")["norm"].double)
    for (activation, factor) in [(Activation.relu, expected), (.linear, 1)] {
      let net = try Network(
        initialization: .he(slope: 0),
        widths: Array(repeating: n, count: depth + 1),
        activation: activation,
        lastActivation: .linear,
        seed: 1
      ).structured(Self.batch)
      let forward = try net.forward(samples: (0..<n).map { .normal(n, seed: UInt64($0)) })
      let gradients = try net.backward(
        forward,
        losses: (0..<n).map { .product(.normal(n, seed: UInt64(n + $0))) }
      )
      func size(_ layer: Int) -> Extended {
        gradients.samples.reduce(Extended.zero) { $0 + $1.dA(layer).norm() * $1.dA(layer).norm() }
          .squareRoot()
      }
      // Layer 1 gets samples of mean 0, which relu's outputs are not; layer L has no norm.
      let growth = (size(1) / size(depth - 1)).log() / Extended(depth - 2)
      let perLayer = growth.exponential().double
      #expect((perLayer / factor - 1).magnitude < 0.03, "\(activation): \(perLayer)")
    }
  }

  @Test("one sample, and a batch of one, have no variance")
  func refusals() throws {
    let net = try small()
    let one = NetworkError.batchNormOfOne
    #expect(throws: one) { try net.forward(.ones(3)) }
    #expect(throws: one) { try net.output(.ones(3)) }
    #expect(throws: one) { try net.forward(.ones(3), format: .float16) }
    #expect(throws: one) { try net.forward(samples: [.ones(3)]) }
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 3, samples: 4, seed: 1)
    #expect(throws: one) { try Training(rate: 0.1, steps: 1, batch: 1).train(net, on: set) }
    let single = try TrainingSet(count: 1, inputs: [1, 2, 3], targets: [1, 2, 3])
    #expect(throws: one) { try Sharpness.measure(net, on: single) }
    #expect(throws: NetworkError.lossCount(2, samples: 4)) {
      try net.backward(
        net.forward(samples: Self.rows.map { Vector($0) }),
        losses: [.sum, .sum]
      )
    }
    // A layer alone has no norm.
    let flat = try Network(repeating: .identity(2), depth: 1).structured(Self.batch)
    #expect(try flat.forward(.ones(2)).output == .ones(2))
    #expect(
      one.description
        == "A batch norm takes the mean and variance of each unit over several samples, and of one there "
        + "is no variance. Give samples as the rows of a matrix, train in batches of 2 or more, or take "
        + "a network that was trained: it has kept averages for one."
    )
    #expect(
      NetworkError.lossCount(2, samples: 4).description
        == "There are 2 targets for 4 samples; give a row for each sample, or one vector for all."
    )
  }
}
