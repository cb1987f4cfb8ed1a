import DeepNetworks
import Testing

/// Finite width, products of Gaussian matrices and exact learning curves against values.json.
struct FiniteWidthTests {
  private func near(
    _ value: Double,
    _ expected: ReferenceTable.Value,
    within tolerance: Double = 1e-12
  ) throws {
    #expect(isNear(value, try #require(expected.double), within: tolerance), "\(value)")
  }

  private func width(_ row: ReferenceTable.Row) throws -> Int {
    Int(try #require(row.setup["n"].double))
  }

  @Test("E ln r, Var ln r and the typical norm", arguments: ReferenceTable.rows("fw.linlog."))
  func linear(row: ReferenceTable.Row) throws {
    let layer = FiniteWidth(.linear, width: try width(row))
    try near(layer.logarithm.mean, row.value["E_ln_r"])
    try near(layer.logarithm.variance, row.value["Var_ln_r"])
    try near(layer.secondMoment, row.value["E_r2"])
    let typical = layer.typicalNorm(depth: 150)
    try near(typical.log10, row.value["typical_norm_L150_log10"])
    try near(typical.deviation, row.value["sd_norm_L150_decades"])
  }

  @Test("the same of a relu layer that is alive", arguments: ReferenceTable.rows("fw.relulog."))
  func relu(row: ReferenceTable.Row) throws {
    let layer = FiniteWidth(.relu, width: try width(row))
    try near(layer.logarithm.mean, row.value["E_ln_r"])
    try near(layer.logarithm.variance, row.value["Var_ln_r"])
  }

  @Test("E r² and dead layers", arguments: ReferenceTable.rows("fw.relu4."))
  func moments(row: ReferenceTable.Row) throws {
    let layer = FiniteWidth(.relu, width: try width(row))
    try near(layer.secondMoment, row.value["per_layer"])
    try near(layer.secondMoment(depth: 20).double, row.value["L20"])
    try near(layer.secondMoment(depth: 150).log10().double, row.value["L150_log10"])
    try near(layer.deadProbability.double, row.value["dead_prob_layer"])
    try near(layer.aliveProbability(depth: 150).double, row.value["alive_prob_L150"])
  }

  @Test("Lyapunov exponents of Gaussian products", arguments: ReferenceTable.rows("lyap."))
  func lyapunov(row: ReferenceTable.Row) throws {
    let n = try width(row)
    let list = GaussianProducts.lyapunovExponents(width: n)
    try near(list[0], row.value["lambda_1"])
    try near(list[n - 1], row.value["lambda_n"])
    let middle = try #require(row.value["lambda_mid"].double)
    #expect(list.contains { ($0 - middle).magnitude < 1e-12 })
    try near(list.reduce(0, +), row.value["sum"])
    try near((list[0] - list[n - 1]) / 2.302585092994046, row.value["log10_cond_per_layer"])
    // The i-th exponent's estimate is half of ln χ²(n − i + 1): a layer of that width has its variance.
    try near(FiniteWidth(.linear, width: n).logarithm.variance / 4, row.value["var1"])
    try near(FiniteWidth(.linear, width: 1).logarithm.variance / 4, row.value["varn"])
  }

  @Test("Fuss–Catalan moments and the edge", arguments: ReferenceTable.rows("fc.L"))
  func fussCatalan(row: ReferenceTable.Row) throws {
    let depth = Int(try #require(row.setup["L"].double))
    for (index, moment) in row.value["m"].list.enumerated() {
      try near(GaussianProducts.moment(index + 1, depth: depth).double, moment, within: 1e-15)
    }
    try near(GaussianProducts.edge(depth: depth).double, row.value["edge_s2"])
  }

  @Test("second moments at width n", arguments: ReferenceTable.rows("fc2."))
  func secondMoments(row: ReferenceTable.Row) throws {
    let depth = Int(try #require(row.setup["L"].double))
    let moments = GaussianProducts.secondMoments(width: try width(row), depth: depth)
    try near(moments.trace.double, row.value["p"], within: 1e-13)
    try near(moments.square.double, row.value["q"], within: 1e-13)
  }

  @Test("the quarter circle's mean and Glorot's growth")
  func closedForms() throws {
    let mean = GaussianProducts.meanSingularValue.double
    try near(mean, ReferenceTable.value("mp.mean")["mean"])
    let glorot = ReferenceTable.value("glorot.meansv")
    let standard = GradientGrowth.linear(.uniform(gain: 1), width: 1000)
    let normalized = GradientGrowth.linear(.xavierUniform(gain: 1), width: 1000)
    try near(mean * standard.squareRoot(), glorot["standard"])
    try near(mean * normalized.squareRoot(), glorot["normalized"])
  }

  /// ‖x[L]‖² of blocks x + α W x with W a quarter turn: W x is as long as x and orthogonal to it, as
  /// in the mean over weights N(0, 1/n).
  private func growth(scale: Extended, depth: Int) throws -> Extended {
    let turn = try Matrix.rows([[0.0, -1], [1, 0]])
    let net = try Network(repeating: turn, depth: depth)
      .structured(Structure(residualScale: scale))
    let size = try net.forward(Vector([1.0, 0])).output.norm()
    return size * size
  }

  @Test("residual blocks: squares grow by 1 + α² in each")
  func residual() throws {
    let residual = ReferenceTable.value("resnet.pow2")
    for depth in [50, 150] {
      let growth = try growth(scale: 1, depth: depth)
      #expect(isNear(growth, try residual["2^\(depth)"].extended(), within: 1e-15))
    }
    for (key, depth) in [("(1+1/L)^L L=10", 10), ("L=50", 50), ("L=150", 150), ("L=10000", 10_000)]
    {
      let scale = (Extended.one / Extended(depth)).squareRoot()
      try near(growth(scale: scale, depth: depth).double, residual[key])
    }
  }

  @Test("batch norm before relu: χ at the gain that keeps the variance")
  func batchNorm() throws {
    let moments = Moments(.relu)
    let growth = moments.slopeSecond * moments.centredGain * moments.centredGain
    let norm = ReferenceTable.value("bn.explode")
    try near(growth, norm["sq"], within: 1e-14)
    try near(growth.squareRoot(), norm["norm"], within: 1e-14)
    try near(Extended(growth).power(integer: 25).double, norm["L50_norm"])
  }

  private static let start = Extended(1) / 1000

  @Test("two-layer learning curves and their steps", arguments: ReferenceTable.rows("saxe.half."))
  func twoLayers(row: ReferenceTable.Row) throws {
    let strength = try #require(row.setup["s"].double)
    let start = try #require(row.setup["u0"].double)
    let curve = try #require(Saxe(layers: 2, strength: Extended(strength), start: Extended(start)))
    let half = try #require(curve.time(to: Extended(strength / 2)))
    try near(half.double, row.value["t_half"], within: 1e-13)
    for (key, time) in [("0.5", 0.5), ("1", 1), ("1.5", 1.5), ("2", 2)] {
      try near(curve.value(at: Extended(time)).double, row.value["u"][key], within: 1e-11)
    }
    let steps = try curve.steps(to: strength / 2, rate: 1e-3)
    #expect(steps == Int(try #require(row.value["gd_steps"].double)))
  }

  @Test("times of deep linear networks", arguments: ReferenceTable.rows("saxe.deep.D"))
  func deep(row: ReferenceTable.Row) throws {
    let layers = Int(try #require(row.setup["D"].double))
    let curve = try #require(Saxe(layers: layers, strength: 1, start: Self.start))
    let time = try #require(curve.time(to: Extended(0.5)))
    try near(time.double, row.value["t"])
    #expect((curve.value(at: time) - Extended(0.5)).abs() < Extended(1e-25))
  }

  @Test("the limit of infinite depth, and the largest stable rate")
  func limits() throws {
    let curve = try #require(Saxe(layers: 3, strength: 1, start: Self.start))
    // Times of D layers go like 1/D: so many that 2/D is below half a unit of the last place.
    let deep = try #require(Saxe(layers: 1 << 53, strength: 1, start: Self.start))
    let limit = try #require(deep.time(to: Extended(0.5))).double * 0x1p53
    try near(limit, ReferenceTable.value("saxe.deep.inf"))
    for row in ReferenceTable.rows("saxe.etamax.") {
      let layers = Int(try #require(row.setup["D"].double))
      for (key, strength) in [("s1", Extended(1)), ("s2", 2)] {
        let rate = Saxe.largestStableRate(layers: layers, strength: strength)
        try near(rate.double, row.value[key], within: 1e-14)
      }
    }
    #expect(Saxe(layers: 0, strength: 1, start: Self.start) == nil)
    #expect(Saxe(layers: 2, strength: 1, start: 1) == nil)
    #expect(curve.time(to: 1) == nil)
  }
}
