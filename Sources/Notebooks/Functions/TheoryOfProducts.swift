import DeepNetworks

/// Theory in closed form: products of random matrices, finite width, learning curves.
extension BuiltIns {
  private static let layers = Parameter.required("layers", "D, the number of weight layers")
  private static let strength = Parameter.required("strength", "s, that of the mode in the data")
  private static let start = Parameter.required("start", "u₀, the product of the weights at first")
  private static let mode = [layers, strength, start]
  private static let setting = "layers: 2, strength: 3, start: 0.001"

  static let productTheoryFunctions: [Function] = [
    Function(
      "fuss_catalan",
      [.positional("k", "which moment"), .required("depth", "L, the number of factors")],
      "The k-th moment of the squared singular values of a product of L wide Gaussian matrices, "
        + "entries N(0, 1/n).",
      examples: ["fuss_catalan(2, depth: 150)"]
    ) { call throws(Failure) in
      let k = try call.integer("k", in: 0...1000)
      let depth = try call.integer("depth", in: 1...Networks.deepest)
      try call.spend(operations: 100 * Double(k))
      return .number(
        try call.engine { try Arithmetic.inRange(GaussianProducts.moment(k, depth: depth)) }
      )
    },
    Function(
      "spectrum_edge",
      [.required("depth", "L, the number of factors")],
      "The largest squared singular value of such a product, (L + 1)^(L + 1)/L^L.",
      examples: ["spectrum_edge(depth: 150)"]
    ) { call throws(Failure) in
      let depth = try call.integer("depth", in: 1...Networks.deepest)
      return .number(GaussianProducts.edge(depth: depth))
    },
    Function(
      "gaussian_lyapunov",
      [.positional("width", "n, rows and columns of each factor")],
      "The Lyapunov exponents of products of n × n Gaussian matrices, entries N(0, 1/n), in nats "
        + "per layer (Newman 1986).",
      examples: ["gaussian_lyapunov(4)"]
    ) { call throws(Failure) in
      let width = try call.integer("width", in: 1...100_000)
      try call.spend(operations: 200 * Double(width), bytes: Extent.perValue * Double(width))
      let exponents = GaussianProducts.lyapunovExponents(width: width)
      return .layers(.numbered("λ", exponents.map { Extended($0) }))
    },
    Function(
      "finite_width",
      [
        .positional("g", "linear or relu"), .required("width", "n, units in each layer"),
        .required("depth", "L, the number of layers"),
      ],
      "What a layer of n units does to ‖a‖² besides its mean of 1: its moments, and the typical "
        + "size after L layers, with the gain that keeps the mean (Hanin 2018).",
      examples: ["finite_width(relu, width: 32, depth: 150)"]
    ) { call throws(Failure) in
      let kind: FiniteWidth.Kind
      switch call.value("g").nameOfBuiltIn {
      case "linear": kind = .linear
      case "relu": kind = .relu
      default: throw call.wrong("g", expected: "linear or relu")
      }
      let width = try call.integer("width", in: 1...100_000)
      let depth = try call.integer("depth", in: 1...Networks.deepest)
      try call.spend(operations: 500 * Double(width))
      return .record(finiteWidth(FiniteWidth(kind, width: width), depth))
    },
    Function(
      "saxe_time",
      [.positional("to", "u, from start to below strength")] + mode,
      "The time in which gradient flow brings a deep linear network's mode from u₀ to u (Saxe "
        + "2013); divided by the rate it is the number of steps.",
      examples: ["saxe_time(1.5, \(setting))"]
    ) { call throws(Failure) in
      let saxe = try call.saxe()
      try call.spend(operations: 1e5)
      guard let time = saxe.time(to: try call.number("to")) else {
        throw call.wrong("to", expected: "a number from start to below strength")
      }
      return .number(time)
    },
    Function(
      "saxe_curve",
      [.positional("t", "a time")] + mode,
      "u at a time: the exact learning curve of a deep linear network's mode.",
      examples: [
        "plot saxe_curve(t, \(setting)) over t in 0...2 by 0.25", "saxe_curve(1, \(setting))",
      ]
    ) { call throws(Failure) in
      let saxe = try call.saxe()
      // A search for one or two layers is none.
      try call.spend(operations: saxe.layers > 2 ? 1e6 : 1e4)
      return .number(saxe.value(at: try call.number("t", in: 0...1e300)))
    },
    Function(
      "saxe_steps",
      [.positional("to", "u, from start to below strength")] + mode
        + [.required("rate", "the learning rate")],
      "How many steps of gradient descent it takes until the product of D equal weights is u.",
      examples: ["saxe_steps(1.5, \(setting), rate: 0.001)"],
      body: saxeSteps
    ),
    Function(
      "saxe_rate",
      [layers, strength],
      "The largest rate at which gradient descent settles: 2/(D s^(2 - 2/D)).",
      examples: ["saxe_rate(layers: 150, strength: 2)"]
    ) { call throws(Failure) in
      let layers = try call.integer("layers", in: 1...Networks.deepest)
      let strength = try call.number("strength", in: 1e-6...1e6)
      return .number(Saxe.largestStableRate(layers: layers, strength: strength))
    },
  ]

  @Sendable private static func saxeSteps(_ call: inout Call) throws(Failure) -> Value {
    let saxe = try call.saxe()
    let to = try call.number("to")
    let rate = try call.double("rate", in: 1e-12...1e12)
    guard let time = saxe.time(to: to) else {
      throw call.wrong("to", expected: "a number from start to below strength")
    }
    // Gradient flow takes time/rate steps, descent about as many; twice that is never.
    let expected = time.double / rate
    try call.spend(operations: (expected + 100) * saxe.operationsPerStep)
    let checkpoint = call.meter.checkpoint
    let limit = Int(2 * expected) + 100
    let found = try call.engine {
      try saxe.steps(to: to.double, rate: rate, limit: limit, checkpoint: checkpoint)
    }
    guard let steps = found else { return .never(.search(last: limit)) }
    return .number(Extended(steps))
  }

  private static func finiteWidth(_ theory: FiniteWidth, _ depth: Int) -> Record {
    let logarithm = theory.logarithm
    let typical = theory.typicalNorm(depth: depth)
    let (name, gain) = theory.kind == .relu ? ("relu", "N(0, 2/n)") : ("linear", "N(0, 1/n)")
    return Record(
      "the finite width of \(name)",
      detail: "n = \(theory.width), L = \(depth), W ~ \(gain)",
      [
        Record.Field("second", theory.secondMoment, "E r² of a layer, r its factor of ‖a‖²"),
        Record.Field(
          "second_of_all",
          .number(theory.secondMoment(depth: depth)),
          "E r² of all L layers together"
        ),
        Record.Field("log_mean", logarithm.mean, "E ln r of a layer that lives"),
        Record.Field("log_variance", logarithm.variance, "Var ln r"),
        Record.Field("typical", typical.log10, "log10 of the typical ‖a[L]‖/‖a[0]‖"),
        Record.Field("spread", typical.deviation, "its standard deviation in decades"),
        Record.Field("dead", .number(theory.deadProbability), "P(all units of a layer are 0)"),
        Record.Field(
          "alive",
          .number(theory.aliveProbability(depth: depth)),
          "P(a signal gets through L layers)"
        ),
      ]
    )
  }
}

extension Call {
  fileprivate func saxe() throws(Failure) -> Saxe {
    let layers = try integer("layers", in: 1...Networks.deepest)
    let strength = try number("strength", in: 1e-6...1e6)
    let start = try number("start", in: 1e-300...1e6)
    guard let saxe = Saxe(layers: layers, strength: strength, start: start) else {
      throw wrong("start", expected: "a number above 0 and below strength")
    }
    return saxe
  }
}
