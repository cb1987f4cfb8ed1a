import TestSupport

/// Statements with sizes that are drawn: each function of the help, each verb of a figure.
///
/// The same seed gives the same statements.
struct SizedStatements {
  /// How often each pattern is filled.
  static let draws = 2

  /// All statements.
  static let all: [String] = patterns.enumerated().flatMap { index, pattern in
    (0..<draws).map { draw in
      var statements = SizedStatements(
        random: SplitMix64(seed: UInt64(100 * index + draw))
      )
      return statements.filled(pattern)
    }
  }

  private var random: SplitMix64

  /// The pattern with something in place of each word in braces, the same for the same word.
  private mutating func filled(_ pattern: String) -> String {
    var text = pattern
    for (word, fill) in Self.words where text.contains("{\(word)}") {
      text = text.split(separator: "{\(word)}", omittingEmptySubsequences: false)
        .joined(separator: fill(&random))
    }
    return text
  }

  // MARK: - Words

  private static let words: [(String, @Sendable (inout SplitMix64) -> String)] = [
    (
      "net",
      { random in
        let weights = random.pick(["{i}, width: {n}", "{i}, width: {n}", "{x}*identity({n})"])
        return "network(\(weights), depth: {L}, activation: {g})"
      }
    ), ("small", { _ in "network({i}, widths: [2, {s}, {s}, 2], activation: {g})" }),
    ("i", { $0.pick(["gaussian()", "he()", "xavier()", "orthogonal()", "lecun_uniform()"]) }),
    ("g", { $0.pick(["linear", "relu", "leaky_relu", "tanh", "sigmoid", "elu", "gelu", "erf"]) }),
    ("format", { $0.pick(["float16", "bfloat16", "float8_e4m3", "float32"]) }),
    ("n", { size(2, 48, &$0) }), ("s", { size(2, 16, &$0) }), ("L", { size(1, 120, &$0) }),
    ("v", { size(10, 100_000, &$0) }), ("k", { size(2, 200, &$0) }), ("m", { size(4, 200, &$0) }),
    ("x", { $0.pick(["0.5", "0.9", "1", "1.3", "2.5"]) }),
  ]

  /// A whole number between two, each power of two as likely as another.
  private static func size(_ least: Int, _ most: Int, _ random: inout SplitMix64) -> String {
    var top = most
    while top > 2 * least, random.chance(2) { top /= 2 }
    return String(Int.random(in: max(least, top / 2)...top, using: &random))
  }

  // MARK: - Patterns

  private static let patterns =
    ofNumbers + ofNetworks + ofTraining + ofTheory + figures
    + ofChecking + throughTime + ofTrainingOptions
    + ofSequences

  private static let ofNumbers: [String] =
    [
      "exp", "abs", "round", "floor", "ceil", "sin", "cos", "linear", "relu", "leaky_relu", "tanh",
      "sigmoid", "elu", "selu", "gelu", "silu", "softplus", "erf", "norm", "rms", "sum", "mean",
      "max", "min", "count", "sparkline",
    ].map { "\($0)(normal({v}))" }
    + ["sqrt", "ln", "log10", "log2"].map { "\($0)(abs(normal({v})))" }
    + ["largest", "smallest_normal", "smallest_subnormal"].map { "\($0)({format})" }
    + [
      "{x}^{k} - 1/{k}", "[{n}, {k}, {m}]", "normal({v}) + {x}*ones({v})", "normal({n})*ones({n})'",
      "slope({g}, normal({n}))", "gain({g})", "dot(normal({v}), ones({v}))", "ones({v})",
      "zeros({v})", "normal({v}, seed: {n})", "{x}*identity({n})*normal({n})",
      "diagonal(normal({n}))*normal({n})", "trace(sample({i}, {n}, {n}))",
      "inverse(sample({i}, {n}, {n}))", "exactly(normal({v}), ones({v}))", "sample({i}, {n}, {m})",
      "sample({i}, {n}, {n})*sample({i}, {n}, {n})", "sample({i}, {s}, {s})^{k}",
      "norm(sample({i}, {n}, {m}))", "rounded(normal({v}), to: {format})",
      "clipped(normal({v}), to: 1)",
    ]

  private static let ofNetworks = [
    "{net}", "weights({net})", "biases({net})", "depth({net})", "widths({net})",
    "derive(network({x}*identity(2), depth: {L}))", "network({x}*identity(2), depth: {L})([1, 1])",
    "{net}(normal({n}))", "activations({net}, normal({n}))", "rms(activations({net}, normal({n})))",
    "preactivations({net}, normal({n}))", "dJ_da({net}, normal({n}))", "dJ_dz({net}, normal({n}))",
    "dJ_dW({net}, normal({n}))", "norm(dJ_dW({net}, normal({n})))", "dJ_db({net}, normal({n}))",
    "dJ_dx({net}, normal({n}))", "loss({net}, normal({n}), loss: squared_error(ones({n})))",
    "dJ_dx({net}, normal({n}), loss: cross_entropy(ones({n})/{n}))", "jacobian({net}, normal({n}))",
    "layer_jacobian({net}, normal({n}), 1)", "singular_values(jacobian({net}, normal({n})))",
    "singular_values(sample({i}, {n}, {n}))", "rank(sample({i}, {n}, {n}))",
    "condition_number(jacobian({net}, normal({n})))", "lyapunov({net}, normal({n}))",
    "gradient_check({net}, normal({n})).worst", "diagnose({net})",
    "f(q) = rms(network(gaussian(), width: {n}, depth: {L}, seed: q)(ones({n})))\nmean_over(f, 1...{k})",
    "f(q) = sum(normal({m}, seed: q))\ndeviation_over(f, 1...{k})",
    "f(q) = tanh(q/{n})\nquantile_over(f, 1...{k}, share: 0.9)",
    "theory({net}, normal({n})).z",
  ]

  private static let ofTraining = [
    "xor()", "spirals(samples: {m})", "linear_teacher(inputs: {n}, outputs: 2, samples: {m})",
    "samples(sample({i}, {m}, 2), sample({i}, {m}, 1))",
    "train({small}, spirals(samples: {m}), rate: 0.01, steps: {k})",
    "train({small}, xor, rate: 0.01, steps: {k}, adam: true).outcome",
    "train({small}, spirals(samples: {m}), rate: 0.01, steps: {k}, batch: 4).loss",
    "accuracy({small}, spirals(samples: {m}))", "largest_stable_rate({small}, xor)",
    "largest_stable_rate({small}, spirals(samples: {m}))",
  ]

  private static let ofTheory =
    [
      "mean_field({g}, weight_deviation: {x}, bias_deviation: 0.3)",
      "variance_map({g}, {x}, weight_deviation: 1.3)",
      "correlation_map({g}, 0.5, weight_deviation: {x})", "edge_of_chaos({g})",
      "moments({g}, variance: {x})", "spectrum_variance({g}, variance: {x})",
      "fuss_catalan({s}, depth: {L})", "spectrum_edge(depth: {L})", "gaussian_lyapunov({k})",
      "finite_width(relu, width: {n}, depth: {L})",
      "saxe_time({x}, layers: {L}, strength: 3, start: 0.001)",
      "saxe_curve({x}, layers: {L}, strength: 3, start: 0.001)",
      "saxe_steps({x}, layers: {L}, strength: 3, start: 0.001, rate: 0.001)",
      "saxe_rate(layers: {L}, strength: {x})",
    ]
    + [
      "gaussian", "xavier", "xavier_uniform", "he", "he_uniform", "uniform", "lecun_uniform",
      "truncated_normal", "variance_scaling", "lecun", "orthogonal",
    ].map { "sample(\($0)(), {n}, {n})" }

  private static let figures = [
    "plot normal({k})", "plot normal({m}), ones({m})", "plot sin(t/{n}) over t in 0...{k}",
    "plot rms(activations({net}, normal({n})))",
    "plot rms(activations({net}, normal({n}))) in float16, bfloat16",
    "plot sin(t*q) over t in 0...1, q in 1...{n}",
    "plot rms(activations(network(gaussian(), width: {n}, depth: {L}, seed: q), ones({n}))) over q in 1...{k}",
    "plot normal({k}) beside plot ones({m})", "table normal({s})",
    "table rms(activations({net}, normal({n})))",
    "scatter normal({k})", "bars normal({s})", "histogram normal({v})",
    "heatmap sample({i}, {n}, {n})",
    "heatmap t*u over t in 1...{n}, u in 1...{k}", "draw network({i}, widths: [2, {s}, {s}, 2])",
  ]

  private static let ofTrainingOptions = [
    "rates(warmup({k}), rate: {x}, steps: {m})",
    "rates(step(every: {n}, factor: 0.5), rate: 0.1, steps: {m})",
    "rates(cosine(), rate: 0.1, steps: {k})", "split(spirals(samples: {m}), 0.5)",
    "train({small}, xor, rate: 0.01, steps: {k}, test: spirals(samples: {m})).test_loss",
    "train({small}, spirals(samples: {m}), rate: 0.01, steps: {k}, sharpness: {n}).sharpness",
    "train({small}, xor, rate: 0.01, steps: {k}, format: {format}, scale: dynamic()).outcome",
    "train({small}, spirals(samples: {m}), rate: 0.01, steps: {k}, format: {format}).loss",
    "train({small}, xor, rate: 0.01, steps: {k}, format: {format}, masters: false, momentum: 0.9).loss",
    "largest_stable_rate({small}, spirals(samples: {m}), momentum: 0.9)",
  ]

  /// Behind the others, whose draws go by their place.
  private static let ofChecking = [
    "mistaken({net}, kind: \"slope\")", "eigenvalues(sample({i}, {n}, {n}))",
    "spectral_radius(sample({i}, {n}, {n}))",
    "correlation({net}, normal({n}), normal({n}, seed: 2))",
  ]

  /// Behind those.
  private static let throughTime = [
    "recurrent({i}, width: {n}, steps: {L}, activation: {g})",
    "gru({i}, width: {s}, inputs: {s}, steps: {L})", "lstm({i}, width: {n}, steps: {L})",
    "states(recurrent({i}, width: {n}, steps: {L}, activation: {g}), normal({n}))",
    "states(gru({i}, width: {n}, steps: {L}), normal({n}))",
    "through_time(recurrent({i}, width: {n}, steps: {L}, activation: {g}), normal({n}))",
    "through_time(lstm({i}, width: {n}, steps: {L}), normal({n}))",
    "through_time(gru({i}, width: {s}, inputs: 2, steps: {m}), sample({i}, {m}, 2))",
    "cobweb sin({x}*t) over t in 0...1",
    "trainable_depth({g}, weight_deviation: 0.9, bias_deviation: 0.2)",
  ]

  /// Behind all of them.
  private static let ofSequences = [
    "recall(steps: 50, samples: 100)", "adding(steps: 40, samples: 200)",
  ]
}
