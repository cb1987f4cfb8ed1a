import DeepNetworks

extension Call {
  /// A Jacobian, with its singular values where they are known; a matrix is one of one factor.
  func jacobian(_ parameter: String) throws(Failure) -> (Jacobian, Spectrum?) {
    let given = value(parameter)
    if case .record(let record) = given, case .jacobian(let jacobian, let spectrum) = record.content
    {
      return (jacobian, spectrum)
    }
    if case .matrix(let matrix) = given {
      return (try engine(at: parameter) { try Jacobian(factors: [matrix]) }, nil)
    }
    throw wrong(parameter, expected: "a matrix, or a Jacobian such as jacobian(net, x)")
  }

  mutating func spectrum(_ parameter: String) throws(Failure) -> Spectrum {
    let (jacobian, known) = try jacobian(parameter)
    if let known { return known }
    do throws(Problem) {
      return try Jacobians.spectrum(jacobian, &meter)
    } catch {
      throw failure(error, at: parameter)
    }
  }

  /// dŷ/dx of a network, as a value.
  mutating func jacobian(of network: Network) throws(Failure) -> Record {
    let pass = try forward(network, try input("x", for: network))
    let bytes = network.forwardCost.bytes
    let shared = network.sharing(meter.shared?.work)
    let jacobian = try engine { try Jacobian(shared, at: pass) }
    do throws(Problem) {
      return try Jacobians.record(jacobian, bytes: bytes, &meter)
    } catch {
      throw failure(error)
    }
  }
}

extension PerLayer {
  /// Singular values, counted from 1; bounds where there is no more.
  static func singularValues(_ spectrum: Spectrum) -> PerLayer {
    PerLayer(
      symbol: "σ",
      first: 1,
      elements: spectrum.values.indices.map { Jacobians.value(spectrum, at: $0) },
      axis: .index
    )
  }

  /// Numbers of extended range, counted from 1.
  static func numbered(_ symbol: String, _ numbers: [Extended]) -> PerLayer {
    PerLayer(symbol: symbol, first: 1, elements: numbers.map(Value.number), axis: .index)
  }
}

/// Jacobians, their singular values and growth rates.
extension BuiltIns {
  private static let net = Parameter.positional("net", "a network")
  private static let input = Parameter.positional("x", "its input, a vector")
  private static let factored = Parameter.positional("J", "a Jacobian or a matrix")
  private static let cat = "jacobian(network([[2, 1], [1, 1]], depth: 150), [1, 1])"

  static let jacobianFunctions: [Function] = [
    Function(
      "jacobian",
      [net, input],
      "dŷ/dx at an input: how the output changes with the input. It keeps its factors, one per "
        + "layer, so that its small singular values are right; J*v and J[1, 2] are those of its "
        + "entries.",
      examples: [
        "J = jacobian(network(gaussian(), width: 8, depth: 20, activation: tanh), normal(8))",
        "J*ones(8)", "J[1, 2]",
      ]
    ) { call throws(Failure) in
      .record(try call.jacobian(of: try call.network("net")))
    },
    Function(
      "layer_jacobian",
      [net, input, .positional("l", "a layer, 1 to L")],
      "da[l]/da[l-1] = diag(g′(z[l])) W[l]: the factor that layer l puts into the Jacobian; of a block "
        + "of layers under one skip, where l is its last, da[l]/da[l-k].",
      examples: [
        "layer_jacobian(network(2*identity(2), depth: 3, activation: tanh), [1, 0], 2)"
      ]
    ) { call throws(Failure) in
      let network = try call.network("net")
      let layer = try call.integer("l", in: 1...network.depth)
      let pass = try call.forward(network, try call.input("x", for: network))
      let jacobian = try call.engine { try Jacobian(network, at: pass) }
      let (factor, layers) = jacobian.factor(ofLayer: layer)
      guard layer == layers.upperBound else {
        throw call.failure(.value(.insideBlock(layer, layers)), at: "l")
      }
      let cells = Double(network.width(of: layer)) * Double(network.width(of: layer - 1))
      let products = 2 * cells * Double(network.width(of: layer)) * Double(layers.count - 1)
      try call.spend(operations: 30 * cells + products, bytes: 16 * cells)
      let checkpoint = call.meter.checkpoint
      return .matrix(
        try call.engine {
          try Arithmetic.inRange(try jacobian.factor(factor, checkpoint: checkpoint))
        }
      )
    },
    Function(
      "singular_values",
      [
        factored, .optional("largest", "so many of the largest, by iteration", otherwise: "all"),
        .optional("smallest", "so many of the smallest, by iteration", otherwise: "all"),
      ],
      "σ[1] ≥ σ[2] ≥ …: by how much a matrix stretches in each of its directions. Those of a "
        + "Jacobian are right to ten digits at any depth, the smallest too; where rounding an entry "
        + "changes one by as much as itself, a bound stands for it.",
      examples: [
        "singular_values(\(cat))", "singular_values([[3, 0], [4, 5]])",
        "singular_values(\(cat), largest: 1)", "singular_values(\(cat), smallest: 1)",
      ]
    ) { call throws(Failure) in
      guard call.has("largest") || call.has("smallest") else {
        return .layers(.singularValues(try call.spectrum("J")))
      }
      return .layers(.singularValues(try extremes(&call)))
    },
    Function(
      "rank",
      [factored],
      "How many singular values are not 0.",
      examples: ["rank([[1, 2], [2, 4]])", "rank(\(cat))"]
    ) { call throws(Failure) in
      let spectrum = try call.spectrum("J")
      if let first = spectrum.undetermined.min() {
        throw call.failure(
          .value(
            .rankUndetermined(
              least: spectrum.rank - spectrum.undetermined.count,
              most: spectrum.rank,
              below: Rendering.number(spectrum.values[first], digits: 6)
            )
          ),
          at: "J"
        )
      }
      return .number(Extended(spectrum.rank))
    },
    Function(
      "condition_number",
      [factored],
      "The largest singular value over the smallest.",
      examples: ["condition_number([[2, 1], [1, 1]])", "condition_number(\(cat))"]
    ) { call throws(Failure) in
      let spectrum = try call.spectrum("J")
      guard !spectrum.smallest.isZero else {
        throw call.failure(
          .value(.singular(rank: spectrum.rank, of: spectrum.values.count)),
          at: "J"
        )
      }
      guard !spectrum.undetermined.contains(spectrum.values.count - 1) else {
        throw call.failure(
          .value(
            .conditionUndetermined(
              above: Rendering.number(spectrum.conditionNumber, digits: 6)
            )
          ),
          at: "J"
        )
      }
      return .number(
        try call.engine(at: "J") { try Arithmetic.inRange(spectrum.conditionNumber) }
      )
    },
    Function(
      "lyapunov",
      [
        .positional("net", "a network, or a Jacobian alone"),
        Parameter(
          name: "x",
          isPositional: true,
          need: .optional("with a Jacobian"),
          meaning: "the network's input"
        ),
      ],
      "Lyapunov exponents of this finite product of layers, in nats per layer: growth rates, which "
        + "tend to ln(σ)/L with depth.",
      examples: [
        "lyapunov(network([[2, 1], [1, 1]], depth: 150), [1, 1])", "lyapunov(\(cat))",
      ],
      body: lyapunov
    ),
  ]

  private static func extremes(_ call: inout Call) throws(Failure) -> Spectrum {
    let (jacobian, _) = try call.jacobian("J")
    let isLargest = call.has("largest")
    let label = isLargest ? "largest" : "smallest"
    if isLargest, call.has("smallest") {
      throw call.failure(
        .name(
          .uselessArgument("smallest", function: "singular_values", goes: "without largest")
        ),
        at: "smallest"
      )
    }
    let count = try call.integer(label, in: 1...min(jacobian.rows, jacobian.columns))
    let width = Double(max(jacobian.rows, jacobian.columns))
    let layers = Double(jacobian.depth)
    // About thirty sweeps are enough where the values are not very close to each other.
    let perLayer = (isLargest ? 4 * Double(count + 4) : 2 * width) * width * width
    try call.spend(operations: 30 * layers * (perLayer + 4000), bytes: 32 * width * width)
    let checkpoint = call.meter.checkpoint
    let end: Jacobian.End = isLargest ? .largest : .smallest
    let values = try call.engine(at: "J") {
      try jacobian.extremes(end, count: count, checkpoint: checkpoint)
    }
    if let values { return values }
    // Values close to each other: all of them take more, and no iteration.
    do throws(Failure) {
      let all = try call.spectrum("J")
      let most = all.values.count
      return all.part(isLargest ? 0..<count : most - count..<most)
    } catch {
      guard case .bound = error.problem else { throw error }
      throw call.failure(
        .value(
          .noConvergence(
            "The iteration for singular values",
            advice: jacobian.depth == 1
              ? "Ask for those of a smaller matrix." : "Ask for other numbers of them."
          )
        ),
        at: "J"
      )
    }
  }

  @Sendable private static func lyapunov(_ call: inout Call) throws(Failure) -> Value {
    let jacobian: Jacobian
    if case .network(let network) = call.value("net") {
      guard call.has("x") else {
        throw call.failure(
          .name(
            .missingArgument("x", function: "lyapunov", signature: "lyapunov(net, x)")
          )
        )
      }
      let pass = try call.forward(network, try call.input("x", for: network))
      jacobian = try call.engine { try Jacobian(network, at: pass) }
    } else {
      guard case .record(let record) = call.value("net"),
        case .jacobian(let given, _) = record.content
      else {
        throw call.wrong("net", expected: "a network, or a Jacobian such as jacobian(net, x)")
      }
      jacobian = given
    }
    try call.spend(jacobian.cost)
    let checkpoint = call.meter.checkpoint
    let exponents = try call.engine {
      try jacobian.finiteTimeLyapunovExponents(checkpoint: checkpoint)
    }
    guard exponents.allSatisfy(\.isFinite) else {
      throw call.failure(
        .value(.singular(rank: exponents.count(where: \.isFinite), of: exponents.count)),
        at: "net"
      )
    }
    return .layers(.numbered("λ", exponents.map { Extended($0) }))
  }
}
