import CKernels
import TestSupport
import Testing

@Suite("Elementary functions")
struct ElementaryTests {
  /// The worst errors seen over millions of arguments, in ulp, rounded up.
  ///
  /// They were measured against 113-bit arithmetic; the worst arguments are among the references.
  /// The header states the same numbers.
  static let bounds: [String: Double] = [
    "exp": 0.54, "exp.subnormal": 0.76, "elu": 0.72, "log": 0.68, "log1p": 0.68, "log10": 0.64,
    "tanh": 0.58, "sigmoid": 0.54, "sigmoid.subnormal": 0.76, "sech2": 0.54,
    "sech2.subnormal": 0.76, "erf": 0.92, "sin": 0.80, "cos": 0.80, "atan": 0.64,
  ]

  @Test("Reference values hold within the stated ulp")
  func references() throws {
    var seen: [String: Int] = [:]
    for reference in try Reference.all() {
      let bound = try #require(Self.bounds[reference.function], "\(reference.function)")
      let value = try reference.evaluate()
      let error = reference.ulps(of: value)
      #expect(error <= bound, "\(reference.function)(\(reference.x)) = \(value), off by \(error)")
      seen[reference.function, default: 0] += 1
    }
    #expect(Set(seen.keys) == Set(Self.bounds.keys))
    #expect(seen.values.allSatisfy { $0 >= 12 })
  }

  @Test("An array's element has the bits of the scalar function", arguments: Elementary.all)
  func arraysAgreeWithScalars(function: Elementary) {
    var generator = SplitMix64(seed: 1)
    for count in 0...70 {
      let x = generator.doubles(count, in: -30...30)
      #expect(bits(function.array(x)) == bits(x.map(function.scalar)))
    }
    let edges: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .leastNormalMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 709.782712893384, 709.7827128933841, -745.1332191019411, -746, 20,
      -20, 373, 0.84375, 0.8437499999999999, 6,
    ]
    #expect(bits(function.array(edges)) == bits(edges.map(function.scalar)))
  }

  @Test("The output may be the input")
  func inPlace() {
    var generator = SplitMix64(seed: 2)
    let x = generator.doubles(37, in: -3...3)
    var y = x
    y.withUnsafeMutableBufferPointer { fk_tanh($0.baseAddress, $0.baseAddress, $0.count) }
    #expect(y == x.map { Elementary.tanh.scalar($0) })
  }

  @Test("Special values")
  func specialValues() {
    let tiny = Double.leastNonzeroMagnitude
    let huge = Double.greatestFiniteMagnitude
    let inf = Double.infinity
    let cases: [(String, (Double) -> Double, [(Double, Double)])] = [
      (
        "exp", { fk_exp1($0) },
        [
          (0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (710, inf), (-746, 0),
          (tiny, 1), (709.782712893384, 0x1.fffffffffff2ap+1023), (709.7827128933841, inf),
          (-745.1332191019411, tiny), (-745.1332191019412, 0),
        ]
      ),
      (
        "elu", { Elementary.elu.scalar($0) },
        [
          (0, 0), (-0.0, -0.0), (inf, inf), (-inf, -1), (-1000, -1),
          (tiny, tiny), (-tiny, -tiny), (1e-300, 1e-300), (710, 710),
        ]
      ),
      (
        "log", { fk_log1($0) },
        [
          (1, 0), (0, -inf), (-0.0, -inf), (inf, inf), (-1, .nan),
          (-inf, .nan), (-tiny, .nan), (tiny, -744.4400719213812), (huge, 709.782712893384),
        ]
      ),
      (
        "log1p", { fk_log1p1($0) },
        [
          (0, 0), (-0.0, -0.0), (-1, -inf), (inf, inf), (-1.5, .nan),
          (-inf, .nan), (tiny, tiny), (-tiny, -tiny), (1e-300, 1e-300), (huge, 709.782712893384),
        ]
      ),
      (
        "log10", { fk_log10_1($0) },
        [
          (1, 0), (0, -inf), (-0.0, -inf), (inf, inf), (-1, .nan),
          (tiny, -323.3062153431158), (huge, 308.25471555991675),
        ]
      ),
      (
        "tanh", { Elementary.tanh.scalar($0) },
        [
          (0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (tiny, tiny),
          (-tiny, -tiny), (1e-300, 1e-300), (19.1, 1), (-1e300, -1), (18.99, 1.0.nextDown),
        ]
      ),
      (
        "sigmoid", { Elementary.sigmoid.scalar($0) },
        [
          (0, 0.5), (-0.0, 0.5), (inf, 1), (-inf, 0), (40, 1),
          (-745.1332191019411, tiny), (-746, 0), (tiny, 0.5),
        ]
      ),
      (
        "erf", { fk_erf1($0) },
        [
          (0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (6, 1), (-1e300, -1),
          (tiny, tiny),
        ]
      ),
      (
        "sech2", { Elementary.sech2.scalar($0) },
        [
          (0, 1), (-0.0, 1), (inf, 0), (-inf, 0), (tiny, 1), (400, 0),
          (373.2, tiny), (-373.2, tiny), (374, 0),
        ]
      ),
      ("sin", { fk_sin1($0) }, [(0, 0), (-0.0, -0.0), (inf, .nan), (-inf, .nan), (tiny, tiny)]),
      ("cos", { fk_cos1($0) }, [(0, 1), (-0.0, 1), (inf, .nan), (-inf, .nan), (tiny, 1)]),
      (
        "atan", { fk_atan1($0) },
        [
          (0, 0), (-0.0, -0.0), (inf, 0x1.921fb54442d18p+0),
          (-inf, -0x1.921fb54442d18p+0), (tiny, tiny), (-tiny, -tiny), (1, 0x1.921fb54442d18p-1),
          (huge, 0x1.921fb54442d18p+0),
        ]
      ),
    ]
    for (name, function, values) in cases {
      for (x, expected) in values + [(.nan, .nan)] {
        #expect(bits([function(x)]) == bits([expected]), "\(name)(\(x)) = \(function(x))")
      }
    }
  }

  @Test("Logarithms of exact powers are exact")
  func exactPowers() {
    var ten = 1.0
    for exponent in 0...22 {
      #expect(fk_log10_1(ten) == Double(exponent))
      ten *= 10
    }
  }

  @Test("Odd functions are odd, sech2 is even, to the bit")
  func symmetry() {
    var generator = SplitMix64(seed: 3)
    for x in generator.doubles(500, in: 0...25) {
      #expect(Elementary.tanh.scalar(-x) == -Elementary.tanh.scalar(x))
      #expect(fk_erf1(-x) == -fk_erf1(x))
      #expect(fk_sin1(-x) == -fk_sin1(x))
      #expect(fk_cos1(-x) == fk_cos1(x))
      #expect(fk_atan1(-x) == -fk_atan1(x))
      #expect(Elementary.sech2.scalar(-x) == Elementary.sech2.scalar(x))
    }
  }

  @Test("Monotone within an ulp across the seams of their pieces")
  func seams() {
    let seams: [((Double) -> Double, Double)] = [
      ({ fk_erf1($0) }, 0.84375), ({ fk_atan1($0) }, 0x1.a827999fcef32p-2),
      ({ fk_atan1($0) }, 0x1.3504f333f9de6p+1), ({ fk_log1($0) }, 0x1.6a09e667f3bcdp+0),
      ({ fk_exp1($0) }, 0.34657359027997264), ({ Elementary.tanh.scalar($0) }, 0.17328679513998632),
    ]
    for (function, seam) in seams {
      var x = seam - 50 * seam.ulp
      for _ in 0..<100 {
        #expect(function(x.nextUp) - function(x) >= -function(x).ulp)
        x = x.nextUp
      }
    }
  }
}
