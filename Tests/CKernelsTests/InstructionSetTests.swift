import CKernels
import TestSupport
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
      var generator = SplitMix64(seed: 8)
      let moderate = generator.doubles(1001, in: -40...40)
      let wild = (0..<1001).map { _ in Double(bitPattern: generator.next()) }
      var result: [String: UInt64] = [:]
      func record(_ name: String, _ numbers: [Double]) {
        var hash = BitHash()
        hash.add(numbers)
        result[name] = hash.value
      }
      for function in Elementary.all + Elementary.units {
        record(function.name, function.array(moderate) + function.array(wild))
      }
      let s = generator.doubles(1001, in: 0...1)
      let c = generator.doubles(1001, in: -1...1)
      var product = [Double](repeating: 0, count: 37 * 53)
      fk_gemm(37, 53, 17, moderate, 17, wild.map { $0.significand }, 53, &product, 53)
      record("gemm", product)
      var vector = [Double](repeating: 0, count: 30)
      fk_gemv(30, 33, moderate, 33, s, &vector)
      record("gemv", vector)
      var transposed = [Double](repeating: 0, count: 33)
      fk_gemv_t(30, 33, moderate, 33, s, &transposed)
      record("gemv_t", transposed)
      let ones = [Double](repeating: 1, count: 1001)
      record(
        "sums",
        [fk_dot(s, ones, 1001), fk_sumsq(s, 1001), fk_dot(s, c, 1001), fk_maxabs(s, 1001)]
      )
      var rounded = moderate + wild
      fk_round_to_format(&rounded, rounded.count, 8, -126, 127, 0)
      record("bfloat16", rounded)
      var uniforms = [Double](repeating: 0, count: 999)
      fk_uniforms(1, 2, 3, 5, &uniforms, uniforms.count)
      record("uniforms", uniforms)
      var normals = uniforms
      fk_normals(1, 2, 3, 5, &normals, normals.count)
      record("normals", normals)
      record("qr", orthogonal(moderate))
      return result
    }

    /// R, the reflectors, their product and rotated rows of a 37 × 21 matrix.
    private func orthogonal(_ entries: [Double]) -> [Double] {
      let (m, n, width) = (37, 21, Int(FK_QR_BLOCK))
      var a = Array(entries.prefix(m * n))
      var q = [Double](repeating: 0, count: m * m)
      for i in 0..<m { q[i * m + i] = 1 }
      var work = [Double](repeating: 0, count: 2 * width * m)
      for first in stride(from: 0, to: n, by: width) {
        let w = min(width, n - first)
        var block = [Double](repeating: 0, count: w * (2 * (m - first) + w))
        fk_qr_step(m, n, first, &a, n, &block, &work)
        fk_qr_turn(m, m, first, w, &q, m, block, &work)
      }
      var rows = Array(entries.suffix(9 * 13))
      var exponents = [Int64](repeating: 0, count: 9)
      var squares = (0..<9).map { i in fk_sumsq(Array(rows[i * 13..<(i + 1) * 13]), 13) }
      let order = (0..<9).map { UInt32($0) }
      _ = fk_jacobi_rows(9, 13, &rows, 13, &exponents, &squares, order, 0, 9, 1e-15, 1e-15)
      var product = [Double](repeating: 0, count: n * 21)
      fk_gemm_tn(
        n,
        21,
        m,
        Array(entries.prefix(m * n)),
        n,
        Array(entries.suffix(m * 21)),
        21,
        &product,
        21
      )
      return a + q + rows + squares + product
    }

    /// What any processor must give.
    ///
    /// A change here changes the results of all lessons.
    static let expected: [String: UInt64] = [
      "bfloat16": 0x4cbf_187d_1fc5_de53,
      "elu": 0x38b8_5368_20a7_3067,
      "elu_slope": 0x3475_dcfc_ab34_4e31,
      "erf": 0xbee3_2103_56bf_c043,
      "erf_slope": 0x9be8_7db8_692c_8ca3,
      "exp": 0x6fcc_9238_fb71_8bc3,
      "gelu": 0x4579_d4b0_3b75_728b,
      "gelu_slope": 0xdaee_9a44_f26b_ba06,
      "gemm": 0xb003_0b5d_ee7d_d2db,
      "gemv": 0x0123_e297_ed0e_b658,
      "gemv_t": 0xde2f_24c7_e0ea_5268,
      "log": 0x5025_abd1_8f11_588f,
      "log1p": 0x378d_c4c8_73de_1ade,
      "normals": 0xc549_5cc9_290a_240c,
      "qr": 0x4efb_f8a0_d18b_c17b,
      "sech2": 0x942c_9ffe_5df3_c922,
      "sigmoid": 0xfe83_aba0_0604_a1b4,
      "silu": 0x2ede_f858_97fe_c101,
      "silu_slope": 0x097e_f5d2_b3f5_2f89,
      "softplus": 0x7387_e080_fe7d_251a,
      "sums": 0x09a5_0a8e_9989_28b1,
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
