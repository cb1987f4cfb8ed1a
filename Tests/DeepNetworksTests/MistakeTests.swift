import DeepNetworks
import Testing

/// Networks whose backward pass is wrong in one layer, against NumPy programs with the same mistakes.
struct MistakeTests {
  /// W[1] … W[3] with tanh and biases.
  private func network() throws -> Network {
    try Network(
      weights: [
        .rows([[0.5, -0.3], [0.2, 0.8]]), .rows([[0.7, 0.1], [-0.4, 0.6]]),
        .rows([[1.1, -0.2], [0.3, 0.9]]),
      ],
      biases: Array(repeating: Vector([0.1, -0.2]), count: 3),
      activation: .tanh
    )
  }

  /// What NumPy's back-propagation gives with J = Σ ŷ at [1, 1]: the first entries of dW[1] and dW[2], db[2],
  /// dJ/dx, and the losses of three steps of rate 0.5 to a target of [0.3, -0.5].
  struct Expected {
    let kind: Mistake.Kind?
    let weights: [Double]
    let bias: [Double]
    let input: [Double]
    let losses: [Double]
  }

  static let table = [
    Expected(
      kind: nil,
      weights: [0.39588046187454734, 0.30214301032091406],
      bias: [1.0371779229817002, 0.7335826402073411],
      input: [0.25875060440727726, 0.12447735531765015],
      losses: [
        0.12504501247197677, 0.0026933805342155377, 0.0005379233927480131, 7.732214124081528e-05,
      ]
    ),
    Expected(
      kind: .slope,
      weights: [0.11610560028492359, 0.0834819002594382],
      bias: [0.28657152725686, 0.18431923386720495],
      input: [0.07362234043192825, 0.02744648107238876],
      losses: [
        0.12504501247197677, 0.010487820430763586, 0.002228636082626904, 0.000606942524098528,
      ]
    ),
    Expected(
      kind: .transpose,
      weights: [0.731544756178599, 0.30214301032091406],
      bias: [1.0371779229817002, 0.7335826402073411],
      input: [0.3685987837892316, -0.2081578040538513],
      losses: [
        0.12504501247197677, 0.02435321361540158, 0.021666251857384588, 0.0006065957164138711,
      ]
    ),
    Expected(
      kind: .bias,
      weights: [0.39588046187454734, 0.30214301032091406],
      bias: [0, 0],
      input: [0.25875060440727726, 0.12447735531765015],
      losses: [
        0.12504501247197677, 0.004629059730416928, 0.0008997169254284453, 0.0002317234665651496,
      ]
    ),
    Expected(
      kind: .factor,
      weights: [0.39588046187454734, 0.6042860206418281],
      bias: [1.0371779229817002, 0.7335826402073411],
      input: [0.25875060440727726, 0.12447735531765015],
      losses: [
        0.12504501247197677, 0.008557462593875756, 0.00266703118250827, 0.0007900914645842287,
      ]
    ),
  ]

  private func mistaken(_ expected: Expected) throws -> Network {
    guard let kind = expected.kind else { return try network() }
    return try network().mistaken(Mistake(kind, layer: 2))
  }

  @Test("gradients in extended range and in a format", arguments: 0..<5)
  func gradients(_ row: Int) throws {
    let expected = Self.table[row]
    let net = try mistaken(expected)
    for format in [nil, NumberFormat.float64] {
      let pass = try net.forward(.ones(2), format: format)
      #expect(try pass.output == network().forward(.ones(2), format: format).output)
      let found = try net.backward(pass, loss: .sum)
      let weights = [found.dW(1)[0, 0].double, found.dW(2)[0, 0].double]
      for (a, b) in zip(weights, expected.weights) { #expect(isNear(a, b, within: 1e-13)) }
      for (a, b) in zip(found.dB(2).doubles, expected.bias) { #expect(isNear(a, b, within: 1e-13)) }
      for (a, b) in zip(found.dA(0).doubles, expected.input) {
        #expect(isNear(a, b, within: 1e-13))
      }
      let right = try network().backward(network().forward(.ones(2), format: format), loss: .sum)
      #expect(found.dW(3) == right.dW(3) && found.dB(3) == right.dB(3))
    }
  }

  @Test("training takes the wrong gradients, and what it leaves is as mistaken", arguments: 0..<5)
  func training(_ row: Int) throws {
    let expected = Self.table[row]
    let set = try TrainingSet(count: 1, inputs: [1, 1], targets: [0.3, -0.5])
    let net = try mistaken(expected)
    let run = try Training(rate: 0.5, steps: 3).train(net, on: set)
    for (a, b) in zip(run.losses, expected.losses) { #expect(isNear(a, b, within: 1e-12)) }
    #expect(run.network.mistake == net.mistake)
  }

  @Test("a check finds each kind where it is and below, as mathematics says")
  func found() throws {
    let net = try Network(
      initialization: .gaussian(gain: 1),
      widths: Array(repeating: 5, count: 10),
      biasStandardDeviation: 0.2,
      activation: .tanh,
      seed: 3
    )
    for kind in Mistake.Kind.allCases {
      let wrong = try net.mistaken(Mistake(kind, layer: 6))
      let check = try GradientCheck.run(wrong, at: .normal(5, seed: 2), loss: .sum)
      #expect(check.verdict == .wrong)
      let weights = (1...9).filter { check.weights[$0 - 1] > 1e-3 }
      let biases = (1...9).filter { check.biases[$0 - 1] ?? 0 > 1e-3 }
      switch kind {
      case .slope: #expect(weights == Array(1...6) && biases == weights && check.lastWrong == 6)
      case .transpose: #expect(weights == Array(1...5) && biases == weights && check.lastWrong == 5)
      case .bias: #expect(weights == [] && biases == [6] && check.biases[5] == 1)
      case .factor:
        #expect(weights == [6] && biases == [] && isNear(check.weights[5], 1.0 / 3, within: 1e-6))
      }
      #expect((check.input > 1e-3) == (kind == .slope || kind == .transpose))
    }
    // In layer 1 a missing transpose is wrong for dJ/dx alone.
    let first = try net.mistaken(Mistake(.transpose, layer: 1))
    let check = try GradientCheck.run(first, at: .normal(5, seed: 2), loss: .sum)
    #expect(check.verdict == .wrong && check.lastWrong == 0)
  }

  @Test("a mistake that is drawn is one that the network can have, the same for the same seed")
  func drawn() throws {
    let plain = try Network(repeating: .rows([[1.0, 2], [3, 4]]), depth: 6, activation: .tanh)
    var kinds: Set<Mistake.Kind> = []
    var layers: Set<Int> = []
    for seed in 0..<60 as Range<UInt64> {
      let mistake = try #require(try plain.mistaken(kind: nil, layer: nil, seed: seed).mistake)
      kinds.insert(mistake.kind)
      layers.insert(mistake.layer)
      #expect(try plain.mistaken(kind: nil, layer: nil, seed: seed).mistake == mistake)
    }
    #expect(kinds == [.slope, .transpose, .factor] && layers == Set(1...6))
    let uneven = try Network(
      initialization: .lecun,
      widths: [2, 3, 3, 2],
      seed: 1
    )
    for seed in 0..<9 as Range<UInt64> {
      #expect(try uneven.mistaken(kind: .transpose, layer: nil, seed: seed).mistake?.layer == 2)
    }
  }

  @Test("layers that cannot have a mistake")
  func refused() throws {
    func message(_ network: Network, _ kind: Mistake.Kind, _ layer: Int) -> String {
      do {
        _ = try network.mistaken(Mistake(kind, layer: layer))
        return "no error"
      } catch {
        return error.description
      }
    }
    let lecture = try Network(repeating: .scaledIdentity(Extended(1.5), 2), depth: 3)
    #expect(
      message(lecture, .slope, 4)
        == "There is no layer 4 to put a mistake into; the layers are 1 to 3."
    )
    #expect(
      message(lecture, .transpose, 2)
        == "W[2] is its own transpose, so that a missing one changes nothing. Take a layer whose matrix "
        + "is not symmetric."
    )
    #expect(
      message(lecture, .bias, 1)
        == "Layer 1 has no bias whose gradient could be forgotten. Give the network biases."
    )
    let uneven = try Network(initialization: .lecun, widths: [2, 3, 2], seed: 1)
    #expect(
      message(uneven, .transpose, 1)
        == "W[1] is 3 × 2, so that its transpose would not fit: a missing one is no mistake that runs. "
        + "Take a layer as wide as the one before."
    )
  }
}
