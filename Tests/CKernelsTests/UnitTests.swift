import CKernels
import TestSupport
import Testing

/// The kernels of activation functions, against mpmath with 50 digits.
@Suite("Activation functions")
struct UnitTests {
  private static let arguments: [Double] = [
    0.04959657724045341, -0.3439482603342783, 1.0318345915730793,
    -28.354584465142544, -26.11828040338798, -2.764856128850637,
    3.25, 36.5, -37.25,
    1e-09,
  ]

  /// The correctly rounded values at the arguments.
  private static let values: [(name: String, values: [Double])] = [
    (
      "gelu",
      [
        0.025779212843432153, -0.12569334600365753,
        0.8759503811150184, -1.041834062069907e-175,
        -2.9520331012996223e-149, -0.007872638430749312,
        3.24812466861223, 36.5,
        -1.9734635705229075e-302, 5.000000003989423e-10,
      ]
    ),
    (
      "gelu_slope",
      [
        0.5395399142465176, 0.2361080425653669,
        1.0906533589524054, -2.954068107226083e-174,
        -7.710169932940439e-148, -0.021285856651633,
        1.0060173811438335, 1.0,
        -7.351144191316405e-301, 0.5000000007978845,
      ]
    ),
    (
      "erf_slope",
      [
        1.1256069678719118, 1.0024849141423147,
        0.3891072031870748, 0.0,
        6.196493867595768e-297, 0.0005401589144896413,
        2.9189025383581702e-05, 0.0,
        0.0, 1.1283791670955126,
      ]
    ),
    (
      "silu",
      [
        0.025413117713119462, -0.14268718253703389,
        0.7607421494290465, -1.3752565347181517e-11,
        -1.1855490425245357e-10, -0.163826282209322,
        3.1286876161315793, 36.49999999999999,
        -2.4754652044108637e-15, 5.000000002500001e-10,
      ]
    ),
    (
      "silu_slope",
      [
        0.5247881258138231, 0.3313574148652844,
        0.9371401234818768, -1.3267544472893014e-11,
        -1.1401574997294248e-10, -0.09486597322170359,
        1.079457282838187, 1.0000000000000049,
        -2.4090097626817126e-15, 0.5000000005,
      ]
    ),
    (
      "softplus",
      [
        0.7182529152304352, 0.5358882803172694,
        1.3366337760760654, 4.850208742819507e-13,
        4.539154278983239e-12, 0.06108113919050569,
        3.288041371687783, 36.5,
        6.64554417291507e-17, 0.6931471810599453,
      ]
    ),
    (
      "elu",
      [
        0.04959657724045341, -0.29103439125581626,
        1.0318345915730793, -0.9999999999995149,
        -0.9999999999954609, -0.9370148395563899,
        3.25, 36.5,
        -0.9999999999999999, 1e-09,
      ]
    ),
    (
      "elu_slope",
      [
        1.0, 0.7089656087441838,
        1.0, 4.850208742820683e-13,
        4.539154278993541e-12, 0.06298516044361019,
        1.0, 1.0,
        6.64554417291507e-17, 1.0,
      ]
    ),
  ]

  @Test("Values are within 5 ulp, those of the worst arguments seen among them")
  func references() throws {
    for (name, expected) in Self.values {
      let function = try #require(Elementary.units.first { $0.name == name })
      for (value, right) in zip(function.array(Self.arguments), expected) {
        #expect((value - right).magnitude <= 5 * right.ulp, "\(name) \(value) \(right)")
      }
    }
  }

  @Test("Edges: zeros, infinities, nan, beyond the range of e^x", arguments: Elementary.units)
  func edges(function: Elementary) {
    let inf = Double.infinity
    let y = function.array([.nan, inf, -inf, 1e300, -1e300])
    #expect(y[0].isNaN)
    let limits: [String: (Double, Double)] = [
      "gelu": (inf, 0), "gelu_slope": (1, 0), "erf_slope": (0, 0), "silu": (inf, 0),
      "silu_slope": (1, 0), "softplus": (inf, 0), "elu": (inf, -1), "elu_slope": (1, 0),
    ]
    #expect(y[1] == limits[function.name]?.0 && y[2] == limits[function.name]?.1)
    #expect(y[4] == y[2])
  }

  @Test("tanh′ from tanh: one rule for each entry, wherever it stands")
  func tanhBack() {
    var generator = SplitMix64(seed: 5)
    for count in 0...40 {
      let z = generator.doubles(count, in: -4...4) + [0]
      let a = Elementary.tanh.array(z)
      var g = z.map { _ in 1.0 }
      fk_tanh_back(&g, a, z, count)
      for i in 0..<count {
        let exact = Elementary.sech2.scalar(z[i])
        #expect((g[i] - exact).magnitude <= 40 * exact.ulp)
        var alone = [1.0]
        fk_tanh_back(&alone, [a[i]], [z[i]], 1)
        #expect(alone[0] == g[i])
      }
    }
  }

  @Test("An array's element does not depend on its place", arguments: Elementary.units)
  func places(function: Elementary) {
    var generator = SplitMix64(seed: 6)
    for count in [1, 7, 8, 19] {
      let x = generator.doubles(count, in: -40...40)
      #expect(bits(function.array(x)) == bits(x.map(function.scalar)))
    }
  }
}
