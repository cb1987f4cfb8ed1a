import CKernels
import DeepNetworks
import Testing

/// The same bits on every instruction set, pinned.
@Suite(.serialized)
struct DeterminismTests {
  /// FNV-1a over the bits of every number of a vector.
  private struct Hash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bits: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) {
        value ^= (bits >> UInt64(shift)) & 0xff
        value = value &* 0x100_0000_01b3
      }
    }

    mutating func add(_ vector: Vector) {
      add(UInt64(bitPattern: Int64(vector.exponent)))
      // A nan's payload is not promised.
      for number in vector.hi + vector.lo { add(number.isNaN ? 0 : number.bitPattern) }
    }
  }

  /// All activations and gradients of a chaotic tanh network, gain 2.5, widths that are no multiples
  /// of a vector register.
  private func deepTanh() throws -> UInt64 {
    let net = try Network(
      initialization: .gaussian(gain: 2.5),
      widths: [13] + Array(repeating: 37, count: 150) + [5],
      biasStandardDeviation: 0.1,
      activation: .tanh,
      seed: 2026
    )
    let forward = try net.forward(.normal(13, seed: 1))
    let gradients = try net.backward(forward, loss: .squaredError(target: .zeros(5)))
    var hash = Hash()
    for vector in forward.a + forward.z + gradients.dA + gradients.dZ { hash.add(vector) }
    return hash.value
  }

  private func mixed() throws -> UInt64 {
    var hash = Hash()
    for activation in [Activation.sigmoid, .leakyReLU(slope: 0.1), .relu] {
      let net = try Network(
        initialization: .orthogonal(gain: 1.5),
        widths: [9, 17, 17, 4],
        activation: activation,
        seed: 4
      )
      for format in [nil] + NumberFormat.allCases.map(Optional.some) {
        let forward = try net.forward(.normal(9, seed: 1), format: format)
        for vector in forward.a { hash.add(vector) }
      }
    }
    return hash.value
  }

  /// Singular values of dense, saturated and dead layers; a training run; a sweep; the theory.
  private func later() throws -> UInt64 {
    var hash = Hash()
    for (activation, gain) in [(Activation.linear, 1.0), (.tanh, 2.5), (.relu, 1.5)] {
      let net = try Network(
        initialization: .gaussian(gain: gain),
        widths: [21] + Array(repeating: 37, count: 20),
        activation: activation,
        seed: 12
      ).structured(activation == .tanh ? Structure(residualScale: Extended(0.5)) : .plain)
      let jacobian = try Jacobian(net, at: net.forward(.normal(21, seed: 1)))
      hash.add(Vector(try jacobian.spectrum().values))
    }
    for activation in Activation.names.compactMap({ Activation.named($0) }) {
      let net = try Network(
        initialization: .variance(scale: 1, fan: .average, distribution: .truncatedNormal),
        widths: [2, 9, 9, 2],
        biasStandardDeviation: 0.1,
        activation: activation,
        lastActivation: .linear,
        seed: 2
      ).structured(Structure(residualScale: 1, normEpsilon: 1e-5))
      let run = try Training(
        rate: 0.05,
        steps: 20,
        batch: 7,
        optimizer: .adam(),
        objective: .crossEntropy
      ).train(net, on: .spirals(samplesPerArm: 20, seed: 3))
      hash.add(Vector(run.losses))
      let field = MeanField(activation, weightVariance: 1.7, biasVariance: 0.1)
      hash.add(Vector([field.variance(after: 0.7), field.chi(at: 0.7)]))
    }
    let sweep = try GainSweep(
      width: 11,
      depth: 30,
      activation: .tanh,
      gains: [0.5, 1, 2.5],
      seeds: [1, 2]
    )
    for curves in try sweep.run(threads: 2) {
      for norms in curves.activationNorms + curves.gradientNorms { hash.add(Vector(norms)) }
    }
    return hash.value
  }

  @Test(
    "hashes are the committed ones on each instruction set of this machine",
    arguments: [
      "baseline", "avx2", "avx512",
    ]
  )
  func hashes(isa: String) throws {
    let before = String(cString: fk_isa())
    defer { fk_select_isa(before) }
    guard fk_select_isa(isa) == 0 else { return }
    let (deep, wide, rest) = (try deepTanh(), try mixed(), try later())
    #expect(deep == 9_233_895_552_631_425_062)
    #expect(wide == 16_855_311_289_324_207_049)
    #expect(rest == 16_314_796_211_859_287_447)
  }
}
