import DeepNetworks
import Testing

/// Moments at all variances, and what mean-field theory makes of them, against mpmath.
struct MomentTests {
  /// Name, q, E g, Var g, E g′², E g′⁴: mpmath's quadrature with 40 to 70 digits.
  private static let values: [[String]] = [
    ["elu", "1e-40", "2.5e-41", "1.0e-40", "1.0", "1.0"],
    [
      "elu", "1e-20", "2.4999999998670192e-21", "9.9999999992021154e-21", "0.99999999992021154",
      "0.99999999984042309",
    ],
    [
      "elu", "1e-14", "2.4999998670192461e-15", "9.9999992021155204e-15", "0.99999992021155392",
      "0.99999984042312784",
    ],
    [
      "elu", "1e-6", "2.4986708171328045e-7", "9.992029272083994e-7", "0.9992031143763502",
      "0.99840822238359843",
    ],
    [
      "elu", "0.01", "2.373013327678879e-3", "9.2766064661491308e-3", "0.92923980823347369",
      "0.87327717111549612",
    ],
    [
      "elu", "1", "1.6052057226655605e-1", "6.1917856337214122e-1", "0.66810200122317061",
      "0.59441064130196894",
    ],
    [
      "elu", "25", "1.5716307069821697", "1.0415645005022099e+1", "0.539506694101386",
      "0.51989761564832703",
    ],
    [
      "selu", "1e-40", "-2.8221111229427591e-21", "2.0177998166565089e-40", "2.0974429285588813",
      "5.3862502021696861",
    ],
    [
      "selu", "1e-20", "-2.8221111225032343e-11", "2.0177998164346974e-20", "2.0974429283122621",
      "5.3862502006451289",
    ],
    [
      "selu", "1e-14", "-2.8221106834179473e-8", "2.0177995948450917e-14", "2.0974426819397127",
      "5.3862486776129447",
    ],
    [
      "selu", "1e-6", "-2.8177182114261634e-4", "2.0155840794590913e-6", "2.0949798241923089",
      "5.3710427647570088",
    ],
    [
      "selu", "0.01", "-2.4049118062213314e-2", "1.8177528043670994e-2", "1.8787293112628786",
      "4.17557261180688",
    ],
    ["selu", "1", "0.0", "1.0", "1.0715749924557993", "1.5113529023874687"],
    [
      "selu", "25", "1.3520273485294698", "1.3163745716915361e+1", "0.67409804834721996",
      "0.79947445757140218",
    ],
    ["gelu", "1e-40", "3.9894228040143268e-41", "2.5e-41", "0.25", "0.0625"],
    ["gelu", "1e-20", "3.9894228040143268e-21", "2.5e-21", "0.25", "0.0625"],
    [
      "gelu", "1e-14", "3.9894228040143068e-15", "2.5000000000000318e-15", "0.25000000000000637",
      "0.062500000000009549",
    ],
    [
      "gelu", "1e-6", "3.9894208093044208e-7", "2.5000031830924957e-7", "0.25000063661849913",
      "0.062500954928964542",
    ],
    [
      "gelu", "0.01", "3.9696240574660719e-3", "2.5312055794198825e-3", "0.25624131882887736",
      "0.071975851150949142",
    ],
    [
      "gelu", "1", "2.8209479177387814e-1", "3.4564401102435101e-1", "0.45585086564928712",
      "0.43395583885633772",
    ],
    [
      "gelu", "25", "1.955975454388567", "8.6385005961050842", "0.50949820616152543",
      "0.52549902683796608",
    ],
    ["silu", "1e-40", "2.5e-41", "2.5e-41", "0.25", "0.0625"],
    ["silu", "1e-20", "2.5e-21", "2.5e-21", "0.25", "0.0625"],
    [
      "silu", "1e-14", "2.4999999999999937e-15", "2.5000000000000125e-15", "0.2500000000000025",
      "0.06250000000000375",
    ],
    [
      "silu", "1e-6", "2.4999993750003125e-7", "2.50000124999875e-7", "0.25000024999975",
      "0.0625003749998125",
    ],
    [
      "silu", "0.01", "2.4937810306418609e-3", "2.512376337729958e-3", "0.25247528776878615",
      "0.066231073682246632",
    ],
    [
      "silu", "1", "2.0662096414190704e-1", "3.1308329699442092e-1", "0.37948235163282931",
      "0.28658057687961481",
    ],
    [
      "silu", "25", "1.8786213606995868", "8.7641616036203151", "0.50743157096152678",
      "0.52363928133679856",
    ],
    ["softplus", "1e-40", "6.9314718055994531e-1", "2.5e-41", "0.25", "0.0625"],
    ["softplus", "1e-20", "6.9314718055994531e-1", "2.5e-21", "0.25", "0.0625"],
    [
      "softplus", "1e-14", "6.9314718055994656e-1", "2.5000000000000031e-15", "0.25000000000000062",
      "0.062500000000000937",
    ],
    [
      "softplus", "1e-6", "6.9314730555992968e-1", "2.5000003124998438e-7", "0.25000006249996875",
      "0.062500093749964844",
    ],
    [
      "softplus", "0.01", "6.9439562324080934e-1", "2.5031094782966905e-3", "0.25062189693581391",
      "0.063433998050005591",
    ],
    [
      "softplus", "1", "8.0605918334743978e-1", "2.7151450180055873e-1", "0.29337903585809296",
      "0.1315943130663803",
    ],
    [
      "softplus", "25", "2.1205474146828353", "8.1788827602989022", "0.42485514557201653",
      "0.36268030053034942",
    ],
    ["sigmoid", "1e-40", "5.0e-1", "6.25e-42", "0.0625", "0.00390625"],
    ["sigmoid", "1e-20", "5.0e-1", "6.25e-22", "0.0625", "0.00390625"],
    [
      "sigmoid", "1e-14", "5.0e-1", "6.2499999999999687e-16", "0.062499999999999687",
      "0.0039062499999999609",
    ],
    [
      "sigmoid", "1e-6", "5.0e-1", "6.2499968750022135e-8", "0.062499968750027344",
      "0.0039062460937563476",
    ],
    [
      "sigmoid", "0.01", "5.0e-1", "6.2189693581391382e-4", "0.062190204178377764",
      "0.0038678101615688846",
    ],
    [
      "sigmoid", "1", "5.0e-1", "4.3379035858092963e-2", "0.044836241350194372",
      "0.002285651286678948",
    ],
    [
      "sigmoid", "25", "5.0e-1", "1.7485514557201653e-1", "0.012970009386316357",
      "0.00056356506858968459",
    ],
    ["tanh", "1e-40", "0.0", "1.0e-40", "1.0", "1.0"],
    ["tanh", "1e-20", "0.0", "1.0e-20", "1.0", "1.0"],
    ["tanh", "1e-14", "0.0", "9.9999999999998e-15", "0.99999999999998", "0.99999999999996"],
    ["tanh", "1e-6", "0.0", "9.9999800000566665e-7", "0.99999800000699997", "0.9999960000259998"],
    ["tanh", "0.01", "0.0", "9.8054687555324056e-3", "0.98067024346498152", "0.96241360393338033"],
    ["tanh", "1", "0.0", "3.9429449039784117e-1", "0.46440290244826824", "0.34150920731666354"],
    ["tanh", "25", "0.0", "8.4296175956254369e-1", "0.10570632805654645", "0.072743356158807618"],
    ["erf", "1e-40", "0.0", "1.2732395447351627e-40", "1.2732395447351627", "1.6211389382774043"],
    ["erf", "1e-20", "0.0", "1.2732395447351627e-20", "1.2732395447351627", "1.6211389382774043"],
    ["erf", "1e-14", "0.0", "1.2732395447351372e-14", "1.2732395447351372", "1.6211389382773395"],
    ["erf", "1e-6", "0.0", "1.273236998262015e-6", "1.2732369982637126", "1.6211324537605583"],
    ["erf", "0.01", "0.0", "1.2483540641115765e-2", "1.2485140930928054", "1.5599416706804058"],
    ["erf", "1", "0.0", "4.6455905439753998e-1", "0.56941003473374165", "0.54037964609246811"],
    ["erf", "25", "0.0", "8.7372358925518137e-1", "0.1266920699057522", "0.11434632428116299"],
  ]

  @Test("mean, variance and slopes, however small the variance", arguments: values)
  func moments(row: [String]) throws {
    let activation = try #require(Activation.named(row[0]))
    let numbers = try row.dropFirst().map { try #require(Double($0)) }
    let moments = Moments(activation, variance: numbers[0])
    let second = numbers[2] + numbers[1] * numbers[1]
    #expect(isNear(moments.mean, numbers[1], within: 1e-13), "\(moments.mean)")
    #expect(isNear(moments.second, second, within: 1e-13), "\(moments.second)")
    #expect(isNear(moments.slopeSecond, numbers[3], within: 1e-13), "\(moments.slopeSecond)")
    #expect(isNear(moments.slopeFourth, numbers[4], within: 1e-13), "\(moments.slopeFourth)")
    let gain = 1 / numbers[2].squareRoot()
    #expect(isNear(moments.centredGain, gain, within: 1e-13), "\(moments.centredGain)")
  }

  @Test("what is 0 is 0: means of odd functions, tanh's q* at σ_w = 1")
  func zeros() {
    for activation in [Activation.linear, .tanh, .erf] {
      for q in [1e-30, 0.3, 1, 700] { #expect(Moments(activation, variance: q).mean == 0) }
    }
    #expect(MeanField(.tanh, weightVariance: 1).fixedPoint == .settles(0))
    #expect(MeanField(.elu, weightVariance: 1).fixedPoint == .settles(0))
    #expect(MeanField(.tanh, weightVariance: 1).criticality()?.chi == 1)
  }

  @Test("selu near 0 has a slope on each side: χ = σ_w² λ² (1 + α²)/2")
  func selu() throws {
    let point = try #require(MeanField(.selu, weightVariance: 0.25).criticality())
    #expect(point.variance == 0)
    #expect(isNear(point.chi, 0.524360732139720322, within: 1e-14))
    #expect(isNear(point.correlationSlope, 0.524360732139720322, within: 1e-14))
    let edge = try #require(MeanField.edgeOfChaos(.selu, biasVariance: 0))
    #expect(isNear(edge.weightVariance, 0.476771017882752898, within: 1e-14))
    #expect(MeanField(.selu, weightVariance: edge.weightVariance).criticality()?.phase == .critical)
  }

  @Test("gelu and silu have no edge with small biases: at χ = 1 their variance grows without end")
  func noEdge() throws {
    for activation in [Activation.gelu, .silu] {
      for biases in [0, 0.01] {
        #expect(MeanField.edgeOfChaos(activation, biasVariance: biases) == nil)
      }
    }
    // SciPy's quad: E g² and E g'² at this q make χ 1 and keep q.
    for (activation, weights, q) in [
      (Activation.gelu, 1.97668001254706, 82.3127791663544),
      (.silu, 1.96704108258432, 39.3945912249104),
    ] {
      let edge = try #require(MeanField.edgeOfChaos(activation, biasVariance: 1))
      #expect(isNear(edge.weightVariance, weights, within: 1e-12))
      #expect(isNear(edge.variance, q, within: 1e-9))
    }
    for activation in [Activation.tanh, .erf, .elu] {
      #expect(MeanField.edgeOfChaos(activation, biasVariance: 0)?.variance == 0)
    }
  }

  /// Kind, n, E ln r and Var ln r: mpmath's ψ and ψ′ with 40 digits, summed over live units.
  private static let widths: [(FiniteWidth.Kind, Int, Double, Double)] = [
    (.linear, 1, -1.27036284546147817, 4.93480220054467931),
    (.linear, 5, -0.213134091228911878, 0.490357756100234865),
    (.linear, 64, -0.0157063722647393049, 0.0317433665203020901),
    (.linear, 5000, -0.00020001333333312, 0.000400080010666666325),
    (.linear, 100_000, -0.000010000033333333332, 0.0000200002000013333333),
    (.relu, 2, -0.808264725088181297, 4.26524883501759628),
    (.relu, 64, -0.0401085988357456916, 0.0829973505564475855),
    (.relu, 5000, -0.000500163429416616139, 0.00100074067943572177),
  ]

  @Test("finite width, wide too", arguments: widths)
  func finiteWidth(_ kind: FiniteWidth.Kind, _ n: Int, _ mean: Double, _ variance: Double) {
    let law = FiniteWidth(kind, width: n).logarithm
    #expect(isNear(law.mean, mean, within: 1e-12), "\(law.mean)")
    #expect(isNear(law.variance, variance, within: 1e-12), "\(law.variance)")
  }
}
