import DeepNetworks
import Testing

/// The mean-field theory against values.json.
struct TheoryTests {
  private func check(
    _ value: Double,
    _ expected: ReferenceTable.Value,
    within tolerance: Double
  ) throws {
    let number = try #require(expected.double)
    #expect((value - number).magnitude <= tolerance * max(1, number.magnitude), "\(value)")
  }

  private func variance(
    _ square: ReferenceTable.Value,
    _ deviation: ReferenceTable.Value
  ) throws -> Double {
    if let square = square.double { return square }
    let deviation = try #require(deviation.double)
    return deviation * deviation
  }

  private func field(_ row: ReferenceTable.Row) throws -> MeanField {
    let weights = try variance(row.setup["sigma_w2"], row.setup["sigma_w"])
    let biases = try variance(row.setup["sigma_b2"], row.setup["sigma_b"])
    return MeanField(.tanh, weightVariance: weights, biasVariance: biases)
  }

  @Test(
    "q*, χ, c* and the depth scales of tanh",
    arguments: ReferenceTable.rows("mf.tanh.", "mf.schoen.")
  )
  func fixedPoints(row: ReferenceTable.Row) throws {
    let point = try #require(field(row).criticality())
    try check(point.variance, row.value["q"], within: 1e-9)
    try check(point.chi, row.value["chi1"], within: 1e-9)
    try check(point.correlation, row.value["c"], within: 1e-8)
    try check(point.correlationSlope, row.value["slope_at_c"], within: 1e-8)
    // A depth scale's error is its square times that of the factor.
    try check(point.varianceDepth, row.value["xi_q"], within: 1e-8)
    try check(point.correlationDepth, row.value["xi_c"], within: 1e-6)
    try check(point.gradientDepth, row.value["xi_grad"], within: 1e-6)
    #expect(point.phase == (point.chi < 1 ? .ordered : .chaotic))
  }

  @Test("the edge of chaos of tanh", arguments: ReferenceTable.rows("mf.crit."))
  func edge(row: ReferenceTable.Row) throws {
    let biases = try #require(row.setup["sigma_b2"].double)
    let edge = try #require(MeanField.edgeOfChaos(.tanh, biasVariance: biases))
    try check(edge.weightVariance, row.value["sigma_w2"], within: 1e-9)
    try check(edge.weightVariance.squareRoot(), row.value["sigma_w"], within: 1e-9)
    try check(edge.variance, row.value["q"], within: 1e-8)
    let there = MeanField(.tanh, weightVariance: edge.weightVariance, biasVariance: biases)
    #expect((there.chi(at: edge.variance) - 1).magnitude < 1e-12)
  }

  @Test("at σ_w = 1, b = 0 the variance decays like 1/(2l)")
  func criticalDecay() throws {
    let value = ReferenceTable.value("mf.critical_decay")
    let field = MeanField(.tanh, weightVariance: 1)
    var q = 1.0
    for layer in 1...1000 {
      q = field.variance(after: q)
      guard [1, 2, 10, 100, 150, 1000].contains(layer) else { continue }
      let expected = try #require(value["\(layer)"].double)
      #expect(isNear(q, expected, within: 1e-9))
    }
  }

  @Test("correlations under relu with He's weights")
  func reluCorrelation() throws {
    let value = ReferenceTable.value("relu.corr")
    let field = MeanField(.relu, weightVariance: 2)
    #expect(field.fixedPoint == .neutral)
    var c = 0.0
    for layer in 1...10_000 {
      c = field.correlation(after: c, at: 1)
      guard [1, 2, 3, 5, 10, 20, 50, 100, 150, 1000, 10_000].contains(layer) else { continue }
      let expected = try #require(value["\(layer)"].double)
      #expect((c - expected).magnitude < 1e-13)
    }
  }

  @Test(
    "Gaussian moments and gains",
    arguments: [
      ("gain.relu", Activation.relu), ("gain.gelu", .gelu), ("gain.silu", .silu),
      ("gain.sigmoid", .sigmoid), ("gain.elu", .elu), ("gain.softplus", .softplus),
      ("gain.leaky0.01", .leakyReLU(slope: 0.01)), ("gain.selu", .selu),
    ]
  )
  func moments(id: String, activation: Activation) throws {
    let value = ReferenceTable.value(id)
    let moments = Moments(activation)
    try check(moments.mean, value["mean"], within: 1e-12)
    try check(moments.second, value["second_moment"], within: 1e-12)
    try check(moments.slopeSecond, value["deriv2"], within: 1e-12)
    try check(moments.gain, value["gain"], within: 1e-12)
    try check(moments.centredGain, value["centred_gain"], within: 1e-11)
    try check(moments.chiAtGain, value["chi_at_gain"], within: 1e-12)
  }

  @Test("PyTorch's table by name, and tanh's true gain (engine.md 22)")
  func gains() throws {
    let value = ReferenceTable.value("gain.torch")
    for name in ["linear", "sigmoid", "tanh", "relu", "selu"] {
      #expect(try #require(Activation.named(name)).gain == value[name].double)
    }
    #expect(isNear(Moments(.tanh).gain, 1.5925374197, within: 1e-10))
    #expect((Moments(.tanh).chiAtGain - 1.1778).magnitude < 5e-5)
    #expect(isNear(Activation.gelu.gain, 1.5335304411955353, within: 1e-13))
  }

  @Test("erf in closed form, elu and selu at their kink")
  func pairs() throws {
    // (2/π) asin(2q/(1 + 2q)) at q = 1.7 (mpmath).
    let erf = MeanField(.erf, weightVariance: 1)
    #expect(isNear(erf.variance(after: 1.7), 0.562215902736248, within: 1e-13))
    for activation in [Activation.elu, .selu, .gelu, .silu, .tanh, .softplus] {
      let field = MeanField(activation, weightVariance: 1.3, biasVariance: 0.2)
      // c → c′ is a correlation: 1 stays 1, and near it the slope is χ q/q′.
      #expect(field.correlation(after: 1, at: 0.9) == 1)
      let near = field.correlation(after: 1 - 1e-6, at: 0.9)
      let slope = (1 - near) / 1e-6
      #expect((slope - field.correlationSlope(at: 1, q: 0.9)).magnitude < 2e-3)
      // Independent inputs: E f(u₁) f(u₂) = (E f)².
      let moments = Moments(activation, variance: 0.9)
      let independent =
        (1.3 * moments.mean * moments.mean + 0.2) / field.variance(after: 0.9)
      #expect((field.correlation(after: 0, at: 0.9) - independent).magnitude < 1e-12)
    }
  }

  @Test(
    "per-layer variance of squared singular values at χ = 1",
    arguments: ReferenceTable.rows("penn.tanh.")
  )
  func spectrumVariance(row: ReferenceTable.Row) throws {
    let q = try #require(row.setup["q"].double)
    for (key, orthogonal) in [("orth_per_layer", true), ("gauss_per_layer", false)] {
      let value = GradientGrowth.spectrumVariance(.tanh, variance: q, orthogonal: orthogonal)
      try check(value, row.value[key], within: 1e-9)
    }
  }

  @Test("and of linear and relu layers, times 150")
  func isometry() throws {
    let value = ReferenceTable.value("penn.var.L150")
    for (name, activation) in [("linear", Activation.linear), ("relu", .relu)] {
      for (suffix, orthogonal) in [("gauss", false), ("orth", true)] {
        let growth = GradientGrowth.spectrumVariance(
          activation,
          variance: 1,
          orthogonal: orthogonal
        )
        #expect(150 * growth == value["\(name)_\(suffix)"].double)
      }
    }
  }

  @Test("variances that grow without bound, stay, or die out are told apart")
  func fates() {
    #expect(MeanField(.relu, weightVariance: 2.1).fixedPoint == .grows)
    #expect(MeanField(.relu, weightVariance: 2, biasVariance: 0.1).fixedPoint == .grows)
    #expect(MeanField(.relu, weightVariance: 1, biasVariance: 0.5).fixedPoint == .settles(1))
    #expect(MeanField(.tanh, weightVariance: 0.9).fixedPoint == .settles(0))
    #expect(MeanField(.gelu, weightVariance: 9).fixedPoint == .grows)
    #expect(MeanField(.tanh, weightVariance: .nan, biasVariance: -1).fixedPoint == .settles(0))
    #expect(MeanField.edgeOfChaos(.relu, biasVariance: 0.1) == nil)
    #expect(
      MeanField.edgeOfChaos(.leakyReLU(slope: 0.2), biasVariance: 0)?.weightVariance == 2 / 1.04
    )
  }
}
