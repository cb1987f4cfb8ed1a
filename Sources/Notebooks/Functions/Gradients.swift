import DeepNetworks

/// Back-propagation: the derivatives of a loss J by everything in the network.
extension BuiltIns {
  private static let parameters: [Parameter] = [
    .positional("net", "a network"),
    .positional("x", "its input, a vector, or several as the rows of a matrix"),
    .optional(
      "loss",
      "J: sum (of the entries of ŷ), squared_error(target), cross_entropy(target)",
      otherwise: "sum"
    ),
  ]

  /// What counts in a float format only.
  private static let ofFormats: [Parameter] = [
    .optional(
      "flush",
      "whether a float format's subnormal numbers become 0, true or false",
      otherwise: "false"
    ),
    .optional(
      "loss_scale",
      "what J is multiplied by before a float format rounds, and divided by after",
      otherwise: "1"
    ),
  ]

  /// The gradients of one input, or of several together.
  private enum Found {
    case one(Gradients)
    case several(JointGradients)

    /// The vectors of each layer, of several samples as the rows of matrices.
    func vectors(_ pick: (Gradients) -> VectorList) -> [Value] {
      switch self {
      case .one(let gradients): return pick(gradients).map(Value.vector)
      case .several(let joint):
        let lists = joint.samples.map(pick)
        return lists[0].indices.map { layer in .matrix(Matrix(rows: lists.map { $0[layer] })) }
      }
    }

    /// dJ/dW of each layer.
    var weights: [Value] {
      switch self {
      case .one(let gradients): gradients.dW.map(Value.matrix)
      case .several(let joint): joint.samples[0].dW.indices.map { .matrix(joint.dW($0 + 1)) }
      }
    }

    /// dJ/db of each layer.
    var biases: [Value] {
      switch self {
      case .one(let gradients): gradients.dB.map(Value.vector)
      case .several(let joint): joint.samples[0].dB.indices.map { .vector(joint.dB($0 + 1)) }
      }
    }
  }

  private static func backward(_ call: inout Call) throws(Failure) -> Found {
    let network = try call.network("net")
    let given = try call.given("x", for: network)
    let scale = try call.double("loss_scale", otherwise: 1, in: 1e-300...1e300)
    let loss = try call.loss()
    switch given {
    case .one(let x):
      let pass = try call.forward(network, x)
      try call.spend(pass: network, network.backwardCost)
      let checkpoint = call.meter.checkpoint
      return .one(
        try call.engine {
          try network.sharing(call.meter.shared?.work)
            .backward(pass, loss: loss, lossScale: scale, checkpoint: checkpoint)
        }
      )
    case .samples(let samples):
      let losses = try call.engine(at: "loss") { try loss.losses(samples.count) }
      let pass = try call.forward(network, samples)
      try call.spend(network.jointCost(samples: samples.count).backward)
      let checkpoint = call.meter.checkpoint
      return .several(
        try call.engine {
          try network.backward(pass, losses: losses, lossScale: scale, checkpoint: checkpoint)
        }
      )
    }
  }

  private static func list(
    _ symbol: String,
    first: Int,
    _ summary: String,
    examples: [String],
    _ pick: @escaping @Sendable (Found) -> [Value]
  ) -> Function {
    Function(symbol, parameters + ofFormats, summary, examples: examples + inFormat(symbol)) {
      call throws(Failure) in
      let found = try backward(&call)
      if case .several(let joint) = found {
        // What is added up over the samples, entry by entry.
        let entries = joint.samples[0].dW.reduce(0.0) { $0 + $1.extent.entries }
        try call.spend(operations: 40 * entries * Double(joint.samples.count), bytes: 16 * entries)
      }
      return .layers(PerLayer(symbol: symbol, first: first, elements: pick(found)))
    }
  }

  private static func inFormat(_ symbol: String) -> [String] {
    ["table rms(\(symbol)(\(example), [1, 1], loss_scale: 1024, flush: true)) in float16"]
  }

  private static let example = "network(1.5*identity(2), depth: 5, last: identity(2))"

  static let gradientFunctions: [Function] = [
    list(
      "dJ_da",
      first: 0,
      "dJ/da[0] … dJ/da[L]: how J changes with what each layer passes on; dJ/da[0] is dJ/dx.",
      examples: [
        "dJ_da(\(example), [1, 1])",
        "norm(dJ_da(\(example), [1, 1], loss: squared_error([1, 0])))",
      ]
    ) { $0.vectors { $0.dA } },
    list(
      "dJ_dz",
      first: 1,
      "dJ/dz[1] … dJ/dz[L]: how J changes with each layer's weighted sum.",
      examples: ["dJ_dz(\(example), [1, 1])", "dJ_dz(\(example), [1, 1], loss: sum)"]
    ) { $0.vectors { $0.dZ } },
    list(
      "dJ_dW",
      first: 1,
      "dJ/dW[1] … dJ/dW[L]: the gradient that training uses, a matrix per layer.",
      examples: [
        "norm(dJ_dW(\(example), [1, 1]))", "dJ_dW(\(example), [1, 1], loss: squared_error([1, 0]))",
      ]
    ) { $0.weights },
    list(
      "dJ_db",
      first: 1,
      "dJ/db[1] … dJ/db[L]: the gradient by the biases.",
      examples: [
        "dJ_db(\(example), [1, 1])", "dJ_db(\(example), [1, 1], loss: cross_entropy([1, 0]))",
      ]
    ) { $0.biases },
    Function(
      "dJ_dx",
      parameters + ofFormats,
      "dJ/dx: how J changes with the input.",
      examples: [
        "dJ_dx(\(example), [1, 1])", "dJ_dx(\(example), [1, 1], loss: squared_error([1, 0]))",
        "plot dJ_dx(\(example), [1, 1], loss_scale: 1024, flush: true) in float16",
      ]
    ) { call throws(Failure) in try backward(&call).vectors { $0.dA }[0] },
    Function(
      "loss",
      parameters,
      "J itself, for the network's output; of several samples the mean.",
      examples: [
        "loss(\(example), [1, 1])", "loss(\(example), [1, 1], loss: squared_error([5, 5]))",
      ]
    ) { call throws(Failure) in
      let network = try call.network("net")
      let outputs: [Vector]
      switch try call.given("x", for: network) {
      case .one(let x): outputs = [try call.forward(network, x).output]
      case .samples(let samples):
        outputs = try call.forward(network, samples).samples.map(\.output)
      }
      let loss = try call.loss()
      return .number(
        try call.engine(at: "loss") {
          let losses = try loss.losses(outputs.count)
          let sum = try zip(losses, outputs).reduce(Extended.zero) { try $0 + $1.0.value(of: $1.1) }
          return try Arithmetic.inRange(outputs.count == 1 ? sum : sum / Extended(outputs.count))
        }
      )
    },
    Function(
      "squared_error",
      [.positional("target", "what ŷ should be, a vector, or a row for each of several samples")],
      "The loss ½‖ŷ − target‖².",
      examples: ["loss(\(example), [1, 1], loss: squared_error([5, 5]))"]
    ) { call throws(Failure) in .loss(try call.targeted { .squaredError(target: $0) }) },
    Function(
      "cross_entropy",
      [
        .positional("target", "probabilities of the classes, a vector, or a row for each sample")
      ],
      "The loss of softmax(ŷ) against a target: −Σ target · ln softmax(ŷ).",
      examples: ["loss(\(example), [1, 1], loss: cross_entropy([1, 0]))"]
    ) { call throws(Failure) in .loss(try call.targeted { .crossEntropy(target: $0) }) },
  ]
}

extension Call {
  /// A loss against a target, or against one for each of several samples.
  fileprivate func targeted(_ loss: (Vector) -> Loss) throws(Failure) -> Loss {
    guard case .matrix(let matrix) = value("target").operand else {
      return loss(try vector("target"))
    }
    guard Double(matrix.rows) * Double(matrix.columns) <= 1e7 else {
      throw wrong("target", expected: "a vector, or a matrix of at most 10 million entries")
    }
    return .each((0..<matrix.rows).map { loss(matrix.row($0)) })
  }

  /// The loss asked for; `sum` may be given as the function's name.
  func loss() throws(Failure) -> Loss {
    guard has("loss") else { return .sum }
    let given = value("loss")
    if case .loss(let loss) = given { return loss }
    if given.nameOfBuiltIn == "sum" { return .sum }
    throw wrong("loss", expected: "sum, squared_error(target) or cross_entropy(target)")
  }
}
