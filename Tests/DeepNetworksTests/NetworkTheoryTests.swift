import DeepNetworks
import Testing

/// The theory of whole networks beside simulations.
struct NetworkTheoryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let activation: Activation
    let initialization: Initialization
    let last: Activation?
    let biases: Double
    let structure: Structure
    let widths: [Int]
    /// Mean squares of z[L], a[L], dJ/da[0], dJ/da[(L + 1)/2] and dJ/da[L − 1], and their errors.
    let squares, errors: [Double]

    init(
      _ name: String,
      _ activation: Activation,
      _ initialization: Initialization,
      last: Activation? = nil,
      biases: Double = 0,
      skip: Double? = nil,
      norm: Double? = nil,
      widths: [Int] = Array(repeating: 1000, count: 9),
      _ squares: [Double],
      _ errors: [Double]
    ) {
      testDescription = name
      self.activation = activation
      self.initialization = initialization
      self.last = last
      self.biases = biases
      structure = Structure(residualScale: skip.map { Extended($0) }, normEpsilon: norm)
      self.widths = widths
      (self.squares, self.errors) = (squares, errors)
    }

    func network() throws -> Network {
      try Network(
        initialization: initialization,
        widths: widths,
        biasStandardDeviation: biases,
        activation: activation,
        lastActivation: last,
        seed: 1
      ).structured(structure)
    }
  }

  private static let unequal = [1000, 400, 200, 400, 1000, 700]

  /// NumPy: mean squares over 16 draws of 8 layers 1000 wide, over 200 of those of unequal widths,
  /// with J = Σ ŷ and x = [1.3, -0.7, 1.3, -0.7, …], and their standard errors.
  static let cases = [
    Case(
      "relu g√2",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      [2.2655, 1.1104, 5.6261, 3.1488, 1.2949],
      [0.13, 0.066, 0.24, 0.078, 0.014]
    ),
    Case(
      "relu last linear",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      last: .linear,
      [2.168, 2.168, 2.0081, 1.9624, 1.9676],
      [0.081, 0.081, 0.093, 0.066, 0.029]
    ),
    Case(
      "relu res1",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      skip: 1,
      [2528.5, 3703.2, 8103.2, 108.43, 3.2565],
      [84, 1.2e2, 1.8e2, 1.9, 0.025]
    ),
    Case(
      "relu res-.5",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      skip: -0.5,
      [27.07, 23.166, 64.655, 9.8215, 1.7801],
      [0.67, 0.42, 1.1, 0.11, 0.0071]
    ),
    Case(
      "leaky.2 1.4/√1.04 res .5",
      .leakyReLU(slope: 0.2),
      .gaussian(gain: 1.4 / 1.04.squareRoot()),
      skip: 0.5,
      [34.773, 28.957, 46.403, 7.3189, 1.6144],
      [0.86, 0.68, 0.98, 0.098, 0.0089]
    ),
    Case(
      "tanh 1",
      .tanh,
      .gaussian(gain: 1),
      [0.073578, 0.064478, 0.08589, 0.52707, 0.88924],
      [0.0016, 0.0012, 0.0034, 0.015, 0.0093]
    ),
    Case(
      "tanh 1.5 b.3",
      .tanh,
      .gaussian(gain: 1.5),
      biases: 0.3,
      [0.95129, 0.38636, 0.80517, 1.2232, 1.0437],
      [0.015, 0.0029, 0.038, 0.042, 0.014]
    ),
    Case(
      "tanh 1.5 orth",
      .tanh,
      .orthogonal(gain: 1.5),
      [0.7983, 0.35481, 1.3082, 1.6449, 1.1349],
      [0.0032, 0.0014, 0.03, 0.027, 0.0042]
    ),
    Case(
      "relu √2 orth b.3",
      .relu,
      .orthogonal(gain: 2.0.squareRoot()),
      biases: 0.3,
      [2.8465, 1.4415, 2.9082, 1.9034, 0.99888],
      [0.084, 0.047, 0.1, 0.042, 0.0089]
    ),
    Case(
      "sigmoid 2 res .5",
      .sigmoid,
      .gaussian(gain: 2),
      skip: 0.5,
      [21.341, 6.5419, 1.1699, 1.0682, 1.0147],
      [0.3, 0.02, 0.0074, 0.0029, 0.0009]
    ),
    Case(
      "sigmoid 3",
      .sigmoid,
      .gaussian(gain: 3),
      [3.0229, 0.33571, 2.8256e-05, 0.0069899, 0.29104],
      [0.035, 0.0023, 1.7e-6, 0.00034, 0.0038]
    ),
    Case(
      "gelu 1.5 res .7",
      .gelu,
      .gaussian(gain: 1.5),
      skip: 0.7,
      [387.5, 392.44, 977.32, 35.783, 2.4629],
      [8.6, 9.6, 21, 0.37, 0.015]
    ),
    Case(
      "silu 1.7",
      .silu,
      .gaussian(gain: 1.7),
      [20.448, 9.8495, 124.88, 15.951, 1.9503],
      [0.9, 0.48, 6.3, 0.46, 0.024]
    ),
    Case(
      "selu 1",
      .selu,
      .gaussian(gain: 1),
      [1.0382, 1.0349, 1.6861, 1.4034, 1.1069],
      [0.02, 0.014, 0.055, 0.027, 0.0091]
    ),
    Case(
      "softplus 1 b.2",
      .softplus,
      .gaussian(gain: 1),
      biases: 0.2,
      [0.94144, 0.89037, 9.8653e-05, 0.011437, 0.32618],
      [0.017, 0.0097, 5e-6, 0.00037, 0.0038]
    ),
    Case(
      "relu 1 norm1e-5",
      .relu,
      .gaussian(gain: 1),
      norm: 1e-05,
      [0.4993, 0.25516, 0.24024, 0.54172, 0.66834],
      [0.0068, 0.0049, 0.013, 0.022, 0.0086]
    ),
    Case(
      "gelu 1.2 norm res.7",
      .gelu,
      .gaussian(gain: 1.2),
      skip: 0.7,
      norm: 1e-05,
      [7.1069, 9.1172, 2.5404, 2.1057, 1.9986],
      [0.086, 0.079, 0.025, 0.012, 0.0094]
    ),
    Case(
      "tanh 1 norm.5 b.2",
      .tanh,
      .gaussian(gain: 1),
      biases: 0.2,
      norm: 0.5,
      [0.25133, 0.17465, 0.083035, 0.48302, 0.71341],
      [0.003, 0.0015, 0.0039, 0.017, 0.0059]
    ),
    Case(
      "w relu",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      widths: unequal,
      [2.1632, 1.0814, 4.2342, 3.4714, 0.84983],
      [0.035, 0.018, 0.052, 0.024, 0.0035]
    ),
    Case(
      "w tanh orth",
      .tanh,
      .orthogonal(gain: 1.5),
      widths: unequal,
      [0.38288, 0.23206, 0.30563, 1.629, 1.0111],
      [0.0011, 0.00046, 0.0039, 0.0068, 0.001]
    ),
    Case(
      "w relu orth",
      .relu,
      .orthogonal(gain: 2.0.squareRoot()),
      widths: unequal,
      [0.44134, 0.22097, 0.60481, 1.0856, 0.69965],
      [0.0063, 0.0035, 0.0065, 0.0063, 0.0018]
    ),
    Case(
      "w relu fanout",
      .relu,
      .variance(scale: 2, fan: .fanOut, distribution: .normal),
      widths: unequal,
      [3.2235, 1.606, 6.2374, 2.0003, 1.2162],
      [0.054, 0.027, 0.08, 0.014, 0.005]
    ),
    Case(
      "wres relu",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      skip: 1,
      widths: [1000, 1000, 300, 300, 700],
      [13.428, 6.6939, 12.037, 12.596, 4.0385],
      [0.17, 0.086, 0.12, 0.1, 0.024]
    ),
  ]

  /// The same of 400 draws of 3 layers 400 wide behind few inputs, with a norm, whose gradient has no
  /// share along x.
  static let fewInputs = [
    Case(
      "4 inputs tanh norm",
      .tanh,
      .gaussian(gain: 1),
      norm: 1e-5,
      widths: [4, 400, 400, 400],
      [0.39371, 0.23612, 25.222, 0.63454, 0.63454],
      [0.0014, 0.00057, 1.01, 0.0023, 0.0023]
    ),
    Case(
      "2 inputs relu norm",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      norm: 1e-5,
      widths: [2, 400, 400, 400],
      [0.99867, 0.49953, 50.568, 1.3209, 1.3209],
      [0.0039, 0.0027, 3.74, 0.0056, 0.0056]
    ),
    Case(
      "2 inputs tanh norm biases",
      .tanh,
      .gaussian(gain: 1),
      biases: 0.5,
      norm: 1e-5,
      widths: [2, 400, 400, 400],
      [0.64334, 0.31621, 15.879, 0.54241, 0.54241],
      [0.0023, 0.00072, 1.13, 0.0021, 0.0021]
    ),
  ]

  /// The same of 1500 draws without a norm: the share along x is not the others'.
  static let fewPlainInputs = [
    Case(
      "1 input tanh",
      .tanh,
      .gaussian(gain: 2),
      widths: [1, 400, 400],
      [2.8398, 0.58042, 11.704, 1.1953, 1.1953],
      [0.0054838, 0.00046872, 0.43742, 0.0028897, 0.0028897]
    ),
    Case(
      "3 inputs tanh",
      .tanh,
      .gaussian(gain: 2),
      widths: [3, 400, 400, 400],
      [2.2792, 0.54273, 127.96, 1.3182, 1.3182],
      [0.0044947, 0.00047372, 3.2742, 0.0030738, 0.0030738]
    ),
    Case(
      "2 inputs tanh biases",
      .tanh,
      .gaussian(gain: 1.2),
      biases: 0.5,
      widths: [2, 400, 400],
      [0.97365, 0.38918, 43.282, 0.67587, 0.67587],
      [0.0019045, 0.00042297, 1.3286, 0.001362, 0.001362]
    ),
    Case(
      "1 input gelu",
      .gelu,
      .gaussian(gain: 1.5),
      widths: [1, 400, 400, 400],
      [4.4897, 2.1684, 92287, 1.5512, 1.5512],
      [0.020889, 0.011444, 457.9, 0.0034593, 0.0034593]
    ),
    Case(
      "2 inputs relu",
      .relu,
      .gaussian(gain: 2.0.squareRoot()),
      widths: [2, 400, 400],
      [2.1702, 1.0831, 12856, 1.312, 1.312],
      [0.0072873, 0.0044206, 61.108, 0.0029319, 0.0029319]
    ),
    Case(
      "2 inputs sigmoid",
      .sigmoid,
      .gaussian(gain: 3),
      widths: [2, 400, 400],
      [3.5031, 0.34268, 5.5359, 0.27451, 0.27451],
      [0.0076993, 0.00041265, 0.19623, 0.00057044, 0.00057044]
    ),
    Case(
      "1 input tanh orth",
      .tanh,
      .orthogonal(gain: 2),
      widths: [1, 400, 400],
      [0.065425, 0.058207, 10.822, 3.5696, 3.5696],
      [4.0896e-06, 1.2194e-05, 0.37056, 0.00013245, 0.00013245]
    ),
    Case(
      "3 inputs tanh orth",
      .tanh,
      .orthogonal(gain: 2),
      widths: [3, 400, 400],
      [0.14402, 0.11399, 10.291, 3.2103, 3.2103],
      [1.8275e-05, 3.7859e-05, 0.22758, 0.00035172, 0.00035172]
    ),
    Case(
      "8 inputs tanh",
      .tanh,
      .gaussian(gain: 1),
      widths: [8, 400, 400],
      [0.41001, 0.24229, 12.72, 0.62778, 0.62778],
      [0.00085732, 0.00033956, 0.17193, 0.0012225, 0.0012225]
    ),
  ]

  @Test("mean squares of signals and gradients", arguments: cases + fewInputs + fewPlainInputs)
  func simulated(_ one: Case) throws {
    let x = Vector((0..<one.widths[0]).map { $0 % 2 == 0 ? 1.3 : -0.7 })
    let theory = try #require(try NetworkTheory(one.network(), at: x) { _ in })
    let depth = one.widths.count - 1
    let sizes = [
      theory.z[depth - 1], theory.a[depth], theory.gradients[0],
      theory.gradients[(depth + 1) / 2], theory.gradients[depth - 1],
    ]
    #expect(theory.basis == .wideLayers && theory.z.count == depth)
    for (index, size) in sizes.enumerated() {
      let (square, measured) = ((size * size).double, one.squares[index])
      // Four standard errors, and what is of the order of depth over width.
      let allowed = 4 * one.errors[index] + 0.03 * measured
      #expect((square - measured).magnitude < allowed, "\(index): \(square), not \(measured)")
    }
  }

  /// Widths, activation, gain², last activation; mean and deviation of log10 rms of a[L], and of
  /// dJ/da[0]: NumPy, 600 to 4000 draws that live, x = 1, last weights as the others.
  private static let draws: [([Int], Activation, Double, Activation, [Double])] = [
    (Array(repeating: 64, count: 153), .relu, 2, .relu, [-1.3159, 0.0324, 0.7925]),
    (
      Array(repeating: 64, count: 153), .relu, 2, .linear,
      [-1.1652, 0.0318, 0.7799, -1.1385, 0.0322, 0.7881]
    ),
    (
      Array(repeating: 16, count: 41), .linear, 1, .linear,
      [-0.5631, 0.0090, 0.4947, -0.5598, 0.0089, 0.4866]
    ),
    (
      [64, 16, 32, 8, 32, 64, 10], .relu, 2, .linear,
      [-0.0380, 0.0051, 0.3239, -0.4340, 0.0051, 0.3191]
    ),
  ]

  @Test("typical sizes of narrow layers", arguments: draws)
  func typical(
    _ widths: [Int],
    _ activation: Activation,
    _ gain: Double,
    _ last: Activation,
    _ measured: [Double]
  ) throws {
    let net = try Network(
      initialization: .gaussian(gain: gain.squareRoot()),
      widths: widths,
      activation: activation,
      lastActivation: last,
      seed: 1
    )
    let theory = try #require(try NetworkTheory(net, at: .ones(widths[0])) { _ in })
    let typical = try #require(theory.typical)
    var pairs = [(typical.a.last, typical.spread.last)]
    if measured.count > 3 {
      pairs.append((typical.gradients?.first, typical.gradientSpread?.first))
    }
    #expect((typical.gradients == nil) == (measured.count == 3))
    for (index, pair) in pairs.enumerated() {
      let (size, spread) = (try #require(pair.0).log10().double, try #require(pair.1))
      let expected = Array(measured[(3 * index)...])
      #expect((size - expected[0]).magnitude < 4 * expected[1], "\(size)")
      #expect((spread / expected[2] - 1).magnitude < 0.1, "\(spread)")
    }
  }

  @Test("the lecture's network is known exactly, with a skip too; other given weights are not")
  func given() throws {
    let lecture = try Network(
      repeating: .scaledIdentity(Extended(0.5), 2),
      depth: 3,
      last: .identity(2)
    )
    let theory = try #require(try NetworkTheory(lecture, at: Vector([3.0, 3.0])) { _ in })
    #expect(theory.basis == .exact && theory.typical == nil)
    #expect(theory.a == [3, 1.5, 0.75, 0.75].map { Extended($0) })
    #expect(theory.gradients == [0.25, 0.5, 1, 1].map { Extended($0) })
    let skip = try lecture.structured(Structure(residualScale: 1))
    let other = try #require(try NetworkTheory(skip, at: Vector([3.0, 3.0])) { _ in })
    #expect(other.a == [3, 4.5, 6.75, 13.5].map { Extended($0) })
    #expect(other.z == [1.5, 2.25, 6.75].map { Extended($0) })
    #expect(other.gradients == [4.5, 3, 2, 1].map { Extended($0) })
    let dense = try Network(weights: [.dense(DenseMatrix(rows: 1, columns: 1, values: [2]))])
    #expect(NetworkTheory.gap(dense, at: .ones(1)) == .givenWeights)
    #expect(try NetworkTheory(dense, at: .ones(1)) { _ in } == nil)
    #expect(NetworkTheory.gap(lecture, at: .ones(2)) == nil)
  }

  /// Its z is uniform itself: E tanh² z is 0.8177² in layer 1 for x = 3, not the 0.7677² of a normal z.
  @Test("no theory of uniform weights of few inputs, where g is curved")
  func fewUniform() throws {
    func gap(_ activation: Activation, _ x: [Double]) throws -> NetworkTheory.Gap? {
      let net = try Network(
        initialization: .uniform(gain: 1),
        widths: [x.count, 30, 30],
        activation: activation,
        seed: 1
      )
      return NetworkTheory.gap(net, at: Vector(x))
    }
    #expect(try gap(.tanh, [3]) == .fewUniformWeights)
    #expect(try gap(.tanh, [100] + Array(repeating: 0.1, count: 40)) == .fewUniformWeights)
    #expect(try gap(.tanh, Array(repeating: 1, count: 6)) == nil)
    #expect(try gap(.relu, [3]) == nil)
  }

  @Test("tanh at gain 1 after 100 layers, residual relu, unequal widths: what was said wrongly")
  func depths() throws {
    func theory(
      _ initialization: Initialization,
      _ widths: [Int],
      _ activation: Activation,
      skip: Extended? = nil,
      _ x: Vector
    ) throws -> NetworkTheory {
      let net = try Network(
        initialization: initialization,
        widths: widths,
        activation: activation,
        lastActivation: .linear,
        seed: 1
      ).structured(Structure(residualScale: skip))
      return try #require(try NetworkTheory(net, at: x) { _ in })
    }
    // rms a[100] from x = 1, NumPy's Hermite quadrature: q ← E tanh²(√q u).
    let tanh = try theory(.gaussian(gain: 1), Array(repeating: 2, count: 102), .tanh, .ones(2))
    #expect((tanh.a[100].double - 0.0711970449).magnitude < 1e-9, "\(tanh.a[100])")
    // m' = m + √(q/π), q' = 2 q + 2 m √(q/π), q the mean square: 1.70414 per layer far out.
    let relu = try theory(.he(slope: 0), Array(repeating: 9, count: 42), .relu, skip: 1, .ones(9))
    #expect(
      ((relu.a[40] / relu.a[39]).double - 1.7041435).magnitude < 1e-6,
      "\(relu.a[40] / relu.a[39])"
    )
    // Backwards with fan-out: (200/1000)(40/200)(8/40) of the squares, the last layer without relu.
    let fans = try theory(.he(slope: 0), [1000, 200, 40, 8], .relu, .ones(1000))
    #expect(isNear(fans.gradients[0] * fans.gradients[0], Extended(0.016), within: 1e-12))
  }
}
