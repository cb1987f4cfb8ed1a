import DeepNetworks
import Testing

/// Laws that hold for every network.
struct NetworkLawTests {
  private func random(
    _ activation: Activation,
    widths: [Int],
    bias: Double = 0,
    seed: UInt64 = 3
  ) throws -> Network {
    try Network(
      initialization: .gaussian(gain: 1.5),
      widths: widths,
      biasStandardDeviation: bias,
      activation: activation,
      seed: seed
    )
  }

  @Test("each layer is g(W a + b)")
  func layers() throws {
    for activation in [Activation.linear, .relu, .tanh, .sigmoid, .leakyReLU(slope: 0.1)] {
      let net = try random(activation, widths: [3, 7, 2, 5], bias: 0.3)
      let forward = try net.forward(Vector.normal(3, seed: 1))
      #expect(forward.depth == 3 && forward.a.count == 4)
      for layer in 1...3 {
        let bias = try #require(net.bias(layer))
        let z = try net.weights(layer) * forward.a(layer - 1) + bias
        #expect(try distance(z, forward.z(layer)) < 1e-15)
        #expect(activation.value(forward.z(layer)) == forward.a(layer))
      }
    }
  }

  @Test("the gradient of a linear network is its transposed network's output")
  func transposed() throws {
    let net = try random(.linear, widths: [4, 6, 3, 5])
    let mirror = try Network(weights: (1...3).reversed().map { net.weights($0).transposed })
    let gradients = try net.backward(net.forward(.normal(4, seed: 2)), loss: .sum)
    let output = try mirror.forward(.ones(5))
    #expect(try distance(gradients.dA(0), output.output) < 1e-14)
    #expect(try distance(gradients.dA(2), output.a(1)) < 1e-14)
  }

  @Test(
    "homogeneous activations commute with a scale, however large",
    arguments: [
      Activation.linear, .relu, .leakyReLU(slope: 0.25),
    ]
  )
  func homogeneous(activation: Activation) throws {
    let net = try random(activation, widths: [5, 9, 9, 4])
    let x = Vector.normal(5, seed: 9)
    // A power of two changes the exponents alone.
    for power in [1, -1, 3000, -3000, 1 << 30] {
      let factor = Extended(2).power(integer: power)
      let scaled = try net.forward(x.scaled(by: factor)).output
      #expect(try scaled == net.forward(x).output.scaled(by: factor))
    }
    let tenth = try #require(Extended(decimal: "1e-700"))
    let scaled = try net.forward(x.scaled(by: tenth)).output
    #expect(try distance(scaled, net.forward(x).output.scaled(by: tenth)) < 1e-14)
  }

  @Test("scaling every weight by c scales a linear output by c^L")
  func weightScale() throws {
    let drawn = try random(.linear, widths: Array(repeating: 6, count: 41))
    let net = try Network(weights: (1...40).map { drawn.weights($0) })
    let factor = Extended(2).power(integer: 100)
    let scaled = try Network(weights: (1...40).map { net.weights($0).scaled(by: factor) })
    let x = Vector.normal(6, seed: 4)
    #expect(
      try scaled.forward(x).output
        == net.forward(x).output.scaled(by: factor.power(integer: 40))
    )
  }

  @Test("a layer's random weights depend neither on the depth nor on biases")
  func independentLayers() throws {
    let shallow = try random(.tanh, widths: [8, 8, 8], seed: 5)
    let deep = try random(.tanh, widths: Array(repeating: 8, count: 60), bias: 1, seed: 5)
    for layer in 1...2 { #expect(shallow.weights(layer) == deep.weights(layer)) }
    #expect(deep.weights(1) != deep.weights(2))
    #expect(deep.weights(1) != (try random(.tanh, widths: [8, 8], seed: 6)).weights(1))
    // Common random numbers: another gain scales the same entries.
    let doubled = try Network(
      initialization: .gaussian(gain: 3),
      widths: [8, 8],
      activation: .tanh,
      seed: 5
    )
    #expect(doubled.weights(1) == shallow.weights(1).scaled(by: 2))
  }

  @Test("a repeated matrix, a list and dense entries give the same numbers")
  func representations() throws {
    let matrix = try Matrix.rows([[0.5, -1.25], [2, 0.75]])
    let repeated = try Network(repeating: matrix, depth: 30, activation: .tanh)
    let listed = try Network(weights: Array(repeating: matrix, count: 30), activation: .tanh)
    let x = Vector([0.5, 1])
    #expect(try repeated.forward(x) == listed.forward(x))

    let scaled = try Network(repeating: .scaledIdentity(Extended(1.5), 2), depth: 300)
    let dense = try Network(
      repeating: Matrix.scaledIdentity(Extended(1.5), 2).map { $0 },
      depth: 300
    )
    #expect(try distance(scaled.forward(x).output, dense.forward(x).output) < 1e-13)

    let outer = Matrix.outer(Vector([1.0, 2]), Vector([3.0, -1]))
    let byOuter = try Network(repeating: outer, depth: 12).forward(x).output
    let byDense = try Network(repeating: outer.map { $0 }, depth: 12).forward(x).output
    #expect(try distance(byOuter, byDense) < 1e-14)
  }

  @Test("a bias far below the activations is lost, far above them it takes over")
  func biasScale() throws {
    let bias = Vector([1.0])
    let growing = try Network(repeating: .scaledIdentity(2, 1), depth: 3000, bias: bias)
    // a = 2 a + 1 from 0: 2^l − 1.
    let output = try growing.forward(Vector([0.0])).output[0]
    #expect(isNear(output, Extended(2).power(integer: 3000), within: 1e-30))
    let short = try Network(repeating: .scaledIdentity(2, 1), depth: 90, bias: bias)
    #expect(try short.forward(Vector([0.0])).output[0] == Extended(2).power(integer: 90) - 1)
    let falling = try Network(
      repeating: .scaledIdentity(Extended(0.5), 1),
      depth: 3000,
      bias: bias
    )
    #expect(try falling.forward(Vector([1e300])).output[0] == 2)
  }

  @Test("depth 300 000 in time, and the exponent with it")
  func deep() throws {
    let matrix = Matrix.scaledIdentity(Extended(1.5), 2)
    let output = try Network(repeating: matrix, depth: 300_000).forward(.ones(2)).output
    // 1.5^300000, mpmath.
    let expected = try #require(Extended(decimal: "2.386254192180624171085e52827"))
    #expect(isNear(output[0], expected, within: 1e-18))
    let dense = try Matrix.rows([[1.25, 0.5], [0.5, 1.25]])
    let tanh = try Network(repeating: dense, depth: 100_000, activation: .tanh)
    #expect(try tanh.forward(Vector([0.1, -0.3])).output.isFinite)
  }

  @Test("sigmoid with w = 1 and tanh with w = 2 settle at their fixed points")
  func fixedPoints() throws {
    let sigmoid = try Network(
      repeating: .scaledIdentity(1, 1),
      depth: 200,
      activation: .sigmoid
    )
    let value = ReferenceTable.value("sig.fixed")
    let forward = try sigmoid.forward(Vector([0.0]))
    let point = forward.output[0].double
    #expect(abs(point - (value["a*"].double ?? 0)) < 1e-14)
    let gradients = try sigmoid.backward(forward, loss: .sum)
    // Per layer at the fixed point, far from either end.
    let factor = gradients.dA(150)[0] / gradients.dA(151)[0]
    #expect(abs(factor.double - (value["factor"].double ?? 0)) < 1e-14)
    #expect(abs(factor.log10().double - (value["log10_per_layer"].double ?? 0)) < 1e-13)

    let tanh = try Network(repeating: .scaledIdentity(2, 1), depth: 200, activation: .tanh)
    let two = ReferenceTable.value("tanh.fixed.w2")
    let pass = try tanh.forward(Vector([0.3]))
    #expect(abs(pass.output[0].double - (two["a*"].double ?? 0)) < 1e-14)
    let slopes = try tanh.backward(pass, loss: .sum)
    let perLayer = slopes.dA(150)[0] / slopes.dA(151)[0]
    #expect(abs(perLayer.double - (two["factor"].double ?? 0)) < 1e-14)
  }

  @Test("the largest slope of σ is 1/4, and its powers")
  func largestSlope() throws {
    let slope = Activation.sigmoid.derivative(at: 0)
    let value = ReferenceTable.value("sig.max")
    for depth in [10, 50, 150] {
      let expected = try value["L\(depth)"].extended()
      #expect(isNear(slope.power(integer: depth), expected, within: 1e-15))
    }
    for z in [-3.0, -0.1, 0.1, 2] {
      #expect(Activation.sigmoid.derivative(at: Extended(z)) < slope)
    }
  }

  @Test("a checkpoint is told the share, and ends the pass by throwing")
  func checkpoints() throws {
    let net = try random(.tanh, widths: Array(repeating: 64, count: 201))
    var shares: [Double] = []
    let forward = try net.forward(.ones(64)) { shares.append($0) }
    #expect(shares == shares.sorted() && shares.last == 1 && shares.count > 1)
    #expect(throws: CancellationError.self) {
      try net.forward(.ones(64)) { _ in throw CancellationError() }
    }
    #expect(throws: CancellationError.self) {
      try net.backward(forward, loss: .sum) { _ in throw CancellationError() }
    }
  }

  @Test("costs grow with depth and width, and are counted without running")
  func costs() throws {
    let matrix = try Matrix.identity(2)
    let short = try Network(repeating: matrix, depth: 1000)
    let long = try Network(repeating: matrix, depth: 1_000_000_000)
    let ratio = long.forwardCost.operations / short.forwardCost.operations
    #expect(abs(ratio - 1e6) < 1e3)
    let wide = try random(.tanh, widths: [100, 100, 100])
    #expect(wide.forwardCost.operations > 2 * 2 * 100 * 100)
    #expect(wide.backwardCost.bytes > 0)
    #expect(throws: NetworkError.self) { try long.forward(.ones(2)) }
  }
}
