import DeepNetworks
import Testing

/// Passes that share draws and layers have the bits of passes alone.
@Suite("Shared work")
struct SharedWorkTests {
  private static let initializations: [Initialization] = [
    .gaussian(gain: 1.2), .gaussian(gain: 0), .gaussian(gain: -3), .gaussian(gain: 0x1p-700),
    .gaussian(gain: 0x1p30), .xavierUniform(gain: 0.7), .he(slope: 0), .orthogonal(gain: 1.1),
    .variance(scale: 2, fan: .average, distribution: .truncatedNormal), .uniform(gain: 2),
  ]

  private static let widths = [
    [7, 7, 7, 7, 7], [7, 7], [7, 7, 7], [3, 7, 7, 7, 2], [3, 7, 2], [3, 2], [4, 9, 5, 6],
    [40, 40, 40],
  ]

  private func networks(_ initialization: Initialization) throws -> [Network] {
    try Self.widths.flatMap { widths in
      try [Activation.tanh, .relu, .linear].flatMap { activation in
        try [0, 0.3].map { bias in
          try Network(
            initialization: initialization,
            widths: widths,
            biasStandardDeviation: bias,
            activation: activation,
            lastActivation: bias == 0 ? nil : .linear,
            seed: 5
          )
        }
      }
    }
  }

  @Test("forward, output, backward and Jacobian", arguments: initializations)
  func passes(initialization: Initialization) throws {
    let work = SharedWork()
    // The second round asks for what the first has, the third finds it kept.
    for _ in 0..<3 {
      for network in try networks(initialization) {
        let x = Vector.normal(network.inputWidth, seed: 2)
        let shared = network.sharing(work)
        #expect(shared == network)
        let alone = try network.forward(x)
        #expect(try shared.forward(x) == alone)
        #expect(try shared.output(x) == alone.output)
        let gradients = try network.backward(alone, loss: .sum)
        #expect(try shared.backward(alone, loss: .sum) == gradients)
        for layer in 1...network.depth {
          #expect(shared.weights(layer) == network.weights(layer))
        }
        for format in [NumberFormat.float16, .float64] {
          // As words: nan, which 2^30 gives in float16, equals nothing.
          let ours = "\(try shared.forward(x, format: format))"
          let theirs = "\(try network.forward(x, format: format))"
          #expect(ours == theirs)
        }
      }
    }
    work.close()
  }

  @Test("a product with a draw is that of its matrix", arguments: initializations)
  func products(initialization: Initialization) throws {
    for network in try networks(initialization) where network.activation == .linear {
      let x = Vector.normal(network.inputWidth, seed: 2)
      guard network.bias(1) == nil else { continue }
      // The matrix sums in double-double, the draw in doubles.
      let (sum, product) = (try network.forward(x).z(1), try network.weights(1) * x)
      for index in 0..<sum.count {
        #expect((sum[index] - product[index]).abs() <= product.rms() * Extended(1e-13))
      }
    }
  }

  @Test("outputs by depth are those of each network")
  func depths() throws {
    let depths = [1, 5, 2, 3, 3, 4]
    let matrix = Matrix.scaledIdentity(Extended(1.3), 2)
    let dense = try DenseMatrix(rows: 2, columns: 2, values: [1, 0.25, 0.125, -1])
    let identity = try Matrix.identity(2)
    for (weights, last) in [(matrix, identity), (matrix, nil), (.dense(dense), Matrix?.none)] {
      for bias in [nil, Vector([1, 0.5] as [Double])] {
        func network(_ depth: Int) throws -> Network {
          try Network(
            repeating: weights,
            depth: depth,
            last: last,
            bias: bias,
            activation: .tanh,
            lastActivation: .linear
          )
        }
        let x = Vector([1, 1] as [Double])
        let outputs = try #require(try network(5).outputs(ofDepths: depths, x))
        for (depth, output) in zip(depths, outputs) {
          #expect(try network(depth).forward(x).output == output)
        }
      }
    }
    for (inputs, outputs) in [(6, 6), (3, 2), (6, 2), (3, 6)] {
      func network(_ depth: Int) throws -> Network {
        let inner = Array(repeating: 6, count: depth - 1)
        return try Network(
          initialization: .he(slope: 0),
          widths: [inputs] + inner + [outputs],
          biasStandardDeviation: 0.1,
          activation: .relu,
          seed: 3
        )
      }
      let x = Vector.normal(inputs, seed: 4)
      let found = try #require(try network(5).outputs(ofDepths: depths, x))
      for (depth, output) in zip(depths, found) {
        #expect(try network(depth).forward(x).output == output)
      }
    }
    let skips = try Network(initialization: .lecun, widths: [4, 4, 4, 4], seed: 1)
      .structured(Structure(residualScale: .one))
    #expect(try skips.outputs(ofDepths: [1, 2], .ones(4)) == nil)
  }

  @Test("outputs by depth of scaled identities without an activation")
  func scaledDepths() throws {
    let depths = [1, 30, 2, 7, 29]
    let inputs: [Vector] = [
      Vector([1, 1] as [Double]), Vector([1, 0] as [Double]), Vector([0, 0] as [Double]),
      Vector([Extended(1), Extended(2).power(integer: -1000)]),
      Vector([1, -.infinity] as [Double]),
    ]
    for factor in [Extended(1.5), Extended(0.1), Extended(-2), .zero] {
      for last in [Matrix?.none, try Matrix.identity(2), .scaledIdentity(Extended(0.3), 2)] {
        func network(_ depth: Int) throws -> Network {
          try Network(repeating: .scaledIdentity(factor, 2), depth: depth, last: last)
        }
        for x in inputs {
          let outputs = try #require(try network(30).outputs(ofDepths: depths, x))
          for (depth, output) in zip(depths, outputs) {
            // As words: nan equals nothing.
            #expect("\(try network(depth).forward(x).output)" == "\(output)")
          }
        }
      }
    }
  }

  @Test("passes that are walked together are those alone", arguments: [1, 3])
  func together(threads: Int) throws {
    let gains = [0.5, 1, -1.5, 0, 0x1p-700, 0x1p30] + (1...20).map { 1 + Double($0) / 16 }
    for (activation, bias) in [(Activation.tanh, 0.0), (.relu, 0.2), (.linear, 0), (.erf, 0)] {
      let networks = try gains.map { gain in
        try Network(
          initialization: .gaussian(gain: gain),
          widths: [5] + Array(repeating: 64, count: 12) + [3],
          biasStandardDeviation: bias,
          activation: activation,
          lastActivation: .linear,
          seed: 6
        )
      }
      let x = Vector.normal(5, seed: 8)
      let passes = networks.compactMap { network in
        let notes = SharedWork(notingPasses: true)
        #expect(throws: (any Error).self) { try network.sharing(notes).output(x) }
        return notes.pass
      }
      try #require(passes.count == networks.count)
      let work = SharedWork()
      try work.walkTogether(passes, threads: threads) { _ in }
      for network in networks {
        // What is known takes no look at the checkpoint.
        let output = try network.sharing(work).output(x) { _ in throw Stop() }
        #expect(output == (try network.output(x)))
      }
      #expect(throws: Stop.self) {
        try SharedWork().walkTogether(passes, threads: threads) { _ in throw Stop() }
      }
      work.close()
      #expect(throws: Stop.self) {
        try networks[0].sharing(work).output(x) { _ in throw Stop() }
      }
    }
  }

  @Test("any number of threads may ask at once")
  func threads() throws {
    let work = SharedWork()
    let values = try Parallel.map(60, threads: 4) { index, _ in
      try Self.deep(index % 7 + 1, gain: Double(index % 3)).sharing(work).output(.ones(12))
    }
    for (index, value) in values.enumerated() {
      #expect(try Self.deep(index % 7 + 1, gain: Double(index % 3)).output(.ones(12)) == value)
    }
  }

  private static func deep(_ depth: Int, gain: Double) throws -> Network {
    try Network(
      initialization: .gaussian(gain: gain),
      widths: Array(repeating: 12, count: depth + 1),
      activation: .tanh,
      seed: 9
    )
  }

  private struct Stop: Error {}

  @Test("what is cancelled is kept by nobody in part")
  func cancelled() throws {
    let work = SharedWork()
    let network = try Network(
      initialization: .gaussian(gain: 1),
      widths: Array(repeating: 300, count: 21),
      activation: .tanh,
      seed: 9
    )
    let shared = network.sharing(work)
    for _ in 0..<3 {
      #expect(throws: Stop.self) {
        try shared.output(.ones(300)) { if $0 > 0.5 { throw Stop() } }
      }
    }
    #expect(try shared.output(.ones(300)) == network.output(.ones(300)))
  }

  @Test("costs: the first pass pays, a deeper one its own layers, another gain no draws")
  func costs() throws {
    var costs = SharedCosts()
    let x = Vector.ones(12)
    func take(_ depth: Int, _ gain: Double) throws -> Double {
      let network = try Self.deep(depth, gain: gain)
      return costs.take(SharedPass(network, from: x, network.forwardCost)).operations
    }
    let whole = try Self.deep(10, gain: 1).forwardCost.operations
    let drawing = try Self.deep(10, gain: 1).drawingCost.operations
    #expect(try take(10, 1) == whole)
    #expect(try take(7, 1) == 0)
    #expect(abs(try take(20, 1) - whole) < 2)
    #expect(abs(try take(10, 2) - (whole - drawing)) < 2)
    let network = try Self.deep(30, gain: 2)
    let taken = costs.take(SharedPass(network, from: x, network.forwardCost))
    costs.revert(taken)
    #expect(try take(30, 2) == taken.operations)
  }
}
