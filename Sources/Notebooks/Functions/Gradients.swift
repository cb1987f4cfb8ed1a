import DeepNetworks

/// Back-propagation: the derivatives of a loss J by everything in the network.
extension BuiltIns {
  private static let parameters: [Parameter] = [
    .positional("net", "a network"),
    .positional("x", "its input, a vector"),
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

  private static func backward(_ call: inout Call) throws(Failure) -> (Network, Gradients) {
    let network = try call.network("net")
    let pass = try call.forward(network, try call.input("x", for: network))
    let scale = try call.double("loss_scale", otherwise: 1, in: 1e-300...1e300)
    try call.spend(pass: network, network.backwardCost)
    let loss = try call.loss()
    let checkpoint = call.meter.checkpoint
    let gradients = try call.engine {
      try network.sharing(call.meter.shared?.work)
        .backward(pass, loss: loss, lossScale: scale, checkpoint: checkpoint)
    }
    return (network, gradients)
  }

  private static func list(
    _ symbol: String,
    first: Int,
    _ summary: String,
    examples: [String],
    _ pick: @escaping @Sendable (Gradients) -> [Value]
  ) -> Function {
    Function(symbol, parameters + ofFormats, summary, examples: examples + inFormat(symbol)) {
      call throws(Failure) in
      let gradients = try backward(&call).1
      return .layers(PerLayer(symbol: symbol, first: first, elements: pick(gradients)))
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
    ) { $0.dA.map(Value.vector) },
    list(
      "dJ_dz",
      first: 1,
      "dJ/dz[1] … dJ/dz[L]: how J changes with each layer's weighted sum.",
      examples: ["dJ_dz(\(example), [1, 1])", "dJ_dz(\(example), [1, 1], loss: sum)"]
    ) { $0.dZ.map(Value.vector) },
    list(
      "dJ_dW",
      first: 1,
      "dJ/dW[1] … dJ/dW[L]: the gradient that training uses, a matrix per layer.",
      examples: [
        "norm(dJ_dW(\(example), [1, 1]))", "dJ_dW(\(example), [1, 1], loss: squared_error([1, 0]))",
      ]
    ) { $0.dW.map(Value.matrix) },
    list(
      "dJ_db",
      first: 1,
      "dJ/db[1] … dJ/db[L]: the gradient by the biases.",
      examples: [
        "dJ_db(\(example), [1, 1])", "dJ_db(\(example), [1, 1], loss: cross_entropy([1, 0]))",
      ]
    ) { $0.dB.map(Value.vector) },
    Function(
      "dJ_dx",
      parameters + ofFormats,
      "dJ/dx: how J changes with the input.",
      examples: [
        "dJ_dx(\(example), [1, 1])", "dJ_dx(\(example), [1, 1], loss: squared_error([1, 0]))",
        "plot dJ_dx(\(example), [1, 1], loss_scale: 1024, flush: true) in float16",
      ]
    ) { call throws(Failure) in .vector(try backward(&call).1.dA[0]) },
    Function(
      "loss",
      parameters,
      "J itself, for the network's output.",
      examples: [
        "loss(\(example), [1, 1])", "loss(\(example), [1, 1], loss: squared_error([5, 5]))",
      ]
    ) { call throws(Failure) in
      let network = try call.network("net")
      let output = try call.forward(network, try call.input("x", for: network)).output
      let loss = try call.loss()
      return .number(
        try call.engine(at: "loss") { try Arithmetic.inRange(try loss.value(of: output)) }
      )
    },
    Function(
      "squared_error",
      [.positional("target", "what ŷ should be, a vector")],
      "The loss ½‖ŷ − target‖².",
      examples: ["loss(\(example), [1, 1], loss: squared_error([5, 5]))"]
    ) { call throws(Failure) in .loss(.squaredError(target: try call.vector("target"))) },
    Function(
      "cross_entropy",
      [.positional("target", "probabilities of the classes, a vector")],
      "The loss of softmax(ŷ) against a target: −Σ target · ln softmax(ŷ).",
      examples: ["loss(\(example), [1, 1], loss: cross_entropy([1, 0]))"]
    ) { call throws(Failure) in .loss(.crossEntropy(target: try call.vector("target"))) },
  ]
}

extension Call {
  /// The loss asked for; `sum` may be given as the function's name.
  func loss() throws(Failure) -> Loss {
    guard has("loss") else { return .sum }
    let given = value("loss")
    if case .loss(let loss) = given { return loss }
    if given.nameOfBuiltIn == "sum" { return .sum }
    throw wrong("loss", expected: "sum, squared_error(target) or cross_entropy(target)")
  }
}
