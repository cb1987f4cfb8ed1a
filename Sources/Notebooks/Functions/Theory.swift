import DeepNetworks
import TerminalText

/// What the theory of random networks asks for and costs.
enum Theory {
  static let slope = Parameter.optional("slope", "of leaky_relu below 0", otherwise: "0.01")
  static let weightDeviation = Parameter.required(
    "weight_deviation",
    "σ_w: weights are N(0, σ_w²/n)"
  )
  static let biasDeviation = Parameter.optional(
    "bias_deviation",
    "σ_b: biases are N(0, σ_b²)",
    otherwise: "0"
  )

  /// Beyond these an integral over two normals would miss the steps of tanh.
  static let deviations = 0.0...20.0

  /// A Gaussian integral takes about 500 values of the activation, counted in instructions.
  static let perIntegral = 1e5
  /// The same in closed form, for relu and its kin.
  static let perClosed = 3e4
  /// A search for a fixed point takes about so many integrals where they have no closed form.
  static let searching = 100.0

  /// What the search for a fixed point takes; relu and its kin have it in closed form.
  static func search(_ activation: Activation) -> Double {
    activation.slopeBelowZero == nil ? searching * perIntegral : perClosed
  }

  /// An integral over two normals takes a grid, finer for a larger variance, or panels that meet at
  /// the kink of selu and elu, row by row.
  static func perPair(_ activation: Activation, _ q: Double) -> Double {
    if activation.slopeBelowZero != nil { return perClosed }
    if activation.isIntegratedOnPanels { return 6e7 }
    let across = 18 / max(min(0.125, 0.28 / max(q, 1e-9).squareRoot()), 0.009)
    return 80 * across * across
  }
}

extension Call {
  /// An activation that is required, `g`.
  func theActivation() throws(Failure) -> Activation {
    _ = try double("slope", otherwise: 0, in: -100...100)
    return try activation("g", slope: slope())
  }

  /// A number of ordinary range within bounds that a message can name.
  func double(
    _ parameter: String,
    otherwise: Double? = nil,
    in range: ClosedRange<Double>
  ) throws(Failure) -> Double {
    if let otherwise, !has(parameter) { return otherwise }
    return try number(parameter, in: range).double
  }

  /// The same with all its digits.
  func number(_ parameter: String, in range: ClosedRange<Double>) throws(Failure) -> Extended {
    guard case .number(let number) = value(parameter), number.isFinite,
      range.contains(number.double)
    else {
      throw wrong(
        parameter,
        expected: "a number from \(Rendering.number(Extended(range.lowerBound), digits: 6)) to "
          + Rendering.number(Extended(range.upperBound), digits: 6)
      )
    }
    return number
  }

  func truth(_ parameter: String, otherwise: Bool) throws(Failure) -> Bool {
    guard has(parameter) else { return otherwise }
    guard case .truth(let truth) = value(parameter) else {
      throw wrong(parameter, expected: "true or false")
    }
    return truth.holds
  }

  /// σ_b², given by itself or by its root.
  fileprivate func biasVariance() throws(Failure) -> Double {
    guard has("bias_variance") else {
      let deviation = try double("bias_deviation", otherwise: 0, in: 0...1e3)
      return deviation * deviation
    }
    try refuse(["bias_deviation"], goes: "without bias_variance")
    return try double("bias_variance", in: 0...1e6)
  }

  /// The mean field asked for, and what is going to be looked for in it.
  mutating func meanField(isSearching: Bool = true) throws(Failure) -> MeanField {
    let weights = try number("weight_deviation", in: Theory.deviations)
    let biases = try double("bias_deviation", otherwise: 0, in: Theory.deviations)
    let theActivation = try theActivation()
    let field = MeanField(
      theActivation,
      exactWeightVariance: weights * weights,
      biasVariance: biases * biases
    )
    let isShort = !isSearching || field.mayFallToZero
    try spend(operations: isShort ? 2 * Theory.perIntegral : Theory.search(theActivation))
    return field
  }

  /// q*, or a failure that says where the variance goes.
  func fixedPoint(_ field: MeanField) throws(Failure) -> Double {
    switch field.fixedPoint {
    case .settles(let q): return q
    case .neutral: return 1
    case .grows:
      throw failure(.value(.noFixedPoint(activation: field.activation.name)))
    }
  }
}

/// The theory of infinitely wide random networks.
extension BuiltIns {
  private static let g = Parameter.positional("g", "an activation, such as tanh")

  static let theoryFunctions: [Function] = [
    Function(
      "mean_field",
      [g, Theory.weightDeviation, Theory.biasDeviation, Theory.slope],
      "What mean-field theory says of a wide random network far from its input (Poole 2016, "
        + "Schoenholz 2017).",
      examples: [
        "m = mean_field(tanh, weight_deviation: 1.3, bias_deviation: 0.3)", "m.chi",
        "mean_field(leaky_relu, weight_deviation: 1.2, slope: 0.2).phase",
        "plot mean_field(tanh, weight_deviation: w).chi over w in 0.5...2 by 0.25",
      ],
      body: meanField
    ),
    Function(
      "variance_map",
      [
        g, .positional("q", "the variance of a layer's z"), Theory.weightDeviation,
        Theory.biasDeviation, Theory.slope,
      ],
      "The next layer's variance, σ_w² E g(√q u)² + σ_b² for u ~ N(0, 1).",
      examples: [
        "variance_map(tanh, 1, weight_deviation: 1.3, bias_deviation: 0.3)",
        "variance_map(leaky_relu, 1, weight_deviation: 1.3, slope: 0.2)",
      ]
    ) { call throws(Failure) in
      let q = try call.double("q", in: 0...1e12)
      let field = try call.meanField(isSearching: false)
      return .number(Extended(field.variance(after: q)))
    },
    Function(
      "correlation_map",
      [
        g, .positional("c", "the correlation of two inputs at a layer, -1 to 1"),
        Theory.weightDeviation, Theory.biasDeviation, Theory.slope,
      ],
      "Their correlation at the next layer, both inputs at the variance q*.",
      examples: [
        "correlation_map(tanh, 0.5, weight_deviation: 2.5, bias_deviation: 0.3)",
        "correlation_map(leaky_relu, 0.5, weight_deviation: 1.3, slope: 0.2)",
        "plot correlation_map(relu, c, weight_deviation: sqrt(2)), c over c in 0...1 by 0.125",
      ]
    ) { call throws(Failure) in
      let c = try call.double("c", in: -1...1)
      let field = try call.meanField()
      // Without biases the map of relu and its kin is the same at every variance.
      let q = field.isScaleFree ? 1 : try call.fixedPoint(field)
      guard field.variance(after: q) > 0 else {
        throw call.failure(.value(.noCorrelation))
      }
      try call.spend(operations: Theory.perPair(field.activation, q))
      if field.activation == .relu, field.isScaleFree, c < -0.5 {
        let opposite = try call.number("c") + .one
        return .number(Extended(MeanField.correlationOfRelu(above: opposite.double)))
      }
      return .number(Extended(field.correlation(after: c, at: q)))
    },
    Function(
      "edge_of_chaos",
      [
        g, Theory.biasDeviation,
        .optional("bias_variance", "σ_b², in place of bias_deviation", otherwise: "0"),
        Theory.slope,
      ],
      "σ_w² at which χ = 1: gradients neither vanish nor explode in a wide random network.",
      examples: [
        "edge_of_chaos(tanh, bias_deviation: 0.2)", "edge_of_chaos(tanh, bias_variance: 0.05)",
        "edge_of_chaos(relu)",
        "edge_of_chaos(leaky_relu, slope: 0.2)",
      ]
    ) { call throws(Failure) in
      let biases = try call.biasVariance()
      let activation = try call.theActivation()
      let still = MeanField(activation, weightVariance: 0, biasVariance: biases)
      let search =
        still.mayFallToZero ? 2 * Theory.perIntegral : 3 * Theory.searching * Theory.perIntegral
      try call.spend(
        operations: activation.slopeBelowZero == nil ? search : Theory.perClosed
      )
      guard let edge = MeanField.edgeOfChaos(activation, biasVariance: biases) else {
        throw call.failure(.value(.noEdge(activation: activation.name)))
      }
      return .number(Extended(edge.weightVariance))
    },
    Function(
      "moments",
      [g, .optional("variance", "q, that of z", otherwise: "1"), Theory.slope],
      "Gaussian integrals of an activation, E over z ~ N(0, q), and the gains that follow.",
      examples: [
        "moments(gelu)", "moments(tanh, variance: 0.5).slope_second",
        "moments(leaky_relu, slope: 0.2).gain",
      ]
    ) { call throws(Failure) in
      let activation = try call.theActivation()
      let variance = try call.double("variance", otherwise: 1, in: 0...1e12)
      let isClosed = activation.slopeBelowZero != nil
      try call.spend(operations: isClosed ? Theory.perClosed : 6 * Theory.perIntegral)
      return .record(moments(activation, variance))
    },
    Function(
      "spectrum_variance",
      [
        g, .optional("variance", "q, that of z", otherwise: "1"),
        .optional("orthogonal", "whether W is orthogonal, true or false", otherwise: "false"),
        Theory.slope,
      ],
      "Var(σ²) per layer of a wide Jacobian's singular values at χ = 1 (Pennington 2017); 0 is "
        + "dynamical isometry.",
      examples: [
        "spectrum_variance(relu)", "spectrum_variance(tanh, variance: 0.57, orthogonal: true)",
        "spectrum_variance(leaky_relu, slope: 0.2)",
      ]
    ) { call throws(Failure) in
      let activation = try call.theActivation()
      let variance = try call.double("variance", otherwise: 1, in: 0...1e12)
      let isOrthogonal = try call.truth("orthogonal", otherwise: false)
      try call.spend(operations: Theory.perIntegral)
      return .number(
        Extended(
          GradientGrowth.spectrumVariance(
            activation,
            variance: variance,
            orthogonal: isOrthogonal
          )
        )
      )
    },
    Function(
      "theory",
      [.positional("net", "a network of random weights"), .positional("x", "its input, a vector")],
      "What theory predicts for a wide network of these weights, to be drawn over what this one "
        + "does: .z and .a beside rms, .gradients beside rms(dJ_da(net, x)); for narrow linear and "
        + "relu layers also .typical, what a usual draw does.",
      examples: [
        "net = network(gaussian(gain: 1.5), width: 32, depth: 20, activation: tanh)",
        "t = theory(net, normal(32))", "plot rms(activations(net, normal(32))), t.a",
      ]
    ) { call throws(Failure) in
      let network = try call.network("net")
      return .record(try prediction(network, try call.input("x", for: network), &call))
    },
  ]

  @Sendable private static func meanField(_ call: inout Call) throws(Failure) -> Value {
    let (field, found) = try call.criticality()
    let phase =
      switch found.phase {
      case .ordered: "ordered"
      case .critical: "critical"
      case .chaotic: "chaotic"
      }
    let meaning =
      switch found.phase {
      case .ordered: "χ < 1: gradients vanish with depth"
      case .critical: "χ = 1: gradients keep their size"
      case .chaotic: "χ > 1: gradients explode with depth"
      }
    let weights = Rendering.number(Extended(field.weightVariance), digits: 6)
    let biases = Rendering.number(Extended(field.biasVariance), digits: 6)
    return .record(
      Record(
        "the mean field of \(field.activation.name)",
        detail: "σ_w² = \(weights), σ_b² = \(biases)",
        [
          // Bisected in doubles, the last of 15 digits is its rounding; near the edge more of them.
          Record.Field(
            "q",
            .number(
              found.isExact
                ? Extended(found.variance)
                : Extended(found.variance).rounded(
                  to: min(1e-14 * max(1, found.varianceDepth.magnitude), 0.05)
                )
            ),
            "q*, the variance z settles to"
          ),
          Record.Field("chi", found.chi, "χ, of squared gradients per layer"),
          Record.Field("phase", .text(phase), meaning),
          Record.Field("c", found.correlation, "c*, the correlation of two inputs"),
          Record.Field("slope", found.correlationSlope, "of the correlation map at c*"),
          Record.Field(
            "depth",
            .number(scale(found.correlationDepth, found)),
            "ξ_c: layers that c takes"
          ),
          Record.Field(
            "variance_depth",
            .number(scale(found.varianceDepth, found)),
            "ξ_q: layers that z takes"
          ),
          Record.Field(
            "gradient_depth",
            .number(scale(found.gradientDepth, found)),
            "-1/ln χ, in layers"
          ),
        ]
      )
    )
  }

  /// −1/ln of a factor per layer to the digits that it leaves.
  static func scale(_ depth: Double, _ found: Criticality) -> Extended {
    let depth = Extended(depth)
    return found.isExact ? depth : depth.rounded(to: 2e-14 * depth.abs().double)
  }

  private static func moments(_ activation: Activation, _ variance: Double) -> Record {
    let found = Moments(activation, variance: variance)
    let q = Rendering.number(Extended(variance), digits: 6)
    var fields = [
      Record.Field("mean", found.mean, "E g(z)"),
      Record.Field("second", found.second, "E g(z)²"),
      Record.Field("slope_second", found.slopeSecond, "E g′(z)²"),
      Record.Field("slope_fourth", found.slopeFourth, "E g′(z)⁴"),
    ]
    if found.second > 0 {
      fields += [
        Record.Field("gain", found.gain, "1/√E g², keeps the mean square of a at 1"),
        Record.Field("chi_at_gain", found.chiAtGain, "E g′²/E g², χ with that gain"),
      ]
    }
    if found.variance > 0 {
      fields.append(Record.Field("centred_gain", found.centredGain, "keeps the variance of a"))
    }
    return Record("the moments of \(activation.name)", detail: "z ~ N(0, \(q))", fields)
  }

  private static func prediction(
    _ network: Network,
    _ input: Vector,
    _ call: inout Call
  ) throws(Failure) -> Record {
    if let gap = NetworkTheory.gap(network, at: input) {
      throw call.failure(.value(.noTheory(gap)), at: "net")
    }
    let layers = Double(network.depth)
    try call.spend(
      operations: 3 * Theory.perIntegral * layers + 1e3 * Double(network.width(of: 1)),
      bytes: 8 * Extent.perValue * layers
    )
    let checkpoint = call.meter.checkpoint
    let theory = try call.engine { try NetworkTheory(network, at: input, checkpoint: checkpoint) }
    guard let theory else { throw call.failure(.value(.noTheory(.givenWeights)), at: "net") }
    for number in [theory.z.last, theory.gradients.first].compactMap({ $0 }) {
      _ = try call.engine { try Arithmetic.inRange(number) }
    }
    let depth = NumberText.grouped(network.depth)
    let name =
      switch theory.basis {
      case .exact: "the theory of a network of \(depth) layers, exact"
      case .wideLayers: "the theory of a wide network of \(depth) layers"
      }
    var fields = [
      Record.Field("z", list(theory.z, first: 1), "rms of z[1] … z[L]"),
      Record.Field("a", list(theory.a, first: 0), "rms of a[0] … a[L]"),
      Record.Field("gradients", list(theory.gradients, first: 0), "rms of dJ/da[0] … dJ/da[L]"),
    ]
    if let typical = theory.typical {
      fields += [
        Record.Field("typical", list(typical.a, first: 0), "the a of a usual draw at these widths"),
        Record.Field("spread", list(typical.spread, first: 0), "its deviation, in decades"),
      ]
      if let gradients = typical.gradients, let spread = typical.gradientSpread {
        fields += [
          Record.Field("typical_gradients", list(gradients, first: 0), "the same of gradients"),
          Record.Field("gradient_spread", list(spread, first: 0), "in decades"),
        ]
      }
    }
    return Record(name, fields)
  }

  private static func list(_ numbers: [Extended], first: Int) -> Value {
    .layers(PerLayer(first: first, elements: numbers.map(Value.number)))
  }

  private static func list(_ numbers: [Double], first: Int) -> Value {
    list(numbers.map { Extended($0) }, first: first)
  }
}
