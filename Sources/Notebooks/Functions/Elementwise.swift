import DeepNetworks

/// Functions of a number, which map over vectors, matrices and lists of layers.
enum Elementwise {
  /// What a function accepts, in words, and whether a number is that.
  struct Domain: Sendable {
    var expected: String
    var contains: @Sendable (Extended) -> Bool

    static let positive = Domain(expected: "a number above 0") { !$0.isNegative && !$0.isZero }
    static let notNegative = Domain(expected: "a number of 0 or more") {
      !$0.isNegative || $0.isZero
    }
    /// Beyond 2^52 neighbouring numbers are a radian apart.
    static let angle = Domain(expected: "a number below 2^52 in size") {
      $0.abs() < Extended(4_503_599_627_370_496)
    }
  }

  static func function(
    _ name: String,
    _ summary: String,
    examples: [String],
    domain: Domain? = nil,
    body: @escaping @Sendable (Extended) throws -> Extended
  ) -> Function {
    let value = { @Sendable (number: Extended, isInFormat: Bool) throws(Problem) in
      if let domain, number.isFinite, !domain.contains(number) {
        // In a float format 0 is a result like any other, and its logarithm is -inf.
        if isInFormat, number.isZero { return -Extended.infinity }
        throw .value(
          .domain(function: name, expected: domain.expected, got: Rendering.number(number))
        )
      }
      do {
        return try Arithmetic.inRange(try body(number))
      } catch let problem as Problem {
        throw problem
      } catch {
        throw .bound(.beyondRange)
      }
    }
    return Function(
      name,
      [.positional("z", "a number, vector, matrix, or a list of these")],
      summary,
      examples: examples,
      direct: { argument, _ throws(Problem) in
        guard case .number(let number) = argument else { return nil }
        return .number(try value(number, false))
      }
    ) { call throws(Failure) in
      let argument = call.value("z")
      let isInFormat = call.format != nil
      return try apply(argument, &call) { number throws(Problem) in
        try value(number, isInFormat)
      }
    }
  }

  /// What an entry takes: an exponential in double-double, or a little arithmetic, and to take it
  /// out of its vector and back.
  private static func operations(_ name: String) -> Double {
    switch name {
    case "abs", "round", "floor", "ceil", "rounded", "sqrt": 700
    case "ln", "log10", "log2", "sin", "cos", "gelu", "erf": 7500
    default: 3500
    }
  }
  /// Entries from one look at Ctrl-C to the next.
  private static let perCheckpoint = 16384.0

  static func apply(
    _ value: Value,
    _ call: inout Call,
    _ body: (Extended) throws(Problem) -> Extended
  ) throws(Failure) -> Value {
    let checkpoint = call.meter.checkpoint
    let count = max(1, value.extent.entries)
    var done = 0.0
    let operations = operations(call.function.name)
    do {
      return try applied(value, operations, &call.meter) { number throws(Problem) in
        done += 1
        if done.truncatingRemainder(dividingBy: Self.perCheckpoint) == 0 {
          do { try checkpoint(min(1, done / count)) } catch { throw .bound(.cancelled) }
        }
        return try body(number)
      }
    } catch let problem as Problem {
      throw call.failure(problem, at: "z")
    } catch {
      preconditionFailure("only problems are thrown here")
    }
  }

  private static func applied(
    _ value: Value,
    _ operations: Double,
    _ meter: inout Meter,
    _ body: (Extended) throws(Problem) -> Extended
  ) throws
    -> Value
  {
    switch try Jacobians.entries(value, &meter).operand {
    case .number(let number): return .number(try body(number))
    case .vector(let vector):
      try spend(Double(vector.count), operations, &meter)
      return .vector(try vector.map(body))
    case .matrix(let matrix):
      try spend(matrix.entryCount, operations, &meter)
      return .matrix(try matrix.map(body))
    case .layers(let list):
      return try Arithmetic.mapped(list, &meter) { element, meter throws(Problem) in
        do {
          return try applied(element, operations, &meter, body)
        } catch {
          throw EngineProblem.problem(of: error)
        }
      }
    case .never(let never): throw Problem.value(never.problem)
    case .other:
      throw Problem.value(.operand("A function of numbers", kind: value.kind, advice: nil))
    }
  }

  private static func spend(
    _ entries: Double,
    _ operations: Double,
    _ meter: inout Meter
  ) throws(Problem) {
    try meter.spend(operations: operations * entries, bytes: 64 * entries)
  }
}

extension BuiltIns {
  package static let numberFunctions: [Function] = [
    Elementwise.function(
      "sqrt",
      "The square root.",
      examples: ["sqrt(2)", "sqrt([4, 9])"],
      domain: .notNegative
    ) { $0.squareRoot() },
    Elementwise.function("exp", "e to the power z.", examples: ["exp(1)", "exp(-1000)"]) {
      try $0.exp()
    },
    Elementwise.function(
      "ln",
      "The natural logarithm.",
      examples: ["ln(e)", "ln(1.5^10000)"],
      domain: .positive
    ) { $0.log() },
    Elementwise.function(
      "log10",
      "The logarithm to base 10: how many powers of ten.",
      examples: ["log10(1000)", "log10(1.5^149)"],
      domain: .positive
    ) { $0.log10() },
    Elementwise.function(
      "log2",
      "The logarithm to base 2: how many doublings.",
      examples: ["log2(8)"],
      domain: .positive
    ) { $0.log2() },
    Elementwise.function("abs", "The size without the sign.", examples: ["abs(-1.5)"]) {
      $0.abs()
    },
    Elementwise.function(
      "round",
      "The nearest whole number; halves go away from 0.",
      examples: ["round(2.4)", "round(-2.5)"]
    ) { $0.round() },
    Elementwise.function("floor", "The next whole number below.", examples: ["floor(2.7)"]) {
      $0.floor()
    },
    Elementwise.function("ceil", "The next whole number above.", examples: ["ceil(2.2)"]) {
      $0.ceil()
    },
    Elementwise.function(
      "sin",
      "The sine of an angle in radians.",
      examples: ["sin(pi/6)"],
      domain: .angle
    ) { $0.sin() },
    Elementwise.function(
      "cos",
      "The cosine of an angle in radians.",
      examples: ["cos(pi)"],
      domain: .angle
    ) { $0.cos() },
  ]

  static let activationFunctions: [Function] =
    Activation.all.map { activation in
      Elementwise.function(
        activation.name,
        activation.summary,
        examples: activation.examples,
        body: { activation.preciseValue($0) }
      )
    } + [
      Function(
        "slope",
        [
          .positional("g", "an activation, such as tanh"),
          .positional("z", "a number, vector or list"),
        ],
        "g′(z), the slope of an activation, right even where it is tiny.",
        examples: ["slope(sigmoid, 2)", "slope(tanh, 100)"]
      ) { call throws(Failure) in
        let activation = try call.activation("g")
        let value = call.value("z")
        return try Elementwise.apply(value, &call) { number throws(Problem) in
          try Arithmetic.inRange(activation.preciseDerivative(at: number))
        }
      },
      Function(
        "gain",
        [
          .positional("g", "an activation"), .optional("slope", "of leaky_relu", otherwise: "0.01"),
        ],
        "The gain that is usual for an activation (as in PyTorch's calculate_gain).",
        examples: ["gain(tanh)", "gain(leaky_relu, slope: 0.2)"]
      ) { call throws(Failure) in
        .number(Extended(try call.activation("g", slope: call.slope()).gain))
      },
    ]
}

extension Call {
  /// leaky_relu's slope, or the usual one.
  func slope() throws(Failure) -> Extended {
    guard has("slope") else { return Activation.usualSlope }
    _ = try double("slope", otherwise: 0)
    return try number("slope")
  }

  /// An activation given by the name of its function.
  func activation(
    _ parameter: String,
    slope: Extended = Activation.usualSlope
  ) throws(Failure) -> Activation {
    if !has(parameter) { return .linear }
    guard let name = value(parameter).nameOfBuiltIn,
      let activation = Activation.named(name, slope: slope)
    else {
      throw wrong(parameter, expected: "one of \(Activation.names.joined(separator: ", "))")
    }
    return activation
  }
}
