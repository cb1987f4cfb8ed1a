import CKernels

/// An activation function g, applied to each entry of z[l].
///
/// All that is particular to one stands in this file: its case, its place in the list of names, its
/// traits.
package enum Activation: Sendable, Hashable {
  /// g(z) = z, the lecture's.
  case linear
  /// g(z) = max(0, z).
  case relu
  /// g(z) = z for z ≥ 0, that slope times z below.
  case leaky(Extended)
  case tanh
  /// g(z) = 1/(1 + e^-z).
  case sigmoid
  /// g(z) = z above 0, e^z − 1 below. *Source*: Clevert et al. 2016, α = 1.
  case elu
  /// g(z) = λ z above 0, λ α (e^z − 1) below: keeps mean 0 and variance 1.
  ///
  /// *Source*: Klambauer et al. 2017.
  case selu
  /// g(z) = z Φ(z), exactly (no tanh approximation). *Source*: Hendrycks and Gimpel 2016.
  case gelu
  /// g(z) = z σ(z), also called swish.
  case silu
  /// g(z) = ln(1 + e^z).
  case softplus
  /// g(z) = erf(z) = 2/√π ∫₀ᶻ e^(−t²) dt.
  case erf

  /// One of each kind, in the order of help; leaky_relu with its usual slope.
  package static let all: [Activation] = [
    .linear, .relu, .leaky(usualSlope), .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus,
    .erf,
  ]

  /// leaky_relu's slope where none is given: 1/100.
  package static let usualSlope = Extended(1) / 100

  /// leaky_relu of a slope that stands for the decimal it is written as.
  package static func leakyReLU(slope: Double) -> Activation {
    .leaky(Extended(decimal: slope.description) ?? Extended(slope))
  }

  var traits: ActivationTraits {
    switch self {
    case .linear: .linear
    case .relu: .relu
    case .leaky(let slope): .leakyReLU(slope.double)
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .elu: .elu
    case .selu: .selu
    case .gelu: .gelu
    case .silu: .silu
    case .softplus: .softplus
    case .erf: .erf
    }
  }
}

extension ActivationTraits {
  fileprivate static let linear = ActivationTraits(
    name: "linear",
    summary: "g(z) = z, the lecture's activation.",
    examples: ["linear(-2)", "network(0.5*identity(2), depth: 3, activation: linear)"],
    formula: { _ in "z" },
    values: { out, z, count in if out != z { out.update(from: z, count: count) } },
    slopes: { out, _, count in out.update(repeating: 1, count: count) },
    form: .identity,
    usualGain: 1,
    operations: 0
  )

  fileprivate static let relu = ActivationTraits(
    name: "relu",
    summary: "g(z) = max(0, z).",
    examples: ["relu([-1, 2])", inNetwork("relu")],
    formula: { _ in "max(0, z)" },
    values: { out, z, count in for i in 0..<count { out[i] = z[i] < 0 ? 0 : z[i] } },
    slopes: { out, z, count in
      for i in 0..<count { out[i] = z[i] > 0 ? 1 : z[i].isNaN ? z[i] : 0 }
    },
    form: .rays(below: 0),
    usualGain: 2.0.squareRoot(),
    operations: 2
  )

  /// Made once: a network asks for its traits in every layer.
  private static let leakyExamples = ["leaky_relu(-2)", inNetwork("leaky_relu, slope: 0.2")]

  fileprivate static func leakyReLU(_ slope: Double) -> ActivationTraits {
    ActivationTraits(
      name: "leaky_relu",
      summary: "z where z > 0, else 0.01 z; as an activation it takes another slope.",
      examples: leakyExamples,
      formula: { number in "max(\(number(slope)) z, z)" },
      values: { out, z, count in for i in 0..<count { out[i] = z[i] < 0 ? slope * z[i] : z[i] } },
      slopes: { out, z, count in
        for i in 0..<count { out[i] = z[i] > 0 ? 1 : z[i].isNaN ? z[i] : slope }
      },
      form: .rays(below: slope),
      usualGain: (2 / (1 + slope * slope)).squareRoot(),
      operations: 2
    )
  }

  fileprivate static let tanh = ActivationTraits(
    name: "tanh",
    summary: "The hyperbolic tangent: between -1 and 1, slope 1 at 0.",
    examples: ["tanh(0.5)", inNetwork("tanh")],
    formula: { _ in "tanh(z)" },
    values: { fk_tanh($0, $1, $2) },
    slopes: { fk_sech2($0, $1, $2) },
    multiplySlopes: { fk_tanh_back($0, $1, $2, $3) },
    form: .curve(
      reach: Reach(value: { $0.hyperbolicTangent() }, slope: { $0.squaredSecant() }),
      ends: .levels,
      pairs: .grid
    ),
    usualGain: 5.0 / 3,
    operations: 20
  )

  fileprivate static let sigmoid = ActivationTraits(
    name: "sigmoid",
    summary: "σ(z) = 1/(1 + exp(-z)): between 0 and 1, steepest at 0.",
    examples: ["sigmoid(0)", inNetwork("sigmoid")],
    formula: { _ in "1/(1 + exp(-z))" },
    values: { fk_sigmoid($0, $1, $2) },
    slopes: { out, z, count in
      for i in 0..<count { out[i] = z[i] * 0.5 }
      fk_sech2(out, out, count)
      for i in 0..<count { out[i] *= 0.25 }
    },
    form: .curve(
      reach: Reach(
        value: { $0.sigmoid() },
        slope: { ($0 / 2).squaredSecant() / 4 }
      ),
      ends: .levels,
      pairs: .grid
    ),
    rise: { z in through(fk_tanh, z.map { $0 * 0.5 }).map { $0 * 0.5 } },
    usualGain: 1,
    operations: 20
  )

  fileprivate static let elu = ActivationTraits(
    name: "elu",
    summary: "z where z > 0, else exp(z) - 1.",
    examples: ["elu(-1)", inNetwork("elu")],
    values: { fk_elu($0, $1, $2) },
    slopes: { fk_elu_slope($0, $1, $2) },
    form: .curve(
      reach: Reach(
        value: { $0.isNegative ? $0.exponentialMinusOne() : $0 },
        slope: { $0.isNegative ? $0.exponential() : .one }
      ),
      ends: .rays,
      pairs: .panels
    ),
    evenPart: { z in
      let sizes = z.map(\.magnitude)
      return zip(sizes, through(fk_elu, sizes.map { -$0 })).map { size, fallen in
        // (z + e^-z − 1)/2, by its series where that cancels.
        guard size < 0.1 else { return (size + fallen) / 2 }
        var sum = 1.0
        for n in stride(from: 11.0, through: 3, by: -1) { sum = 1 - size / n * sum }
        return size * size / 4 * sum
      }
    },
    operations: 20
  )

  /// λ and α of selu.
  ///
  /// *Source*: Klambauer et al. 2017, equation 14.
  private static let seluScale = 1.0507009873554805
  private static let seluSlope = 1.6732632423543772

  fileprivate static let selu = ActivationTraits(
    name: "selu",
    summary: "elu scaled so that mean 0 and variance 1 stay what they are (Klambauer 2017).",
    examples: ["selu(-1)", inNetwork("selu")],
    values: { out, z, count in
      fk_elu(out, z, count)
      let below = seluScale * seluSlope
      for i in 0..<count { out[i] *= out[i] > 0 ? seluScale : below }
    },
    slopes: { out, z, count in
      // Above 0 e^z is taken as 1 exactly, below it as less: just below 0 at -2^-52, so that the
      // result says which side it was.
      for i in 0..<count { out[i] = z[i] < 0 ? min(z[i], -0x1p-52) : z[i] }
      fk_elu_slope(out, out, count)
      for i in 0..<count { out[i] *= seluScale * (out[i] < 1 ? seluSlope : 1) }
    },
    form: .curve(
      reach: Reach(
        value: { z in
          let scale = Extended(seluScale)
          guard z.isNegative else { return scale * z }
          return scale * Extended(seluSlope) * z.exponentialMinusOne()
        },
        slope: { z in
          let below = z.isNegative ? Extended(seluSlope) * z.exponential() : .one
          return Extended(seluScale) * below
        }
      ),
      ends: .rays,
      pairs: .panels
    ),
    evenPart: { z in
      let sizes = z.map(\.magnitude)
      return zip(sizes, through(fk_elu, sizes.map { -$0 })).map { size, fallen in
        seluScale * (size + seluSlope * fallen) / 2
      }
    },
    usualGain: 0.75,
    operations: 20
  )

  fileprivate static let gelu = ActivationTraits(
    name: "gelu",
    summary: "z Φ(z), Φ the normal distribution: relu with a rounded corner.",
    examples: ["gelu(-1)", inNetwork("gelu")],
    values: { fk_gelu($0, $1, $2) },
    slopes: { fk_gelu_slope($0, $1, $2) },
    form: .curve(
      reach: Reach(
        value: { $0 * $0.normalProbability() },
        slope: { $0.normalProbability() + $0 * $0.normalDensity() },
        stationary: .gelu
      ),
      ends: .rays,
      pairs: .grid
    ),
    evenPart: { z in
      zip(z, through(fk_erf, z.map { $0 * 0.7071067811865476 })).map { $0 * $1 / 2 }
    },
    operations: 40
  )

  fileprivate static let silu = ActivationTraits(
    name: "silu",
    summary: "z σ(z), also called swish.",
    examples: ["silu(-1)", inNetwork("silu")],
    values: { fk_silu($0, $1, $2) },
    slopes: { fk_silu_slope($0, $1, $2) },
    form: .curve(
      reach: Reach(
        value: { $0 * $0.sigmoid() },
        slope: { $0.sigmoid() * (.one + $0 * (-$0).sigmoid()) },
        stationary: .silu
      ),
      ends: .rays,
      pairs: .grid
    ),
    evenPart: { z in zip(z, through(fk_tanh, z.map { $0 * 0.5 })).map { $0 * $1 / 2 } },
    operations: 20
  )

  fileprivate static let softplus = ActivationTraits(
    name: "softplus",
    summary: "ln(1 + exp(z)): relu, everywhere smooth.",
    examples: ["softplus(-1)", inNetwork("softplus")],
    values: { fk_softplus($0, $1, $2) },
    slopes: { fk_sigmoid($0, $1, $2) },
    form: .curve(
      reach: Reach(value: { $0.softplus() }, slope: { $0.sigmoid() }),
      ends: .rays,
      pairs: .grid
    ),
    rise: { z in
      zip(zip(z, through(fk_softplus, z)), logarithmsOfCosine(z)).map { pair, even in
        pair.0.magnitude < 0.25 ? pair.0 / 2 + even : pair.1 - ln2
      }
    },
    evenPart: logarithmsOfCosine,
    operations: 20
  )

  fileprivate static let erf = ActivationTraits(
    name: "erf",
    summary: "The error function: between -1 and 1, as tanh, but with thinner tails.",
    examples: ["erf(-1)", inNetwork("erf")],
    values: { fk_erf($0, $1, $2) },
    slopes: { fk_erf_slope($0, $1, $2) },
    form: .curve(
      reach: Reach(
        value: { $0.erf() },
        slope: { (-($0 * $0)).exponential() * 2 / Extended.pi.squareRoot() }
      ),
      ends: .levels,
      pairs: .closed(
        values: { q, c in 2 / Double.pi * (2 * q * c / (1 + 2 * q)).arcSine },
        slopes: { q, c in
          let inner = 1 + 2 * q
          let product = 2 * q * c
          return 4 / Double.pi / ((inner - product) * (inner + product)).squareRoot()
        }
      )
    ),
    operations: 20
  )

  private static let ln2 = 0.6931471805599453

  /// ln cosh(z/2).
  private static func logarithmsOfCosine(_ z: [Double]) -> [Double] {
    let halves = z.map { $0.magnitude * 0.5 }
    return zip(halves, through(fk_tanh, halves)).map { half, tanh in
      half < 1 ? -0.5 * fk_log1p1(-tanh * tanh) : half - ln2 + fk_log1p1(fk_exp1(-2 * half))
    }
  }

  /// The example of help that most activations have.
  private static func inNetwork(_ activation: String) -> String {
    "network(gaussian(), width: 4, depth: 3, activation: \(activation))"
  }
}
