import DeepNetworks
import Testing

/// Random weights: their laws, sampled.
struct InitializationTests {
  @Test(
    "mean 0 and the standard deviation that is promised",
    arguments: [
      (Initialization.gaussian(gain: 1.5), 1.5 / 10), (.deviation(0.05), 0.05),
      (.xavierNormal(gain: 1), 0.1290994449),
      (.xavierUniform(gain: 2), 0.2581988897), (.he(slope: 0), 0.1414213562), (.lecun, 0.1),
      (.uniform(gain: 1), 0.0577350269), (.orthogonal(gain: 3), 0.3),
      (.variance(scale: 2, fan: .fanOut, distribution: .normal), 0.3162277660),
      (.variance(scale: 1, fan: .average, distribution: .uniform), 0.1290994449),
      (.variance(scale: 1, fan: .fanIn, distribution: .truncatedNormal), 0.1),
    ]
  )
  func moments(initialization: Initialization, deviation: Double) throws {
    // Fan-out 20, fan-in 100; 40 layers of 2000 entries.
    var (sum, squares, largest) = (0.0, 0.0, 0.0)
    for layer in 1...40 {
      let matrix = try initialization.matrix(fanOut: 20, fanIn: 100, seed: 1, layer: layer)
      #expect(matrix.rows == 20 && matrix.columns == 100)
      let norm = matrix.frobeniusNorm().double
      squares += norm * norm
      sum += matrix.sum().double
      largest = max(largest, matrix.maximum().double)
    }
    let count = 80_000.0
    #expect(abs(sum / count) < 5 * deviation / count.squareRoot())
    #expect(isNear((squares / count).squareRoot(), deviation, within: 0.015))
    #expect(
      isNear(
        initialization.standardDeviation(fanOut: 20, fanIn: 100),
        deviation,
        within: 1e-8
      )
    )
    switch initialization {
    case .uniform, .xavierUniform: #expect(largest <= deviation * 3.0.squareRoot())
    case .variance(_, _, .uniform): #expect(largest <= deviation * 3.0.squareRoot())
    case .variance(_, _, .truncatedNormal):
      // 2/0.8796: the cut is two deviations of the normal before it was cut.
      #expect(largest <= deviation * 2.2737 && largest > deviation * 2.26)
    case .gaussian, .deviation, .xavierNormal, .he, .lecun, .orthogonal, .variance(_, _, .normal):
      #expect(largest > deviation * 2)
    }
  }

  @Test("QᵀQ = I for square, tall and wide", arguments: [(1, 1), (12, 12), (20, 7), (7, 20)])
  func orthogonal(rows: Int, columns: Int) throws {
    let q = try Initialization.orthogonal(gain: 1)
      .matrix(fanOut: rows, fanIn: columns, seed: 4, layer: 2)
    let small = rows >= columns ? try q.transposed * q : try q * q.transposed
    let rest = try small - Matrix.identity(min(rows, columns))
    #expect(rest.frobeniusNorm() < Extended(2e-15) * Extended(max(rows, columns)))
  }

  @Test("by name or in the general form, the same weights")
  func variants() throws {
    func draw(_ initialization: Initialization) throws -> Matrix {
      try initialization.matrix(fanOut: 6, fanIn: 9, seed: 3, layer: 2)
    }
    #expect(
      try draw(.he(slope: 0)) == draw(.variance(scale: 2, fan: .fanIn, distribution: .normal))
    )
    #expect(
      try draw(.xavierUniform(gain: 1))
        == draw(.variance(scale: 1, fan: .average, distribution: .uniform))
    )
    // What is not cut is the normal's own draw.
    let cut = try draw(.variance(scale: 1, fan: .fanIn, distribution: .truncatedNormal))
    let whole = try draw(.lecun)
    #expect(isNear(cut[0, 0], whole[0, 0] / Extended(0.87962566103423978), within: 1e-15))
    #expect(throws: NetworkError.parameter(.variance, value: -1)) {
      try draw(.variance(scale: -1, fan: .fanIn, distribution: .normal))
    }
  }

  private struct Stop: Error {}

  @Test("a wide layer's draw is told the share that is done, and can be ended")
  func checkpoints() throws {
    for initialization in [Initialization.lecun, .orthogonal(gain: 1)] {
      var shares: [Double] = []
      let whole = try initialization.matrix(fanOut: 300, fanIn: 300, seed: 1, layer: 1) {
        shares.append($0)
      }
      #expect(shares.count > 0 && shares == shares.sorted() && shares.allSatisfy { $0 <= 1 })
      #expect(try whole == initialization.matrix(fanOut: 300, fanIn: 300, seed: 1, layer: 1))
      #expect(throws: Stop.self) {
        try initialization.matrix(fanOut: 300, fanIn: 300, seed: 1, layer: 1) { _ in throw Stop() }
      }
    }
  }

  @Test("an orthogonal network keeps norms, forward and backward")
  func isometry() throws {
    let net = try Network(
      initialization: .orthogonal(gain: 1),
      widths: Array(repeating: 24, count: 51),
      seed: 6
    )
    let x = Vector.normal(24, seed: 1)
    let forward = try net.forward(x)
    let gradients = try net.backward(forward, loss: .sum)
    for layer in 0...50 {
      #expect(isNear(forward.a(layer).norm(), x.norm(), within: 1e-13 * 50))
      #expect(
        isNear(
          gradients.dA(layer).norm(),
          Extended(24).squareRoot(),
          within: 1e-13 * 50
        )
      )
    }
  }

  @Test("Haar: first entries have mean 0 and variance 1/n; determinants of both signs")
  func haar() throws {
    var (sum, squares, negative) = (0.0, 0.0, 0)
    for seed in 0..<2000 {
      let q = try Initialization.orthogonal(gain: 1)
        .matrix(fanOut: 2, fanIn: 2, seed: UInt64(seed), layer: 1)
      sum += q[0, 0].double
      squares += q[0, 0].double * q[0, 0].double
      if (q[0, 0] * q[1, 1] - q[0, 1] * q[1, 0]) < 0 { negative += 1 }
    }
    #expect(abs(sum / 2000) < 5 * (0.5 / 2000).squareRoot())
    #expect(abs(squares / 2000 - 0.5) < 5 * (0.125 / 2000).squareRoot())
    #expect(abs(negative - 1000) < 5 * 23)
  }

  @Test("Glorot's normalized bound at n = 1000, and what it does to gradients")
  func glorot() throws {
    let value = ReferenceTable.value("glorot.var")
    let bound = try #require(value["normalized_limit_U_n1000"].double)
    let wide = try Initialization.xavierUniform(gain: 1)
      .matrix(fanOut: 1000, fanIn: 1000, seed: 1, layer: 1)
    #expect(wide.maximum().double <= bound)
    #expect(isNear(wide.maximum().double, bound, within: 1e-4))

    // Gradient variance of layer 1 over layer 5 of linear networks, four steps apart.
    for (initialization, key) in [
      (Initialization.uniform(gain: 1), "standard_ratio_4_steps"),
      (.xavierUniform(gain: 1), "normalized_ratio"),
    ] {
      var ratios: [Double] = []
      for seed in 0..<60 {
        let net = try Network(
          initialization: initialization,
          widths: Array(repeating: 200, count: 6),
          seed: UInt64(seed)
        )
        let gradients = try net.backward(net.forward(.ones(200)), loss: .sum)
        let ratio = gradients.dA(1).norm() / gradients.dA(5).norm()
        ratios.append((ratio * ratio).double)
      }
      let expected = try #require(value[key].double)
      let mean = ratios.reduce(0, +) / 60
      // Var of one ratio is about (1 + 2/n)^4 − 1 = 0.04 of its square.
      #expect(isNear(mean, expected, within: 4 * (0.04 / 60).squareRoot()), "\(key) \(mean)")
    }
  }

  @Test("He's deviations for VGG's filters, and their product over 0.01")
  func vgg() throws {
    let value = ReferenceTable.value("he.vgg10")
    func deviation(_ filters: Int) -> Double {
      Initialization.he(slope: 0).standardDeviation(fanOut: 1, fanIn: 9 * filters)
    }
    for filters in [64, 128, 256, 512] {
      let expected = try #require(value["std\(filters)"].double)
      #expect(isNear(deviation(filters), expected, within: 1e-12))
    }
    var product = 1.0
    for (filters, count) in [(64, 1), (128, 2), (256, 2), (512, 4)] {
      for _ in 0..<count { product *= deviation(filters) / 0.01 }
    }
    let expected = try #require(value["product_unrounded"].double)
    #expect(isNear(product, expected, within: 1e-12))
  }
}
