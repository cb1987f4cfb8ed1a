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
    let (deep, wide) = (try deepTanh(), try mixed())
    #expect(deep == 9_233_895_552_631_425_062)
    #expect(wide == 16_855_311_289_324_207_049)
  }
}
