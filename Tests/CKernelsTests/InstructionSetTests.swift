import CKernels
import Testing

/// Tests that switch the instruction set: one after the other, so that each has the one it chose.
@Suite("Under every instruction set", .serialized)
struct EveryInstructionSet {}

/// Those of the three names that this processor takes, found by switching to them.
func availableISAs() -> [String] {
  ["baseline", "avx2", "avx512"].filter { fk_select_isa($0) == 0 }
}

extension EveryInstructionSet {
  @Suite("Instruction sets")
  struct InstructionSetTests {
    /// Outputs of all kernels for the same inputs, as one hash per kernel.
    private func hashes() -> [String: UInt64] {
      var generator = SplitMix64(state: 8)
      let moderate = generator.doubles(1001, in: -40...40)
      let wild = (0..<1001).map { _ in Double(bitPattern: generator.next()) }
      var result: [String: UInt64] = [:]
      func record(_ name: String, _ numbers: [Double]) {
        var hash = BitHash()
        hash.add(numbers)
        result[name] = hash.value
      }
      for function in Elementary.all {
        record(function.name, function.array(moderate) + function.array(wild))
      }
      var s = generator.doubles(1001, in: 0...1)
      var c = s
      fk_sincos2pi(&s, &c, s.map { $0 }, s.count)
      record("sincos2pi", s + c)
      var product = [Double](repeating: 0, count: 37 * 53)
      fk_gemm(37, 53, 17, moderate, 17, wild.map { $0.significand }, 53, &product, 53)
      record("gemm", product)
      var vector = [Double](repeating: 0, count: 30)
      fk_gemv(30, 33, moderate, 33, s, &vector)
      record("gemv", vector)
      var transposed = [Double](repeating: 0, count: 33)
      fk_gemv_t(30, 33, moderate, 33, s, &transposed)
      record("gemv_t", transposed)
      record("sums", [fk_sum(s, 1001), fk_sumsq(s, 1001), fk_dot(s, c, 1001), fk_maxabs(s, 1001)])
      var rounded = moderate + wild
      fk_round_to_format(&rounded, rounded.count, 8, -126, 127, 0)
      record("bfloat16", rounded)
      var uniforms = [Double](repeating: 0, count: 999)
      fk_uniforms(1, 2, 3, 5, &uniforms, uniforms.count)
      record("uniforms", uniforms)
      var normals = uniforms
      fk_normals(1, 2, 3, 5, &normals, normals.count)
      record("normals", normals)
      return result
    }

    /// What any processor must give.
    ///
    /// A change here changes the results of all lessons.
    static let expected: [String: UInt64] = [
      "bfloat16": 0x4cbf_187d_1fc5_de53,
      "erf": 0xbee3_2103_56bf_c043,
      "exp": 0x6fcc_9238_fb71_8bc3,
      "expm1": 0xb892_fabe_9933_d093,
      "gemm": 0xb003_0b5d_ee7d_d2db,
      "gemv": 0xcfc3_2901_40e0_7c68,
      "gemv_t": 0xa56d_d900_de16_3242,
      "log": 0x5025_abd1_8f11_588f,
      "log1p": 0x378d_c4c8_73de_1ade,
      "normals": 0x8456_dcea_3968_a412,
      "sech2": 0x942c_9ffe_5df3_c922,
      "sigmoid": 0xfe83_aba0_0604_a1b4,
      "sincos2pi": 0xb7f2_0313_89eb_4421,
      "sums": 0xc28b_6382_ea8c_781b,
      "tanh": 0x7679_39c9_6b9a_b060,
      "uniforms": 0x2a86_6a29_4029_908b,
    ]

    @Test("Every instruction set gives the same bits, those written here")
    func sameBits() {
      for isa in availableISAs() {
        #expect(fk_select_isa(isa) == 0)
        #expect(hashes() == Self.expected, "\(isa)")
      }
    }

    @Test("An instruction set is chosen by name, and an unknown one refused")
    func selection() {
      #expect(availableISAs().contains("baseline"))
      #expect(["baseline", "avx2", "avx512"].contains(String(cString: fk_isa())))
      #expect(fk_select_isa("sse9") == -1)
      #expect(fk_select_isa("") == -1)
      #expect(fk_select_isa(nil) == -1)
    }
  }
}
