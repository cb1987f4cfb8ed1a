import DeepNetworks
import Testing

/// Singular values of deep products, against closed forms and mpmath.
struct SpectrumTests {
  private func jacobian(_ matrix: Matrix, depth: Int) throws -> Jacobian {
    let net = try Network(repeating: matrix, depth: depth)
    return try Jacobian(net, at: net.forward(.ones(matrix.columns)))
  }

  @Test(
    "the cat map's φ^(2L) and φ^(−2L), to depth 10 000",
    arguments: ReferenceTable.rows("catmap.")
  )
  func catMap(row: ReferenceTable.Row) throws {
    let depth = Int(try #require(row.setup["L"].double))
    let spectrum = try jacobian(.rows([[2.0, 1], [1, 1]]), depth: depth).spectrum()
    let golden = (Extended.one + Extended(5).squareRoot()) / 2
    let expected = golden.power(integer: 2 * depth)
    let tolerance = max(1e-14 * Double(depth), 5e-13)
    #expect(isNear(spectrum.values[0], expected, within: tolerance))
    #expect(isNear(spectrum.values[1], Extended.one / expected, within: tolerance))
    let log = try #require(row.value["log10_s2"].double)
    #expect((spectrum.values[1].log10().double - log).magnitude < 1e-9)
    #expect(isNear(spectrum.conditionNumber, expected * expected, within: 2 * tolerance))
  }

  @Test("the cat map's small value at L = 150")
  func catMap150() throws {
    let spectrum = try jacobian(.rows([[2.0, 1], [1, 1]]), depth: 150).spectrum()
    #expect(spectrum.values[1].decimal(digits: 7) == "2.01237e-63")
    #expect(isNear(spectrum.values[1].double, 2.012370e-63, within: 5e-7))
  }

  /// n, L, seed and the singular values of the product (mpmath, 80 to 1500 digits).
  private static let truths: [(n: Int, depth: Int, seed: UInt64, values: [String])] = [
    (
      8, 60, 1,
      [
        "6.8930731763015038328e8", "8.8418412465700200768e5", "4.7358372294553508045e3",
        "2.5333077599832311462e1", "5.0641299746861747274e-4", "2.0702800164150459028e-7",
        "2.3524920073812771799e-17", "3.8093707847227040535e-36",
      ]
    ),
    (
      8, 10, 2,
      [
        "1.0878935880341716815e2", "3.6094315746481276149e1", "6.1310390294796370175",
        "1.2833961479219245366", "1.5199154024109090254e-1", "1.9878131317892696112e-2",
        "1.0755985520037036762e-3", "5.4393950339300236433e-8",
      ]
    ),
    (
      16, 150, 3,
      [
        "1.9861535731197054599e44", "1.6508840121174062149e41", "2.456554333528036312e39",
        "9.6949118000004802608e33", "3.2782655210887921676e33", "1.6774181699155131961e30",
        "1.6530963378577079325e28", "3.4765427499427050518e23", "3.8197570651215976815e17",
        "2.3124985091031834703e13", "1.731102637373619698e8", "1.3845859316279251117e2",
        "5.1405630604079606469e-9", "3.457643589456482641e-22", "2.1133508615784652983e-38",
        "3.3650325110494683176e-94",
      ]
    ),
    (
      3, 1000, 4,
      [
        "5.2705006722357486828e-135", "1.3406635627676517406e-260", "6.0315905083858998259e-579",
      ]
    ),
  ]

  /// Factors of sums of three uniforms, multiples of 2^-20, as the truth's own program makes them.
  private func factors(_ n: Int, _ depth: Int, _ seed: UInt64) throws -> [Matrix] {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    return try (0..<depth).map { _ in
      var entries: [Double] = []
      for _ in 0..<n * n {
        let total = (0..<3).reduce(0) { sum, _ in sum + Double(next() >> 44) }
        entries.append((total - 3 * 0x1p19) / 0x1p20)
      }
      return .dense(try DenseMatrix(rows: n, columns: n, values: entries))
    }
  }

  @Test("random products, every singular value to 1e-10 of itself", arguments: 0..<4)
  func truth(index: Int) throws {
    let (n, depth, seed, values) = Self.truths[index]
    let list = try factors(n, depth, seed)
    let spectrum = try Jacobian(factors: list).spectrum()
    for (value, text) in zip(spectrum.values, values) {
      let expected = try #require(Extended(decimal: text))
      #expect(isNear(value, expected, within: 1e-10), "\(value) for \(text)")
    }
    // A product and its transpose have the same ones.
    let transposed = try Jacobian(factors: list.reversed().map(\.transposed)).spectrum()
    for (a, b) in zip(spectrum.values, transposed.values) { #expect(isNear(a, b, within: 1e-10)) }
  }

  @Test("the largest and smallest few by iteration are those of the whole spectrum")
  func extremes() throws {
    let (n, depth, seed, values) = Self.truths[2]
    let jacobian = try Jacobian(factors: factors(n, depth, seed))
    let largest = try #require(try jacobian.extremes(.largest, count: 3))
    let smallest = try #require(try jacobian.extremes(.smallest, count: 2))
    for (value, text) in zip(largest.values + smallest.values, values.prefix(3) + values.suffix(2))
    {
      #expect(isNear(value, try #require(Extended(decimal: text)), within: 1e-9))
    }
  }

  @Test("any number of threads gives the same bits", arguments: [37, 97, 256])
  func threads(width: Int) throws {
    for gain in [1.0, 3.0] {
      let network = try Network(
        initialization: .gaussian(gain: gain),
        widths: [width] + Array(repeating: width, count: 9) + [width - 5],
        activation: .tanh,
        seed: 11
      )
      let jacobian = try Jacobian(network, at: network.forward(.normal(width, seed: 2)))
      let alone = try jacobian.spectrum(threads: 1)
      #expect(alone.rank == width - 5)
      for threads in [2, 3, 8] { #expect(try jacobian.spectrum(threads: threads) == alone) }
    }
  }

  @Test("values close to each other, as those of a large gaussian matrix, settle")
  func closeValues() throws {
    let n = 600
    let net = try Network(initialization: .gaussian(gain: 1), widths: [n, n], seed: 1)
    let matrix = net.weights(1)
    // All of them come by rotations, without iteration.
    let all = try Jacobian(factors: [matrix]).spectrum().values
    let few = try #require(try Jacobian(factors: [matrix]).extremes(.largest, count: 5))
    for (one, other) in zip(few.values, all) { #expect(isNear(one, other, within: 3e-10)) }
    // Twice the same two values, far from the others, and none is missed.
    let sizes = [3, 3, 2.999, 2.999] + Array(repeating: 2.0, count: n - 4)
    let rows = (0..<n).map { i in (0..<n).map { j in i == j ? sizes[i] : 0 } }
    let twice = try Matrix.rows(rows)
    let found = try #require(try Jacobian(factors: [twice]).extremes(.largest, count: 5))
    #expect(found.values.map(\.double) == [3, 3, 2.999, 2.999, 2])
  }

  @Test("no digit is shown that a sweep does not know")
  func digits() throws {
    // √(15 ± √221) by fractions.
    let values = try Jacobian(factors: [.rows([[1.0, 2], [3, 4]])]).spectrum().values
    #expect(values.map { "\($0)" } == ["5.464985704219", "0.3659661906263"])
    let net = try Network(initialization: .orthogonal(gain: 1), widths: [6, 6, 6, 6], seed: 1)
    let jacobian = try Jacobian(net, at: net.forward(.ones(6)))
    #expect(try jacobian.finiteTimeLyapunovExponents() == [0, 0, 0, 0, 0, 0])
  }

  @Test("a product of orthogonal matrices has every singular value 1")
  func orthogonal() throws {
    let net = try Network(
      initialization: .orthogonal(gain: 1),
      widths: Array(repeating: 20, count: 101),
      seed: 3
    )
    let jacobian = try Jacobian(net, at: net.forward(.ones(20)))
    #expect(try jacobian.spectrum().values.allSatisfy { isNear($0, 1, within: 1e-11) })
    #expect(try jacobian.finiteTimeLyapunovExponents().allSatisfy { $0.magnitude < 1e-14 })
  }

  @Test("graded layers: tanh far in saturation, each factor known exactly")
  func graded() throws {
    // J = D₂ W D₁ W with D diagonal: entries down to sech²(120) = 1.5e-103.
    let z = Vector([0.0, 3, -60, 120])
    let slopes = Activation.tanh.derivative(at: z)
    let diagonal = try Matrix.rows((0..<4).map { i in (0..<4).map { i == $0 ? slopes[i] : 0 } })
    let spectrum = try Jacobian(factors: [diagonal, diagonal, diagonal]).spectrum()
    for index in 0..<4 {
      let expected = slopes.elements.sorted(by: >)[index].power(integer: 3)
      #expect(isNear(spectrum.values[index], expected, within: 1e-12))
    }
    // A small direction that grows up beside a large one, and is mixed with it in the end.
    let uneven = try Matrix.rows([[0.5, 0.0], [0, 1]])
    let turn = try Matrix.rows([[1.0, 1], [1, -1]])
    let late = try Jacobian(factors: [turn] + Array(repeating: uneven, count: 200) + [turn])
      .spectrum()
    // √2 turn is orthogonal.
    #expect(isNear(late.values[0], 2, within: 1e-13))
    #expect(isNear(late.values[1], Extended(2).power(integer: -199), within: 1e-13))
    // det J = Π det factors, whatever the order: the product of singular values.
    let mix = try Matrix.rows([[2.0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 3, 1], [0, 1, 2, 1]])
    let mixed = try Jacobian(factors: [mix, diagonal, mix, diagonal, mix]).spectrum()
    let product = mixed.values.reduce(Extended.one, *)
    let slopeProduct = slopes.elements.reduce(Extended.one, *)
    #expect(isNear(product, slopeProduct * slopeProduct, within: 1e-12))
  }

  @Test("rank: zero layers, dead units, equal rows, narrow layers")
  func rank() throws {
    let equal = try Matrix.rows([[1.0, 1], [1, 1]])
    let spectrum = try jacobian(equal, depth: 30).spectrum()
    #expect(spectrum.rank == 1)
    #expect(isNear(spectrum.largest, Extended(2).power(integer: 30), within: 1e-13))
    #expect(spectrum.conditionNumber.isInfinite)

    let narrow = try Network(
      initialization: .lecun,
      widths: [7, 5, 3, 6],
      activation: .tanh,
      seed: 1
    )
    let values = try Jacobian(narrow, at: narrow.forward(.ones(7))).spectrum()
    #expect(values.values.count == 6 && values.rank == 3)

    let relu = try Network(
      initialization: .he(slope: 0),
      widths: Array(repeating: 12, count: 9),
      activation: .relu,
      seed: 2
    )
    let forward = try relu.forward(.normal(12, seed: 3))
    let alive = (1...8).map { layer in forward.a(layer).elements.count { !$0.isZero } }.min()
    let dead = try Jacobian(relu, at: forward).spectrum()
    #expect(dead.rank <= (try #require(alive)) && dead.rank > 0)

    let zero = try jacobian(.scaledIdentity(0, 3), depth: 4).spectrum()
    #expect(zero.values == [0, 0, 0] && zero.rank == 0)
    let scaled = try jacobian(.scaledIdentity(Extended(1.5), 2), depth: 10_000).spectrum()
    #expect(isNear(scaled.values[1], Extended(1.5).power(integer: 10_000), within: 1e-26))
  }

  @Test("Lyapunov exponents of one long product", arguments: [4, 32])
  func lyapunov(n: Int) throws {
    // One QR run of L layers: 4 √(var/L).
    let depth = n == 4 ? 2000 : 300
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: n, count: depth + 1),
      seed: 9
    )
    let jacobian = try Jacobian(net, at: net.forward(.ones(n)))
    let exponents = try jacobian.finiteTimeLyapunovExponents()
    let row = ReferenceTable.value("lyap.n\(n)")
    let (first, last) = (try #require(row["lambda_1"].double), try #require(row["lambda_n"].double))
    let (var1, varn) = (try #require(row["var1"].double), try #require(row["varn"].double))
    #expect((exponents[0] - first).magnitude < 4 * (var1 / Double(depth)).squareRoot())
    #expect((exponents[n - 1] - last).magnitude < 4 * (varn / Double(depth)).squareRoot())
    let sum = try #require(row["sum"].double)
    #expect((exponents.reduce(0, +) - sum).magnitude < 0.1 * sum.magnitude)
  }

  @Test("the quarter circle's mean at n = 200, wide and standard weights")
  func quarterCircle() throws {
    // E mean = 8/(3π) at infinite width; the correction is of order 1/n, the deviation 1/n.
    for (initialization, key) in [
      (Initialization.xavierUniform(gain: 1), "normalized"), (.uniform(gain: 1), "standard"),
    ] {
      let matrix = try initialization.matrix(fanOut: 200, fanIn: 200, seed: 5, layer: 1)
      let spectrum = try Jacobian(factors: [matrix]).spectrum()
      let mean = spectrum.values.reduce(Extended.zero, +) / 200
      let expected = try #require(ReferenceTable.value("glorot.meansv")[key].double)
      #expect((mean.double - expected).magnitude < 4.0 / 200)
      #expect(spectrum.largest < Extended(2.1 * expected / 0.8488))
    }
  }

  @Test("what has no singular values is refused, and a sweep can be ended")
  func refusals() throws {
    let broken = Matrix.dense(try DenseMatrix(rows: 1, columns: 1, values: [.nan]))
    #expect(throws: NetworkError.notFinite(layer: 1)) { try Jacobian(factors: [broken]).spectrum() }
    #expect(throws: NetworkError.depth(0)) { try Jacobian(factors: []) }
    let wide = try Matrix.rows([[1.0, 2]])
    #expect(throws: NetworkError.product(left: wide.shape, right: wide.shape)) {
      try Jacobian(factors: [wide, wide])
    }
    #expect(throws: NetworkError.notSquare(wide.shape)) {
      try Jacobian(factors: [wide]).extremes(.smallest, count: 1)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try jacobian(.rows([[2.0, 1], [1, 1]]), depth: 100).spectrum { _ in throw Stop() }
    }
  }
}
