import DeepNetworks
import Testing

/// Laws of random networks that are known exactly, sampled: means within four standard errors.
struct SampledLawTests {
  /// ‖g(W u)‖² / ‖u‖² for one layer of width n after another, each with a fresh matrix.
  private func ratios(
    _ initialization: Initialization,
    _ activation: Activation,
    width: Int,
    count: Int
  ) throws -> [Double] {
    let x = Vector.normal(width, seed: 12)
    let size = x.norm()
    return try (1...count).map { layer in
      let matrix = try initialization.matrix(fanOut: width, fanIn: width, seed: 2, layer: layer)
      let ratio = try activation.value(matrix * x).norm() / size
      return (ratio * ratio).double
    }
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The standard error of the mean of independent values.
  private func error(_ values: [Double]) -> Double {
    let center = mean(values)
    let squares = values.map { ($0 - center) * ($0 - center) }
    return (mean(squares) / Double(values.count)).squareRoot()
  }

  private func width(_ row: ReferenceTable.Row) throws -> Int {
    Int(try #require(row.setup["n"].double))
  }

  /// Fewer layers of the wide ones: their ratios vary less.
  private func count(_ width: Int) -> Int {
    min(4000, 4_000_000 / (width * width))
  }

  @Test("E ln r and E r² of a Gaussian linear layer", arguments: ReferenceTable.rows("fw.linlog."))
  func linear(row: ReferenceTable.Row) throws {
    let n = try width(row)
    let values = try ratios(.lecun, .linear, width: n, count: max(count(n), 12))
    let logarithms = values.map { Extended($0).log().double }
    let variance = try #require(row.value["Var_ln_r"].double)
    let expected = try #require(row.value["E_ln_r"].double)
    #expect(abs(mean(logarithms) - expected) < 4 * (variance / Double(values.count)).squareRoot())
    let squares = values.map { $0 * $0 }
    let second = try #require(row.value["E_r2"].double)
    #expect(abs(mean(squares) - second) < 4.5 * error(squares))
  }

  @Test(
    "E ln r of a He layer with relu, given that it is alive",
    arguments:
      ReferenceTable.rows("fw.relulog.")
  )
  func relu(row: ReferenceTable.Row) throws {
    let n = try width(row)
    let values = try ratios(.he(slope: 0), .relu, width: n, count: count(n)).filter { $0 > 0 }
    let logarithms = values.map { Extended($0).log().double }
    let variance = try #require(row.value["Var_ln_r"].double)
    let expected = try #require(row.value["E_ln_r"].double)
    #expect(abs(mean(logarithms) - expected) < 4 * (variance / Double(values.count)).squareRoot())
  }

  @Test(
    "E r = 1, E r² = 1 + 5/n and dead layers 2^-n of a He layer with relu",
    arguments:
      ReferenceTable.rows("fw.relu4.")
  )
  func heMoments(row: ReferenceTable.Row) throws {
    let n = try width(row)
    let values = try ratios(.he(slope: 0), .relu, width: n, count: max(count(n), 12))
    #expect(abs(mean(values) - 1) < 4.5 * error(values))
    let squares = values.map { $0 * $0 }
    let second = try #require(row.value["per_layer"].double)
    #expect(abs(mean(squares) - second) < 4.5 * error(squares))
    let dead = try #require(row.value["dead_prob_layer"].double)
    let share = Double(values.count { $0 == 0 }) / Double(values.count)
    #expect(abs(share - dead) <= 4 * (dead / Double(values.count)).squareRoot())
  }

  @Test("Xavier with relu halves the mean square at each layer")
  func xavierRelu() throws {
    let value = ReferenceTable.value("he.xavier_relu")
    let squares = try (0..<24).map { seed in
      let net = try Network(
        initialization: .lecun,
        widths: Array(repeating: 200, count: 31),
        activation: .relu,
        seed: UInt64(seed)
      )
      let forward = try net.forward(.ones(200))
      return [22, 30].map { ratio(forward.a($0).rms()) }
    }
    for (index, key) in ["L22", "L30"].enumerated() {
      let expected = ratio(Extended(try #require(value[key].double)))
      let sample = squares.map { $0[index] / expected }
      #expect(abs(mean(sample) - 1) < 4 * error(sample), "\(mean(sample))")
    }
  }

  private func ratio(_ x: Extended) -> Double {
    (x * x).double
  }

  @Test(
    "moments of the singular values of a product of Gaussian matrices",
    arguments:
      ReferenceTable.rows("fc2.").filter {
        ["1", "2", "3"].contains($0.id.split(separator: "L")[1])
      }
  )
  func productMoments(row: ReferenceTable.Row) throws {
    let n = try width(row)
    let depth = Int(try #require(row.setup["L"].double))
    let samples = try (0..<max(12, 48_000 / (n * n))).map { seed in
      try moments(n, depth: depth, seed: UInt64(seed))
    }
    for (index, key) in ["p", "q"].enumerated() {
      let sample = samples.map { $0[index] }
      let expected = try #require(row.value[key].double)
      #expect(abs(mean(sample) - expected) < 4.5 * error(sample), "\(key) \(mean(sample))")
    }
  }

  /// tr (J Jᵀ)²/n and (tr J Jᵀ/n)² of a product J of `depth` matrices.
  private func moments(_ n: Int, depth: Int, seed: UInt64) throws -> [Double] {
    var product = try Matrix.identity(n)
    for layer in 1...depth {
      product =
        try Initialization.lecun
        .matrix(fanOut: n, fanIn: n, seed: seed, layer: layer) * product
    }
    let square = try product * product.transposed
    let trace = try square.trace().double / Double(n)
    let norm = square.frobeniusNorm().double
    return [norm * norm / Double(n), trace * trace]
  }

  @Test("100 Gaussian 4 × 4 matrices: log10 of the largest singular value")
  func d2l() throws {
    let value = ReferenceTable.value("d2l.100x4x4")
    let logs = try (0..<60).map { seed in
      var product = try Matrix.identity(4)
      for layer in 1...100 {
        product =
          try Initialization.gaussian(gain: 2)
          .matrix(fanOut: 4, fanIn: 4, seed: UInt64(seed), layer: layer) * product
      }
      // The Frobenius norm: the other singular values are many decades smaller.
      return product.frobeniusNorm().log10().double
    }
    // The table's asymptotic value, with its note: at L = 100 the mean is 0.5 above.
    let asymptotic = try #require(value["mean_log10"].double)
    let deviation = try #require(value["sd_log10"].double)
    #expect(abs(mean(logs) - (asymptotic + 0.52)) < 4 * deviation / 60.0.squareRoot())
  }

  @Test("two inputs become alike under relu: c = 1/π, 0.494, …")
  func reluCorrelation() throws {
    let value = ReferenceTable.value("relu.corr")
    let layers = [1, 2, 3, 5, 10]
    let samples = try (0..<12).map { seed in
      try cosines(width: 400, layers: layers, seed: UInt64(seed))
    }
    for (index, layer) in layers.enumerated() {
      let expected = try #require(value["\(layer)"].double)
      let sampled = mean(samples.map { $0[index] })
      #expect(abs(sampled - expected) < 0.03, "\(layer)")
    }
  }

  /// The cosines between the activations of two inputs at right angles.
  private func cosines(width: Int, layers: [Int], seed: UInt64) throws -> [Double] {
    let net = try Network(
      initialization: .he(slope: 0),
      widths: Array(repeating: width, count: 11),
      activation: .relu,
      seed: seed
    )
    let left = try net.forward(Vector((0..<width).map { $0 % 2 == 0 ? 1.0 : 0 }))
    let right = try net.forward(Vector((0..<width).map { $0 % 2 == 1 ? 1.0 : 0 }))
    return try layers.map { layer in
      let (a, b) = (left.a(layer), right.a(layer))
      return try (a.dot(b) / (a.norm() * b.norm())).double
    }
  }

  @Test(
    "the length map's fixed point q* of wide tanh networks",
    arguments:
      ReferenceTable.rows("mf.tanh.").filter { ($0.value["q"].double ?? 0) > 0.2 }
  )
  func lengths(row: ReferenceTable.Row) throws {
    let n = 500
    let net = try Network(
      initialization: .gaussian(gain: try #require(row.setup["sigma_w"].double)),
      widths: Array(repeating: n, count: 31),
      biasStandardDeviation: try #require(row.setup["sigma_b"].double),
      activation: .tanh,
      seed: 9
    )
    let expected = try #require(row.value["q"].double)
    let start = Vector.normal(n, seed: 3).scaled(by: Extended(expected).squareRoot())
    let forward = try net.forward(start)
    let squares = (12...30).map { ratio(forward.z($0).rms()) }
    #expect(isNear(mean(squares), expected, within: 0.06), "\(mean(squares))")
  }
}
