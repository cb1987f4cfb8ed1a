import DeepNetworks
import TerminalText

/// Distributions that random weights are drawn from.
enum Initializations {
  /// What the bare name means: `network(he, …)` is `network(he(), …)`.
  static let byName: [String: Initialization] = [
    "gaussian": .gaussian(gain: 1), "xavier": .xavierNormal(gain: 1),
    "xavier_uniform": .xavierUniform(gain: 1), "he": .he(slope: 0), "lecun": .lecun,
    "orthogonal": .orthogonal(gain: 1), "uniform": .uniform(gain: 1),
    "he_uniform": .variance(scale: 2, fan: .fanIn, distribution: .uniform),
    "lecun_uniform": .variance(scale: 1, fan: .fanIn, distribution: .uniform),
    "truncated_normal": .variance(scale: 1, fan: .fanIn, distribution: .truncatedNormal),
  ]
}

extension Value {
  /// A distribution, or the one that the function's bare name means.
  var asInitialization: Initialization? {
    if case .initialization(let initialization) = self { return initialization }
    return nameOfBuiltIn.flatMap { Initializations.byName[$0] }
  }
}

extension BuiltIns {
  private static let fan = Parameter.optional(
    "fan",
    "what n counts: \"in\", \"out\" or \"average\"",
    otherwise: "\"in\""
  )
  private static let scale = Parameter.optional("scale", "n times the variance", otherwise: "1")

  private static func withGain(
    _ name: String,
    _ summary: String,
    _ make: @escaping @Sendable (Double) -> Initialization
  ) -> Function {
    Function(
      name,
      [.optional("gain", "a factor on every weight", otherwise: "1")],
      summary,
      examples: ["network(\(name)(gain: 1.2), width: 16, depth: 10)"]
    ) { call throws(Failure) in
      .initialization(make(try call.double("gain", otherwise: 1)))
    }
  }

  static let initializationFunctions: [Function] = [
    Function(
      "gaussian",
      [
        .optional("gain", "a factor on every weight", otherwise: "1"),
        .optional("deviation", "that of a weight, whatever n is", otherwise: "gain/√n"),
      ],
      "Weights from N(0, gain²/n), n the fan-in; with deviation, from N(0, deviation²).",
      examples: [
        "network(gaussian(gain: 1.2), width: 16, depth: 10)",
        "network(gaussian(deviation: 0.01), width: 16, depth: 10, activation: tanh)",
      ]
    ) { call throws(Failure) in
      guard call.has("deviation") else {
        return .initialization(.gaussian(gain: try call.double("gain", otherwise: 1)))
      }
      guard !call.has("gain") else {
        throw call.failure(
          .name(.uselessArgument("gain", function: "gaussian", goes: "without deviation")),
          at: "gain"
        )
      }
      return .initialization(.deviation(try call.double("deviation", in: 0...1e300)))
    },
    withGain("xavier", "Xavier (Glorot): N(0, 2 gain²/(fan-in + fan-out)).") {
      .xavierNormal(gain: $0)
    },
    withGain("xavier_uniform", "Xavier (Glorot), uniform with the same variance.") {
      .xavierUniform(gain: $0)
    },
    Function(
      "he",
      [.optional("slope", "of leaky_relu below 0", otherwise: "0"), fan],
      "He: N(0, 2/n), n the fan-in; made for relu. With a slope less, as suits leaky_relu.",
      examples: [
        "network(he(), width: 16, depth: 10, activation: relu)",
        "network(he(slope: 0.2), width: 16, depth: 10, activation: leaky_relu, slope: 0.2)",
        "network(he(fan: \"out\"), widths: [16, 32, 8], activation: relu)",
      ]
    ) { call throws(Failure) in
      let slope = try call.slopeOfWeights()
      let fan = try call.fan()
      if fan == .fanIn { return .initialization(.he(slope: slope)) }
      let scale = 2 / (1 + slope * slope)
      return .initialization(.variance(scale: scale, fan: fan, distribution: .normal))
    },
    Function(
      "he_uniform",
      [.optional("slope", "of leaky_relu below 0", otherwise: "0"), fan],
      "He, uniform with the same variance.",
      examples: [
        "network(he_uniform(), width: 16, depth: 10, activation: relu)",
        "network(he_uniform(slope: 0.2, fan: \"out\"), width: 16, depth: 10, activation: leaky_relu)",
      ]
    ) { call throws(Failure) in
      let slope = try call.slopeOfWeights()
      let scale = 2 / (1 + slope * slope)
      return .initialization(
        .variance(scale: scale, fan: try call.fan(), distribution: .uniform)
      )
    },
    withGain(
      "uniform",
      "Uniform in ±gain/√n, n the fan-in: what was usual before Xavier; variance gain²/(3 n)."
    ) { .uniform(gain: $0) },
    Function(
      "lecun_uniform",
      [],
      "LeCun, uniform with the same variance.",
      examples: ["network(lecun_uniform(), width: 16, depth: 10)"]
    ) { _ throws(Failure) in
      .initialization(.variance(scale: 1, fan: .fanIn, distribution: .uniform))
    },
    Function(
      "truncated_normal",
      [scale, fan],
      "A normal distribution cut at two standard deviations, of variance scale/n (as in Keras).",
      examples: [
        "network(truncated_normal(), width: 16, depth: 10)",
        "sample(truncated_normal(scale: 2, fan: \"average\"), 3, 3)",
      ]
    ) { call throws(Failure) in
      .initialization(
        .variance(
          scale: try call.double("scale", otherwise: 1, in: 0...1e300),
          fan: try call.fan(),
          distribution: .truncatedNormal
        )
      )
    },
    Function(
      "variance_scaling",
      [
        scale, fan,
        .optional("shape", "\"normal\", \"uniform\" or \"truncated\"", otherwise: "\"normal\""),
      ],
      "The general form: variance scale/n. He is scale 2, Xavier fan \"average\", LeCun neither.",
      examples: [
        "network(variance_scaling(scale: 2), width: 16, depth: 10, activation: relu)",
        "sample(variance_scaling(fan: \"average\", shape: \"uniform\"), 3, 3)",
      ]
    ) { call throws(Failure) in
      .initialization(
        .variance(
          scale: try call.double("scale", otherwise: 1, in: 0...1e300),
          fan: try call.fan(),
          distribution: try call.oneOf(
            "shape",
            Initialization.Distribution.allCases,
            otherwise: .normal,
            \.word
          )
        )
      )
    },
    Function(
      "lecun",
      [],
      "LeCun: N(0, 1/n), n the fan-in.",
      examples: ["network(lecun(), width: 16, depth: 10)"]
    ) { _ throws(Failure) in .initialization(.lecun) },
    withGain("orthogonal", "A random rotation times the gain: it keeps lengths.") {
      .orthogonal(gain: $0)
    },
    Function(
      "sample",
      [
        .positional("distribution", "an initialisation"), .positional("rows", "fan-out"),
        .positional("columns", "fan-in"), .optional("seed", "which draw", otherwise: "1"),
      ],
      "One matrix drawn from an initialisation.",
      examples: ["sample(gaussian(gain: 1), 3, 3, seed: 7)"]
    ) { call throws(Failure) in
      let initialization = try call.initialization("distribution")
      let rows = try call.integer("rows", in: 1...100_000)
      let columns = try call.integer("columns", in: 1...100_000)
      let seed = try call.seed()
      // What a layer of a random network takes is known to the engine.
      let layer = try call.engine {
        try Network(
          initialization: initialization,
          widths: [columns, rows],
          activation: .linear,
          seed: seed
        )
      }
      let cells = Double(rows) * Double(columns)
      try call.spend(operations: layer.forwardCost.operations, bytes: 24 * cells)
      let checkpoint = call.meter.checkpoint
      return .matrix(
        try call.engine {
          try initialization.matrix(
            fanOut: rows,
            fanIn: columns,
            seed: seed,
            layer: 1,
            checkpoint: checkpoint
          )
        }
      )
    },
  ]

  static let formatFunctions: [Function] = [
    ofFormat("largest", "The largest finite number of a float format.", \.largestFinite),
    ofFormat(
      "smallest_normal",
      "The smallest number of a float format with all its digits.",
      \.smallestNormal
    ),
    ofFormat(
      "smallest_subnormal",
      "The smallest number above 0 of a float format.",
      \.smallestSubnormal
    ),
    Function(
      "rounded",
      [
        .positional("z", "a number or a vector"), .required("to", "a float format"),
      ],
      "The nearest number of a float format.",
      examples: ["rounded(1.1, to: bfloat16)"]
    ) { call throws(Failure) in
      let format = try call.format("to")
      let value = call.value("z")
      return try Elementwise.apply(value, &call) { number throws(Problem) in
        Extended(format.round(number))
      }
    },
  ]

  private static func ofFormat(
    _ name: String,
    _ summary: String,
    _ property: @escaping @Sendable (NumberFormat) -> Double
  ) -> Function {
    Function(
      name,
      [.positional("format", "float16, bfloat16, float32, float64, …")],
      summary,
      examples: ["\(name)(float16)"]
    ) { call throws(Failure) in .number(Extended(property(try call.format("format")))) }
  }
}

extension Call {
  fileprivate func slopeOfWeights() throws(Failure) -> Double {
    try double("slope", otherwise: 0, in: -1e100...1e100)
  }

  fileprivate func fan() throws(Failure) -> Initialization.Fan {
    try oneOf("fan", Initialization.Fan.allCases, otherwise: .fanIn, \.word)
  }

  /// One of several choices, by its name in quotes.
  func oneOf<Choice>(
    _ parameter: String,
    _ choices: [Choice],
    otherwise: Choice,
    _ name: (Choice) -> String
  ) throws(Failure) -> Choice {
    guard has(parameter) else { return otherwise }
    if case .text(let text) = value(parameter),
      let choice = choices.first(where: { name($0) == text })
    {
      return choice
    }
    let names = choices.map { "\"\(name($0))\"" }
    throw wrong(
      parameter,
      expected: listed(names, by: "or")
    )
  }

  func initialization(_ parameter: String) throws(Failure) -> Initialization {
    if let initialization = value(parameter).asInitialization { return initialization }
    throw wrong(parameter, expected: "an initialisation, such as gaussian(gain: 1)")
  }
}
