import DeepNetworks

/// Gradients against differences, and networks whose gradients are wrong.
extension BuiltIns {
  private static let net = Parameter.positional("net", "a network")
  private static let input = Parameter.positional("x", "its input, a vector")
  private static let example = "network(he(), widths: [2, 8, 8, 2], activation: relu)"
  private static let deep = "network(gaussian(), width: 4, depth: 9, activation: tanh)"

  static let checkingFunctions: [Function] = [
    Function(
      "gradient_check",
      [
        net, input,
        .optional(
          "loss",
          "J: sum, squared_error(target), cross_entropy(target)",
          otherwise: "sum"
        ),
        .optional("epsilon", "ε of the differences", otherwise: "1e-5"),
        .optional("sides", "1 for (J(W + εD) - J(W))/ε, 2 for both sides of W", otherwise: "2"),
        .optional(
          "format",
          "the float format that passes compute in",
          otherwise: "that of the figure, or none"
        ),
      ],
      "The gradients of back-propagation against differences of J, (J(W + εD) - J(W - εD))/2ε, for "
        + "each layer along a random D. Where both are below what rounding makes of a difference "
        + "they agree; a kink within the step is named, and an ε that is too small or too large. "
        + "All weights of a layer move at once, so that it takes two passes for a layer, not for each "
        + "weight. Which ε is good depends on sides and format: plot the error over it.",
      examples: [
        "gradient_check(\(example), [1, 2])",
        "gradient_check(\(example), [1, 2], loss: squared_error([1, 0]), epsilon: 1e-6).worst",
        "gradient_check(\(deep), [1, 2, 3, 4], sides: 1).error",
        "gradient_check(\(deep), [1, 2, 3, 4], epsilon: 0.01, format: float32).verdict",
        "plot gradient_check(\(deep), [1, 2, 3, 4], epsilon: 10^k).error over k in -12...0 "
          + "in float32, float64 on log",
      ],
      body: gradientCheck
    ),
    Function(
      "mistaken",
      [
        net, .optional("layer", "which layer's backward pass is wrong", otherwise: "drawn"),
        .optional(
          "kind",
          "\"slope\", \"transpose\", \"bias\" or \"factor\"",
          otherwise: "drawn"
        ),
        .optional("seed", "which draw of what isn't given", otherwise: "1"),
      ],
      "The network with a mistake in its backward pass, for somebody to find; its forward pass stays "
        + "right, and so do jacobian and largest_stable_rate. slope: dJ/dz[l] is dJ/da[l] times the "
        + "slope of sigmoid (of tanh where g is sigmoid). transpose: "
        + "dJ/da[l-1] is W[l] dJ/dz[l]. bias: dJ/db[l] is 0. factor: dJ/dW[l] is "
        + "twice as large. train and dJ_dW use what is wrong, and gradient_check finds it.",
      examples: [
        "gradient_check(mistaken(\(deep), layer: 7, kind: \"slope\"), [1, 2, 3, 4]).weights",
        "gradient_check(mistaken(\(deep), seed: 5), [1, 2, 3, 4]).verdict",
      ],
      body: mistaken
    ),
  ]

  @Sendable private static func mistaken(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.network("net")
    let layer = call.has("layer") ? try call.integer("layer", in: 1...network.depth) : nil
    var kind: Mistake.Kind?
    if call.has("kind") {
      kind = try call.oneOf("kind", Mistake.Kind.allCases, otherwise: .slope, \.word)
    }
    let seed = try call.seed()
    // Matrices that are given are looked at, whether one is its own transpose.
    var cells = 0.0
    if case .matrices = network.origin {
      for layer in 1...network.depth {
        cells += Double(network.width(of: layer)) * Double(network.width(of: layer - 1))
      }
    }
    try call.spend(operations: 20 * cells + 50 * Double(network.depth))
    return .network(
      try call.engine(at: call.has("layer") ? "layer" : "kind") {
        try network.mistaken(kind: kind, layer: layer, seed: seed)
      }
    )
  }

  // MARK: - Checking

  @Sendable private static func gradientCheck(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.network("net")
    let input = try call.input("x", for: network)
    let loss = try call.loss()
    let format = try format(call)
    let differences = try differences(call, format)
    let passes = (2 * Double(network.depth) + 2) * Double(try sides(call).rawValue)
    try call.spend(
      operations: passes * (network.forwardCost.operations + 1200 * Double(network.depth))
        + network.backwardCost.operations,
      bytes: 3 * network.forwardCost.bytes
    )
    let checkpoint = call.meter.checkpoint
    let check = try call.engine {
      try GradientCheck.run(
        network,
        at: input,
        loss: loss,
        by: differences,
        checkpoint: checkpoint
      )
    }
    return .record(Record("a gradient check", fields(check, network, format)))
  }

  /// That of the figure that it stands in, or its own.
  private static func format(_ call: Call) throws(Failure) -> NumberFormat? {
    guard call.has("format") else { return call.format }
    if call.format != nil {
      try call.refuse(["format"], goes: "where the figure has no formats of its own")
    }
    return try call.format("format")
  }

  private static func sides(_ call: Call) throws(Failure) -> GradientCheck.Sides {
    try call.integer("sides", in: 1...2, otherwise: 2) == 1 ? .one : .two
  }

  private static func differences(
    _ call: Call,
    _ format: NumberFormat?
  ) throws(Failure) -> GradientCheck.Differences {
    let epsilon = try call.number("epsilon", otherwise: Extended(1e-5))
    guard epsilon.isFinite, epsilon > .zero else {
      throw call.wrong(
        "epsilon",
        expected: "a number above 0, as the difference is divided by it",
        got: Rendering.number(epsilon)
      )
    }
    return GradientCheck.Differences(
      epsilon: try call.double("epsilon", otherwise: 1e-5, in: 1e-300...1e300),
      sides: try sides(call),
      format: format
    )
  }

  private static func fields(
    _ check: GradientCheck,
    _ network: Network,
    _ format: NumberFormat?
  ) -> [Record.Field] {
    let (verdict, meaning) = words(check, network, format)
    func list(_ numbers: [Double]) -> Value {
      .layers(PerLayer(first: 1, elements: numbers.map { .number(Extended($0)) }))
    }
    var fields = [
      Record.Field("verdict", .text(verdict), meaning),
      Record.Field("worst", check.worst, "the largest relative difference"),
      Record.Field("error", check.error, "the lecture's, of all of them as one vector"),
      Record.Field("weights", list(check.weights), "the relative difference of each W[l]"),
    ]
    let biases = check.biases.compactMap { $0 }
    if biases.count == network.depth {
      fields.append(Record.Field("biases", list(biases), "that of each b[l]"))
    }
    fields.append(Record.Field("input", check.input, "that of x"))
    return fields
  }

  /// A verdict, and what it rests on.
  private static func words(
    _ check: GradientCheck,
    _ network: Network,
    _ format: NumberFormat?
  ) -> (String, String) {
    switch check.verdict {
    case .great: ("great", "below 1e-7")
    case .acceptable: ("acceptable", "below 1e-5")
    case .suspicious: ("suspicious", "below 1e-3")
    case .wrong:
      (
        "wrong",
        "1e-3 or more: gradient and differences disagree, nearest to the output in "
          + (check.lastWrong.flatMap { $0 > 0 ? "layer \($0)" : nil } ?? "x")
      )
    case .kink(let kink):
      (
        "kink",
        "z[\(kink.entry)] of layer \(kink.layer) is within a step of "
          + "\(network.activation(of: kink.layer).name)'s kink, where there is no derivative"
      )
    case .stepTooSmall:
      ("epsilon too small", "rounding, divided by ε, is as large as what disagrees")
    case .stepTooLarge:
      ("epsilon too large", "what disagrees goes away with a shorter step: J bends within this one")
    case .notFinite:
      ("not finite", "J or a gradient is infinite or nan in \(format?.name ?? "its format")")
    }
  }
}

extension Mistake.Kind {
  /// As `mistaken` takes it.
  fileprivate var word: String {
    switch self {
    case .slope: "slope"
    case .transpose: "transpose"
    case .bias: "bias"
    case .factor: "factor"
    }
  }
}
