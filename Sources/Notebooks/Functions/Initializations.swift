import DeepNetworks

/// Distributions that random weights are drawn from.
enum Initializations {
  /// What the bare name means: `network(he, …)` is `network(he(), …)`.
  static let byName: [String: Initialization] = [
    "gaussian": .gaussian(gain: 1), "xavier": .xavierNormal(gain: 1),
    "xavier_uniform": .xavierUniform(gain: 1), "he": .he(slope: 0), "lecun": .lecun,
    "orthogonal": .orthogonal(gain: 1),
  ]
}

extension BuiltIns {
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
    withGain("gaussian", "Weights from N(0, gain²/n), n the fan-in.") { .gaussian(gain: $0) },
    withGain("xavier", "Xavier (Glorot): N(0, 2 gain²/(fan-in + fan-out)).") {
      .xavierNormal(gain: $0)
    },
    withGain("xavier_uniform", "Xavier (Glorot), uniform with the same variance.") {
      .xavierUniform(gain: $0)
    },
    Function(
      "he",
      [.optional("slope", "of leaky_relu below 0", otherwise: "0")],
      "He: N(0, 2/((1 + slope²) n)), n the fan-in; made for relu.",
      examples: [
        "network(he(), width: 16, depth: 10, activation: relu)",
        "network(he(slope: 0.2), width: 16, depth: 10, activation: leaky_relu, slope: 0.2)",
      ]
    ) { call throws(Failure) in
      .initialization(.he(slope: try call.double("slope", otherwise: 0)))
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
      return .matrix(
        try call.engine {
          try initialization.matrix(fanOut: rows, fanIn: columns, seed: seed, layer: 1)
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
  func initialization(_ parameter: String) throws(Failure) -> Initialization {
    switch value(parameter) {
    case .initialization(let initialization): return initialization
    case .builtIn(let name):
      if let initialization = Initializations.byName[name] { return initialization }
    case .number, .truth, .text, .range, .vector, .matrix, .network, .layers, .never, .function,
      .format, .loss, .document, .record:
      break
    }
    throw wrong(parameter, expected: "an initialisation, such as gaussian(gain: 1)")
  }
}
