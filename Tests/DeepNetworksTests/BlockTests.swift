import DeepNetworks
import Testing

/// Skips past several layers, and norms before and after them.
struct BlockTests {
  private static let places: [(Norm?, [Double])] = [
    (nil, [1.5661112754129654, -1.4203983545939378, 1.3846662141882828]),
    (
      .layer(epsilon: 1e-5, .inside), [1.2536279408875297, -2.7807953388261657, 1.373795410618535]
    ),
    (
      .layer(epsilon: 1e-5, .before), [1.5319554843006962, -1.5252419703008842, 1.3797494341113592]
    ),
    (
      .layer(epsilon: 1e-5, .after), [1.0983287073534134, -1.1885756238990979, 1.0226899965564722]
    ),
  ]

  @Test("two blocks of two layers beside NumPy, with the norm in each place", arguments: places)
  func values(norm: Norm?, expected: [Double]) throws {
    let plain = try Network(
      repeating: .rows([[0.5, -0.25, 0.1], [1.5, 0.75, -0.3], [0.2, -0.6, 0.9]]),
      depth: 4,
      bias: Vector([0.1, -0.2, 0.3]),
      activation: .tanh
    )
    let net = try plain.structured(
      Structure(residualScale: Extended(0.5), block: 2, norm: norm)
    )
    let output = try net.forward(Vector([1, -2, 0.5])).output
    #expect(try distance(output, Vector(expected)) < 1e-14)
  }

  private static let norms: [Norm?] = [
    nil, .layer(epsilon: 1e-3, .inside), .layer(epsilon: 0.1, .before), .layer(epsilon: 0, .after),
  ]

  static let structures: [Structure] = norms.flatMap { norm in
    [1, 2, 3].map { Structure(residualScale: Extended(0.7), block: $0, norm: norm) }
  }

  /// Widths 3, 5 seven times, 2, with biases.
  private func network(_ structure: Structure) throws -> Network {
    try Network(
      initialization: .gaussian(gain: 1.3),
      widths: [3, 5, 5, 5, 5, 5, 5, 5, 2],
      biasStandardDeviation: 0.5,
      activation: .gelu,
      seed: 11
    ).structured(structure)
  }

  @Test("gradients are the differences of the passes, in every layer", arguments: structures)
  func gradients(structure: Structure) throws {
    let check = try GradientCheck.run(
      network(structure),
      at: .normal(3, seed: 2),
      loss: .squaredError(target: Vector([0.3, -1.2]))
    )
    #expect(check.verdict == .great && check.worst < 1e-7, "\(check.verdict) \(check.worst)")
  }

  @Test("a Jacobian is the differences of the passes; a block is one factor", arguments: structures)
  func jacobian(structure: Structure) throws {
    let net = try network(structure)
    let x = Vector.normal(3, seed: 2)
    let forward = try net.forward(x)
    let jacobian = try Jacobian(net, at: forward)
    #expect(jacobian.depth == 2 + 6 / structure.block)
    let matrix = try jacobian.matrix()
    for j in 0..<3 {
      let step = Vector((0..<3).map { $0 == j ? 1e-5 : 0.0 })
      let difference = try net.forward(x + step).output - net.forward(x - step).output
      #expect(try distance(difference.scaled(by: Extended(5e4)), matrix.column(j)) < 1e-8)
    }
    let sum = try net.backward(forward, loss: .sum).dA(0)
    #expect(try distance(sum, matrix.transposed * .ones(2)) < 1e-13)
    // ‖J‖² is the sum of the squares of its singular values.
    let squares = try jacobian.spectrum().values.reduce(Extended.zero) { $0 + $1 * $1 }
    #expect(isNear(squares, matrix.frobeniusNorm() * matrix.frobeniusNorm(), within: 1e-12))
  }

  @Test("products with a small given network's Jacobian in double-double", arguments: structures)
  func products(structure: Structure) throws {
    let net = try Network(
      repeating: .rows([[0.5, -0.25, 0.1], [1.5, 0.75, -0.3], [0.2, -0.6, 0.9]]),
      depth: 6,
      activation: .tanh
    ).structured(structure)
    let forward = try net.forward(Vector([1, -2, 0.5]))
    let jacobian = try Jacobian(net, at: forward)
    #expect(jacobian.isPrecise)
    let (v, c) = (Vector([0.3, 1, -1]), Vector([1.0, 2, 3]))
    // cᵀ (J v) = (Jᵀ c)ᵀ v.
    let left = try Loss.product(c).value(of: jacobian.times(v) { _ in })
    let right = try Loss.product(v).value(of: net.backward(forward, loss: .product(c)).dA(0))
    #expect(isNear(left, right, within: 1e-15))
  }

  @Test("training steps by the mean of the samples' gradients", arguments: structures)
  func batches(structure: Structure) throws {
    let net = try network(structure)
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 2, samples: 11, seed: 2)
    for threads in [1, 3] {
      let run = try Training(rate: 0.25, steps: 1).train(net, on: set, threads: threads)
      for layer in 1...net.depth {
        var expected = net.weights(layer)
        for i in 0..<set.count {
          let (x, t) = set.sample(i)
          let gradients = try net.backward(net.forward(x), loss: .squaredError(target: t))
          expected = try expected + gradients.dW(layer).scaled(by: Extended(-0.25 / 11))
        }
        let miss = try (run.network.weights(layer) - expected).frobeniusNorm()
        #expect(miss < Extended(1e-13), "layer \(layer) by \(miss.double)")
      }
    }
  }

  /// mpmath: second differences of the loss with 70 digits and a step of 1e-18.
  private static let sharpnesses: [(depth: Int, block: Int, norm: Norm?, value: Double)] = [
    (4, 2, nil, 0.9440116277106143), (4, 2, .layer(epsilon: 0.125, .before), 0.50154600296900885),
    (4, 2, .layer(epsilon: 0.125, .after), 0.45517924619492805),
    (3, 1, .layer(epsilon: 0.125, .before), 0.67413426881093388),
    (3, 1, .layer(epsilon: 0.125, .after), 1.6111068066841201),
  ]

  @Test("the largest eigenvalue of the Hessian", arguments: sharpnesses)
  func sharpness(depth: Int, block: Int, norm: Norm?, value: Double) throws {
    let net = try Network(
      repeating: .rows([[0.5, -0.25], [1.5, 0.75]]),
      depth: depth,
      activation: .tanh
    ).structured(Structure(residualScale: Extended(0.5), block: block, norm: norm))
    let set = try TrainingSet(
      count: 2,
      inputs: [1.25, -2, 0.5, 0.25],
      targets: [0.5, 0.25, 1, 0]
    )
    let found = try Sharpness.measure(net, on: set)
    #expect(found.isSettled && isNear(found.largestEigenvalue, value, within: 1e-11))
  }

  @Test("every structure in every format, close to the extended range where the format is fine")
  func formats() throws {
    for structure in Self.structures where structure.norm?.epsilon != 0 {
      let net = try network(structure)
      let x = Vector.normal(3, seed: 4)
      let exact = try net.forward(x)
      let gradients = try net.backward(exact, loss: .sum)
      for (format, tolerance) in [(NumberFormat.float64, 1e-13), (.float32, 1e-4)] {
        let rounded = try net.forward(x, format: format)
        #expect(try distance(rounded.output, exact.output) < tolerance)
        let back = try net.backward(rounded, loss: .sum)
        #expect(try distance(back.dA(0), gradients.dA(0)) < tolerance)
        #expect(try distance(back.dB(2), gradients.dB(2)) < tolerance)
      }
    }
  }

  /// The root of the mean over seeds of ‖a[L]‖²/‖a[0]‖², and its error.
  private func growth(
    _ depth: Int,
    _ scale: Double,
    _ structure: (block: Int, last: Activation),
    seeds: UInt64
  ) throws -> (mean: Double, error: Double) {
    let list = (1...depth).map { $0 % structure.block == 0 ? structure.last : .relu }
    let ratios = try (1...seeds).map { seed in
      let net = try Network(
        initialization: .he(slope: 0),
        widths: Array(repeating: 128, count: depth + 1),
        seed: seed
      ).activated(by: list)
        .structured(Structure(residualScale: Extended(scale), block: structure.block))
      let x = Vector.normal(128, seed: seed)
      let ratio = try net.forward(x).output.norm() / x.norm()
      return (ratio * ratio).double
    }
    let mean = ratios.reduce(0, +) / Double(seeds)
    let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seeds - 1)
    return (mean.squareRoot(), (variance / Double(seeds)).squareRoot() / (2 * mean.squareRoot()))
  }

  /// The recursion of the mean m and the mean square M of a wide layer, in NumPy:
  /// M ← M + 2 α m √(M/π) + α² M, m ← m + α √(M/π) with relu at the end; M ← M + 2 α² M without.
  private static let growths: [(depth: Int, block: Int, last: Activation, value: Double)] = [
    (25, 1, .relu, 9.260938858672818), (100, 1, .relu, 148.82042383203947),
    (24, 2, .linear, 1.6164885679226675), (100, 2, .linear, 1.6406059944647298),
    (100, 2, .relu, 8.870017361867205),
  ]

  @Test("branches divided by √L: with relu at their ends they add up, with mean 0 they do not")
  func scaledBranches() throws {
    for (depth, block, last, value) in Self.growths {
      let scale = 1 / Double(depth).squareRoot()
      let (mean, error) = try growth(depth, scale, (block, last), seeds: 12)
      // Of width 128 the mean is off by some hundredths, which add up along the layers.
      #expect((mean / value - 1).magnitude < 4 * error / value + 0.05, "\(mean) for \(value)")
    }
    // Divided by L nothing adds up: cosh(1/√π) = 1.16 in the end.
    let (mean, error) = try growth(100, 0.01, (1, .relu), seeds: 12)
    #expect((mean - 1.1669424429089286).magnitude < 4 * error + 0.01)
  }

  @Test("branches at α = 1 grow by 1.70 in each layer")
  func unscaledBranches() throws {
    let (near, far) = try (growth(10, 1, (1, .relu), seeds: 8), growth(30, 1, (1, .relu), seeds: 8))
    let factor = Extended(far.mean / near.mean)
    let perLayer = (factor.log() / Extended(20)).exponential().double
    // 2 + 2 r/√π with r the positive root of 2 r³/√π + r² − 2 r/√π − 1/π, of M, hence its root.
    #expect((perLayer / 1.7041435196733468 - 1).magnitude < 0.02, "\(perLayer)")
  }

  @Test("skips lie where blocks fit, and what they leave over is refused")
  func layout() throws {
    func net(_ widths: [Int], _ block: Int) throws -> Network {
      try Network(initialization: .lecun, widths: widths, seed: 1)
        .structured(Structure(residualScale: 1, block: block))
    }
    let bottleneck = try net([8, 2, 8, 2, 8], 2)
    #expect((1...4).map { bottleneck.skipStart(of: $0) } == [nil, 0, nil, 2])
    let framed = try net([2, 8, 8, 8, 8, 1], 3)
    #expect((1...5).map { framed.skipStart(of: $0) } == [nil, nil, nil, 1, nil])
    #expect(framed.blocks == [1...1, 2...4, 5...5])
    #expect(throws: NetworkError.blockRest(block: 2, layer: 5, fitting: [4, 6])) {
      try net([4, 4, 4, 4, 4, 4], 2)
    }
    #expect(throws: NetworkError.blockRest(block: 4, layer: 1, fitting: [5])) {
      try net([4, 4, 4, 1], 4)
    }
    #expect(throws: NetworkError.blockRest(block: 2, layer: 4, fitting: [])) {
      try net([3, 4, 4, 4, 4, 1], 2)
    }
    #expect(throws: NetworkError.block(0)) { try net([4, 4], 0) }
    #expect(throws: NetworkError.normWithoutSkip) {
      try Network(initialization: .lecun, widths: [4, 4], seed: 1)
        .structured(Structure(norm: .layer(epsilon: 0, .before)))
    }
    // The same weights given as a list, of which widths are listed too.
    let drawn = try net([4, 4, 4, 4, 4], 2)
    let weights = (1...4).map { drawn.weights($0) }
    let listed = try drawn.with(weights: weights, biases: [nil, nil, nil, nil])
    #expect(listed.skipStart(of: 4) == 2)
    let x = Vector.normal(4, seed: 1)
    #expect(try distance(listed.forward(x).output, drawn.forward(x).output) < 1e-15)
  }

  @Test("sentences")
  func sentences() {
    #expect(
      NetworkError.blockRest(block: 2, layer: 21, fitting: [20, 22]).description
        == "Blocks of 2 layers leave layer 21 over: a skip goes past a whole block, to a layer as wide "
        + "as the one that it begins behind. Take 20 or 22 layers, or another block."
    )
    #expect(
      NetworkError.blockRest(block: 2, layer: 4, fitting: []).description
        == "Blocks of 2 layers leave layer 4 over: a skip goes past a whole block, to a layer as wide "
        + "as the one that it begins behind. Take widths that blocks of 2 fill, or another block."
    )
    #expect(
      NetworkError.block(0).description
        == "A block of 0 layers has none for a skip to go past; take 1 or more."
    )
    #expect(
      NetworkError.normWithoutSkip.description
        == "A norm before a block or after its addition goes with blocks, and there are none without a "
        + "skip: give residual, or take the norm before each activation."
    )
  }
}
