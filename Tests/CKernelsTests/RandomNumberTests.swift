import CKernels
import Testing

@Suite("Random numbers")
struct RandomNumberTests {
  /// From Random123 1.14, tests/kat_vectors.
  @Test("Philox gives Random123's known answers")
  func knownAnswers() {
    let cases: [([UInt32], [UInt32], [UInt32])] = [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [.max, .max, .max, .max], [.max, .max],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ]
    for (counter, key, expected) in cases {
      var out: [UInt32] = [0, 0, 0, 0]
      fk_philox4x32_10(counter, key, &out)
      #expect(out == expected)
    }
  }

  private func uniforms(
    seed: UInt64 = 1,
    layer: UInt32 = 2,
    kind: UInt32 = 3,
    first: UInt64 = 0,
    _ count: Int
  ) -> [Double] {
    var out = [Double](repeating: .nan, count: count + 1)
    fk_uniforms(seed, layer, kind, first, &out, count)
    #expect(out[count].isNaN)
    return Array(out.dropLast())
  }

  private func normals(
    seed: UInt64 = 1,
    layer: UInt32 = 2,
    kind: UInt32 = 3,
    first: UInt64 = 0,
    _ count: Int
  ) -> [Double] {
    var out = [Double](repeating: .nan, count: count + 1)
    fk_normals(seed, layer, kind, first, &out, count)
    #expect(out[count].isNaN)
    return Array(out.dropLast())
  }

  /// Philox written in Python, Box and Muller in mpmath.
  @Test("Entries computed elsewhere")
  func entries() {
    #expect(
      uniforms(4) == [
        0x1.8a21d20e17f3fp-1, 0x1.ba269a75f9f1cp-2,
        0x1.15b25077bf7f6p-1, 0x1.d4d74f934bb70p-4,
      ]
    )
    let far = uniforms(
      seed: 0x0123_4567_89ab_cdef,
      layer: 7,
      kind: 9,
      first: 0x2_0000_0004,
      2
    )
    #expect(far == [0x1.9496b3da8529cp-1, 0x1.026c74e426fbcp-2])
    // Of each of a batch's four parts the first entry and the last, then the next batch's first.
    let places = [0, 31, 32, 63, 64, 95, 96, 127, 128]
    let expected = [
      0.013385768133505888, 0.736386410734386, 1.2027444556295692, -1.6648691024107738,
      -0.7232549679612736, -1.5633112624785899, -0.4827498423906007, 0.7583487493251007,
      -1.6119424835399923,
    ]
    let entries = normals(129)
    for (place, reference) in zip(places, expected) {
      #expect(abs(entries[place] - reference) <= 3e-12 * abs(reference))
    }
    let farther = normals(
      seed: 0x0123_4567_89ab_cdef,
      layer: 7,
      kind: 9,
      first: 0x2_0000_0004,
      2
    )
    for (z, reference) in zip(farther, [-0x1.142508874969cp-2, -0x1.1ee12cd7cfc68p-2]) {
      #expect(abs(z - reference) <= 3e-12 * abs(reference))
    }
  }

  @Test("Entry i does not depend on where a fill starts or ends")
  func independenceOfStart() {
    let uniform = uniforms(200)
    let normal = normals(200)
    for first in [0, 1, 2, 3, 63, 64, 65, 127, 128, 129, 130] {
      for count in [0, 1, 2, 3, 64, 70] {
        #expect(uniforms(first: UInt64(first), count) == Array(uniform[first..<first + count]))
        #expect(normals(first: UInt64(first), count) == Array(normal[first..<first + count]))
      }
    }
    let far = UInt64(1) << 33 | 1  // the block number needs its high word from 2^32 on
    #expect(uniforms(first: far, 5) == Array(uniforms(first: far - 1, 6).dropFirst()))
    #expect(uniforms(first: far - 1, 4) != uniforms(first: 0, 4))
  }

  @Test("Seed, its high half, layer and kind each give another stream")
  func streams() {
    let streams = [
      normals(4), normals(seed: 2, 4), normals(seed: 1 | 1 << 32, 4), normals(layer: 3, 4),
      normals(kind: 4, 4),
    ]
    #expect(Set(streams.flatMap { $0 }).count == 20)
  }

  @Test("Uniforms lie in (0, 1] and have a uniform's moments within 5 sigma")
  func uniformMoments() {
    let count = 200_000
    let u = uniforms(seed: 11, count)
    #expect(u.allSatisfy { $0 > 0 && $0 <= 1 })
    let n = Double(count)
    let mean = u.reduce(0, +) / n
    let square = u.reduce(0) { $0 + $1 * $1 } / n
    #expect(abs(mean - 1 / 2) < 5 * (1 / 12 / n).squareRoot())
    #expect(abs(square - 1 / 3) < 5 * (4.0 / 45 / n).squareRoot())
  }

  @Test(
    "Normals have the moments of normals within 5 sigma, and no correlation"
  )
  func normalMoments() {
    let count = 200_000
    let z = normals(seed: 12, count)
    let n = Double(count)
    func moment(_ power: Int) -> Double {
      z.reduce(0) { sum, x in sum + (1..<power).reduce(x) { product, _ in product * x } } / n
    }
    // The variance of x^k is E x^2k - (E x^k)^2: 1, 2, 15, 96.
    #expect(abs(moment(1)) < 5 * (1 / n).squareRoot())
    #expect(abs(moment(2) - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(moment(3)) < 5 * (15 / n).squareRoot())
    #expect(abs(moment(4) - 3) < 5 * (96 / n).squareRoot())
    // Neighbours, the two parts of a block's number, and its two numbers.
    for distance in [1, 32, 64] {
      let products = (0..<count - distance).reduce(0) { $0 + z[$1] * z[$1 + distance] }
      #expect(abs(products) < 5 * Double(count - distance).squareRoot())
    }
    #expect(z.allSatisfy { $0 != 0 && $0.magnitude < 7.355 })
  }
}
