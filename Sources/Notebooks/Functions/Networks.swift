import DeepNetworks

/// What the functions of networks share.
enum Networks {
  /// The deepest network that can be written.
  static let deepest = 1_000_000
  /// Bytes of random matrices that are kept from one pass to the next.
  static let mostKept = 1e9

  static func input(_ value: Value, for network: Network) throws(Problem) -> Vector {
    let vector: Vector
    switch value.operand {
    case .vector(let given): vector = given
    case .number(let number): vector = Vector([number])
    case .matrix, .layers, .never, .other:
      throw .name(
        .wrongArgument(
          "The input",
          function: "a network",
          expected: "a vector, such as [1, 1]",
          got: value.kind
        )
      )
    }
    guard vector.count == network.inputWidth else {
      throw .value(
        .product(
          left: "W[1]",
          rows: network.width(of: 1),
          columns: network.inputWidth,
          right: "a vector",
          size: vector.count
        )
      )
    }
    return vector
  }

  /// How passes go.
  struct Manner {
    var format: NumberFormat?
    var flushesToZero = false
    /// By which seed units are dropped; nil for none.
    var dropSeed: UInt64?
  }

  static func forward(
    _ network: Network,
    _ input: Vector,
    _ manner: Manner,
    _ meter: inout Meter
  ) throws(Problem) -> Forward {
    let isPlain = manner.format == nil && manner.dropSeed == nil
    try meter.spend(pass: network, from: isPlain ? input : nil, network.forwardCost)
    do {
      return try meter.sharing(network).forward(
        input,
        format: manner.format,
        flushToZero: manner.flushesToZero,
        droppingBy: manner.dropSeed,
        checkpoint: meter.checkpoint
      )
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  static func output(
    of network: Network,
    _ input: Vector,
    format: NumberFormat?,
    _ meter: inout Meter
  ) throws(Problem) -> Vector {
    guard format == nil else {
      return try forward(network, input, Manner(format: format), &meter).output
    }
    try meter.spend(pass: network, from: input, network.forwardCost)
    do {
      let shared = try meter.sharing(network)
      return try shared.output(input, checkpoint: meter.checkpoint)
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }
}

extension Networks {
  /// The outputs of networks that are as one but for their depth; nil where their layers differ.
  static func outputs(
    of network: Network,
    _ depths: [Int],
    _ input: Vector,
    _ meter: inout Meter
  ) throws(Problem) -> [Vector]? {
    try meter.spend(pass: network, from: input, network.forwardCost)
    try meter.spend(operations: network.lastCost.operations * Double(depths.count))
    do {
      let shared = try meter.sharing(network)
      return try shared.outputs(ofDepths: depths, input, checkpoint: meter.checkpoint)
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }
}

extension Call {
  func input(_ parameter: String, for network: Network) throws(Failure) -> Vector {
    do {
      return try Networks.input(value(parameter), for: network)
    } catch {
      throw failure(error, at: parameter)
    }
  }

  /// Announces that all matrices of a network are made; those that were given are there already.
  mutating func spend(drawing network: Network) throws(Failure) {
    let list = Double(network.depth)
    guard case .drawn = network.origin else {
      return try spend(operations: Meter.perEntry * list, bytes: Extent.perValue * list)
    }
    var cells = 0.0
    for layer in 1...network.depth {
      cells += Double(network.width(of: layer)) * Double(network.width(of: layer - 1))
    }
    try spend(
      operations: network.forwardCost.operations,
      bytes: 8 * cells + Extent.perValue * list
    )
  }

  /// The network with its random weights drawn once for so many passes, which are announced; a
  /// network whose matrices take much room draws them in every pass.
  mutating func drawnOnce(_ network: Network, for passes: Int) throws(Failure) -> Network {
    let (pass, drawing, count) = (network.forwardCost, network.drawingCost, Double(passes))
    guard case .drawn = network.origin, drawing.bytes <= Networks.mostKept else {
      try spend(operations: pass.operations * count, bytes: pass.bytes)
      return network
    }
    try spend(
      operations: drawing.operations + (pass.operations - drawing.operations) * count,
      bytes: pass.bytes + drawing.bytes
    )
    return try engine {
      try network.with(
        weights: (1...network.depth).map { network.weights($0) },
        biases: (1...network.depth).map { network.bias($0) }
      )
    }
  }

  /// The seed by which units are dropped, where one is given to a function that drops.
  func dropSeed(_ network: Network) throws(Failure) -> UInt64? {
    guard has("seed") else { return nil }
    guard network.dropsUnits else {
      throw failure(
        .name(
          .uselessArgument(
            "seed",
            function: "network",
            goes: "with a network that drops units, as of dropout: 0.5"
          )
        ),
        at: "seed"
      )
    }
    return try seed()
  }

  /// How passes of a network go in this call.
  private func manner(of network: Network) throws(Failure) -> Networks.Manner {
    // A seed of others draws something else.
    let isDrop = ["activations", "preactivations"].contains(function.name)
    return Networks.Manner(
      format: format,
      flushesToZero: has("flush") ? try truth("flush", otherwise: false) : false,
      dropSeed: isDrop ? try dropSeed(network) : nil
    )
  }

  mutating func forward(_ network: Network, _ input: Vector) throws(Failure) -> Forward {
    try forward(network) { manner, meter throws(Problem) in
      try Networks.forward(network, input, manner, &meter)
    }
  }

  /// Several samples through a network together.
  mutating func forward(_ network: Network, _ samples: [Vector]) throws(Failure) -> JointForward {
    try forward(network) { manner, meter throws(Problem) in
      try Networks.forward(network, samples, manner, &meter)
    }
  }

  private mutating func forward<Pass>(
    _ network: Network,
    _ pass: (Networks.Manner, inout Meter) throws(Problem) -> Pass
  ) throws(Failure) -> Pass {
    let manner = try manner(of: network)
    do throws(Problem) {
      return try pass(manner, &meter)
    } catch {
      throw failure(error)
    }
  }
}

extension BuiltIns {
  private static let net = Parameter.positional("net", "a network")
  private static let input = Parameter.positional("x", "its input, a vector")
  private static let inputs = Parameter.positional(
    "x",
    "its input, a vector, or several as the rows of a matrix"
  )
  private static let dropSeed = Parameter.optional(
    "seed",
    "which units a network with dropout drops, as the first step of a training does",
    otherwise: "none is dropped"
  )
  private static let flush = Parameter.optional(
    "flush",
    "whether a float format's subnormal numbers become 0, true or false",
    otherwise: "false"
  )

  static let networkFunctions: [Function] = [
    Function(
      "network",
      NetworkMaking.parameters,
      "A network: the lecture's, with the same matrix in every layer but the last, or one with "
        + "random weights.",
      examples: [
        "network(1.5*identity(2), depth: 20, last: identity(2))",
        "network(gaussian(gain: 1), width: 64, depth: 50, activation: tanh, seed: 7)",
        "network(he(), widths: [2, 8, 8, 1], activation: relu)",
        "network([[1, 2], [0, 1]], depth: 3, bias: [0.1, 0.1])",
        "network([[1, 2], [0, 1]], depth: 3, bias: [[0.1, 0.1], [0, 0.2], [0, 0]])",
        "network(he(), widths: [2, 8, 8, 8, 1], activation: [tanh, tanh, relu, linear])",
        "network(lecun, width: 16, depth: 10, inputs: 2, outputs: 1, bias_deviation: 0.1)",
        "network(xavier(), width: 8, depth: 5, activation: leaky_relu, slope: 0.2, last_activation: linear)",
        "network(he(), width: 8, depth: 50, activation: relu, residual: 1/sqrt(50), norm: true)",
        "network(he(), width: 8, depth: 50, activation: [relu, linear], residual: 0.2, block: 2, norm: \"pre\")",
        "network(he(), width: 8, depth: 10, activation: relu, norm: \"batch\")",
        "network(he(), widths: [2, 8, 8, 2], activation: relu, dropout: 0.5)",
      ],
      body: NetworkMaking.make
    ),
    Function(
      "weights",
      [net],
      "The weights W[1] … W[L] of a network, as a list by layer.",
      examples: ["W = weights(network(1.5*identity(2), depth: 3))", "W[3]*W[2]*W[1]*[1, 1]"]
    ) { call throws(Failure) in
      let network = try call.network("net")
      try call.spend(drawing: network)
      return .layers(
        PerLayer(
          symbol: "W",
          first: 1,
          elements: (1...network.depth).map { .matrix(network.weights($0)) }
        )
      )
    },
    Function(
      "biases",
      [net],
      "The biases b[1] … b[L] of a network, as a list by layer.",
      examples: ["biases(network(identity(2), depth: 2, bias: [0.1, 0]))"]
    ) { call throws(Failure) in
      let network = try call.network("net")
      let units = (1...network.depth).reduce(0) { $0 + Double(network.width(of: $1)) }
      try call.spend(
        operations: Meter.perEntry * (units + Double(network.depth)),
        bytes: 8 * units + Extent.perValue * Double(network.depth)
      )
      let elements = (1...network.depth).map { layer -> Value in
        .vector(network.bias(layer) ?? Vector.zeros(network.width(of: layer)))
      }
      return .layers(PerLayer(symbol: "b", first: 1, elements: elements))
    },
    Function(
      "activations",
      [net, inputs, flush, dropSeed],
      "a[0] = x, a[1] … a[L] = ŷ: what each layer passes on.",
      examples: [
        "a = activations(network(0.5*identity(2), depth: 4), [1, 1])", "a[3]", "rms(a)",
        "B = activations(network(0.5*identity(2), depth: 3, norm: \"batch\"), [[1, 1], [2, 3], [4, 0]])",
        "D = activations(network(0.5*identity(4), depth: 3, dropout: 0.5), ones(4), seed: 2)",
        "table rms(activations(network(0.5*identity(2), depth: 30), [1, 1], flush: true)) in float16",
      ]
    ) { call throws(Failure) in try call.layers("a", first: 0) { $0.a } },
    Function(
      "preactivations",
      [net, inputs, flush, dropSeed],
      "z[1] … z[L]: what each activation gets, z[l] = W[l] a[l-1] + b[l]; of norm: true or \"batch\", normed.",
      examples: [
        "preactivations(network(0.5*identity(2), depth: 4, activation: tanh), [1, 1])",
        "Z = preactivations(network(0.5*identity(4), depth: 3, dropout: 0.5), ones(4), seed: 2)",
        "table rms(preactivations(network(0.5*identity(2), depth: 30), [1, 1], flush: true)) in float16",
      ]
    ) { call throws(Failure) in try call.layers("z", first: 1) { $0.z } },
    Function(
      "depth",
      [net],
      "L, the number of weight matrices; the input is not counted.",
      examples: ["depth(network(identity(2), depth: 152))"]
    ) { call throws(Failure) in .number(Extended(try call.network("net").depth)) },
    Function(
      "widths",
      [net],
      "How many units each layer has, from the input on.",
      examples: ["widths(network(he(), widths: [2, 8, 1]))"]
    ) { call throws(Failure) in
      let network = try call.network("net")
      try call.spend(
        operations: Meter.perEntry * Double(network.depth),
        bytes: Extent.perValue * Double(network.depth)
      )
      let elements = (0...network.depth).map { Value.number(Extended(network.width(of: $0))) }
      return .layers(PerLayer(symbol: "n", first: 0, elements: elements))
    },
    Function(
      "derive",
      [net],
      "The derivation of ŷ line by line: z[1] = W[1] x, a[1] = z[1], … then with the values put in.",
      examples: ["derive(network(1.5*identity(2), depth: 3, last: identity(2)))"]
    ) { call throws(Failure) in
      let network = try call.network("net")
      try call.spend(operations: Derivation.operations(of: network))
      return .document(try call.engine { try Derivation(of: network).text() })
    },
  ]
}
