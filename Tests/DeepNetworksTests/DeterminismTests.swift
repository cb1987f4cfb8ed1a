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
    for vector in Array(forward.a) + forward.z + gradients.dA + gradients.dZ { hash.add(vector) }
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

  /// Losses, norms and weights of runs of which threads share the samples: 50 of them, and widths
  /// that are no multiples of a register; plain, then with biases, skips, norms and clipping.
  private func trained(threads: Int) throws -> UInt64 {
    var hash = Hash()
    for isPlain in [true, false] {
      let net = try Network(
        initialization: .xavierNormal(gain: 1),
        widths: [11, 37, 37, 37, 70, 5],
        biasStandardDeviation: isPlain ? 0 : 0.1,
        activation: .tanh,
        lastActivation: .linear,
        seed: 8
      ).structured(isPlain ? .plain : Structure(residualScale: Extended(0.5), normEpsilon: 1e-5))
      let run = try Training(
        rate: 0.05,
        steps: 9,
        optimizer: isPlain ? .gradientDescent : .momentum(0.9),
        clipping: isPlain ? nil : 0.1
      ).train(
        net,
        on: .linearTeacher(inputWidth: 11, outputWidth: 5, samples: 50, seed: 3),
        threads: threads
      )
      #expect(run.losses.count == 10)
      hash.add(Vector(run.losses))
      for norms in run.gradientNorms + run.updateNorms { hash.add(Vector(norms)) }
      for layer in 1...5 {
        for i in 0..<run.network.width(of: layer) { hash.add(run.network.weights(layer).row(i)) }
      }
    }
    return hash.value
  }

  @Test(
    "training has the committed hash on each instruction set, for 1, 2, 3 and 5 threads",
    arguments: ["baseline", "avx2", "avx512"],
    [1, 2, 3, 5]
  )
  func training(isa: String, threads: Int) throws {
    let before = String(cString: fk_isa())
    defer { fk_select_isa(before) }
    guard fk_select_isa(isa) == 0 else { return }
    let hash = try trained(threads: threads)
    #expect(hash == 18_387_354_938_268_303_896)
  }

  @Test(
    "a batch has the same bits for any number of threads",
    arguments: [[13, 37, 150, 9], [13, 64, 64, 64, 9]],
    [Activation.gelu, .tanh]
  )
  func batches(widths: [Int], activation: Activation) throws {
    let net = try Network(
      initialization: .he(slope: 0),
      widths: widths,
      biasStandardDeviation: 1,
      activation: activation,
      seed: 5
    ).structured(Structure(residualScale: Extended(0.5), normEpsilon: 1e-5))
    let inputs = Vector.normal(13 * 45, seed: 2).doubles
    let last = Vector.normal(9 * 45, seed: 3).doubles
    func arrays(_ threads: Int) throws -> [[Double]] {
      var batch = try Batch(net, count: 45)
      let outputs = try batch.forward(inputs, threads: threads)
      let lowest = try batch.backward(from: last, threads: threads)
      return [outputs, lowest] + (1..<widths.count).map { batch.weightGradient($0) }
        + (1..<widths.count).map { batch.biasGradient($0) }
    }
    let alone = try arrays(1)
    for threads in [2, 3, 5] { #expect(try arrays(threads) == alone) }
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
    #expect(deep == 1_616_850_934_816_634_957)
    #expect(wide == 8_782_797_210_859_056_528)
    #expect(rest == 16_728_141_854_799_474_100)
  }
}
