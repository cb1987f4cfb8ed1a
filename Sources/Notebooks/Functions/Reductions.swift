import DeepNetworks

/// Functions that make one number of a vector or a matrix, layer by layer over lists.
enum Reduction {
  /// Operations for each entry: a square and a sum in double-double.
  private static let perEntry = 80.0

  static func function(
    _ name: String,
    _ summary: String,
    examples: [String],
    vector: @escaping @Sendable (Vector) -> Extended,
    matrix: @escaping @Sendable (Matrix) -> Extended
  ) -> Function {
    Function(
      name,
      [.positional("v", "a vector, a matrix, or a list of them by layer")],
      summary,
      examples: examples,
      direct: { value, meter throws(Problem) in
        try reduced(value, name, &meter, vector, matrix)
      }
    ) { call throws(Failure) in
      let value = call.value("v")
      do throws(Problem) {
        return try reduced(value, name, &call.meter, vector, matrix)
      } catch {
        throw call.failure(error, at: "v")
      }
    }
  }

  private static func reduced(
    _ value: Value,
    _ name: String,
    _ meter: inout Meter,
    _ vector: (Vector) -> Extended,
    _ matrix: (Matrix) -> Extended
  ) throws(Problem) -> Value {
    switch try Jacobians.entries(value, &meter).operand {
    case .number(let number): return .number(vector(Vector([number])))
    case .vector(let v):
      guard v.count > 0 else {
        throw .value(.operand(name, kind: "an empty vector", advice: nil))
      }
      try meter.spend(operations: perEntry * Double(v.count))
      return .number(try Arithmetic.inRange(vector(v)))
    case .matrix(let m):
      // The largest entry of an outer product is looked for among all.
      let all = ["max", "min"].contains(name)
      let count = all && !m.isScaledIdentity ? m.entryCount : m.extent.entries
      try meter.spend(operations: perEntry * count)
      return .number(try Arithmetic.inRange(matrix(m)))
    case .layers(let list):
      // A list of numbers is one vector: its sum, mean or largest is over the layers.
      if case .number = list.elements.first, list.numbers.count == list.elements.count,
        let number = overall(list.numbers, name)
      {
        try meter.spend(entries: Double(list.elements.count))
        return .number(try Arithmetic.inRange(number))
      }
      return try Arithmetic.mapped(list, &meter) { element, meter throws(Problem) in
        try reduced(element, name, &meter, vector, matrix)
      }
    case .never(let never): throw .value(never.problem)
    case .other:
      throw .value(
        .operand(name, kind: value.kind, advice: "It takes a vector, a matrix, or a list of them.")
      )
    }
  }
}

extension Reduction {
  /// One number of a list of numbers, each with an exponent of its own; nil for other functions.
  private static func overall(_ numbers: [Extended], _ name: String) -> Extended? {
    // As for vectors, what is nan in a float format stays so.
    if ["max", "min"].contains(name), numbers.contains(where: \.isNaN) { return .nan }
    let sum = { numbers.reduce(Extended.zero) { $0 + $1 } }
    return switch name {
    case "sum": sum()
    case "mean": sum() / Extended(numbers.count)
    case "max": numbers.max()
    case "min": numbers.min()
    default: nil
    }
  }
}

extension BuiltIns {
  static let vectorFunctions: [Function] = [
    Reduction.function(
      "norm",
      "‖v‖, the length of a vector; of a matrix the Frobenius norm.",
      examples: ["norm([3, 4])", "norm(identity(4))"],
      vector: { $0.norm() },
      matrix: { $0.frobeniusNorm() }
    ),
    Reduction.function(
      "rms",
      "norm/√n: the typical size of an entry.",
      examples: ["rms([3, 4])"],
      vector: { $0.rms() },
      matrix: { $0.rms() }
    ),
    Reduction.function(
      "sum",
      "The sum of the entries; of a list of numbers, over the layers.",
      examples: ["sum([1, 2, 3])"],
      vector: { $0.sum() },
      matrix: { $0.sum() }
    ),
    Reduction.function(
      "mean",
      "The mean of the entries.",
      examples: ["mean([1, 2, 6])"],
      vector: { $0.mean() },
      matrix: { $0.sum() / Extended($0.rows) / Extended($0.columns) }
    ),
    Reduction.function(
      "max",
      "The largest entry.",
      examples: ["max([1, 5, 2])"],
      vector: { $0.maximum() },
      matrix: { $0.maximum() }
    ),
    Reduction.function(
      "min",
      "The smallest entry.",
      examples: ["min([1, 5, 2])"],
      vector: { $0.minimum() },
      matrix: { $0.minimum() }
    ),
    Function(
      "dot",
      [.positional("v", "a vector"), .positional("w", "a vector of the same size")],
      "The scalar product of two vectors.",
      examples: ["dot([1, 2], [3, 4])"]
    ) { call throws(Failure) in
      let v = try call.vector("v")
      let w = try call.vector("w")
      try call.spend(operations: 2 * Meter.perEntry * Double(v.count))
      let product = try call.engine(at: "w") { try v.dot(w) }
      return .number(try call.engine { try Arithmetic.inRange(product) })
    },
    Function(
      "count",
      [.positional("v", "a vector, a range or a list")],
      "How many entries or layers there are.",
      examples: ["count([1, 1, 1])"]
    ) { call throws(Failure) in
      let value = call.value("v")
      // Counted without its numbers.
      if case .range(let range) = value { return .number(Extended(range.count)) }
      switch value.operand {
      case .vector(let vector): return .number(Extended(vector.count))
      case .layers(let list): return .number(Extended(list.elements.count))
      case .number, .matrix, .never, .other:
        throw call.wrong("v", expected: "a vector, a range or a list")
      }
    },
    vectorOf("ones", "A vector of n ones.", Vector.ones),
    vectorOf("zeros", "A vector of n zeros.", Vector.zeros),
    Function(
      "normal",
      [.positional("n", "how many"), .optional("seed", "which draw", otherwise: "1")],
      "n draws from the normal distribution with mean 0 and variance 1.",
      examples: ["normal(4, seed: 7)"]
    ) { call throws(Failure) in
      let count = try call.integer("n", in: 1...100_000_000)
      try call.spend(operations: 60 * Double(count), bytes: 8 * Double(count))
      let seed = try call.seed()
      let checkpoint = call.meter.checkpoint
      return .vector(
        try call.engine { try Vector.normal(count, seed: seed, checkpoint: checkpoint) }
      )
    },
    Function(
      "identity",
      [.positional("n", "rows and columns")],
      "The identity matrix: 1 on the diagonal, 0 elsewhere.",
      examples: ["1.5*identity(2)"]
    ) { call throws(Failure) in
      let size = try call.integer("n", in: 1...1_000_000)
      return .matrix(try call.engine(at: "n") { try Matrix.identity(size) })
    },
    Function(
      "diagonal",
      [.positional("v", "the entries on the diagonal")],
      "The matrix with these entries on its diagonal and 0 elsewhere.",
      examples: ["diagonal([1.5, 0.5])"]
    ) { call throws(Failure) in
      let entries = try call.vector("v")
      let size = Double(entries.count)
      try call.spend(operations: size * size, bytes: 24 * size * size)
      var rows = Array(
        repeating: Array(repeating: Extended.zero, count: entries.count),
        count: entries.count
      )
      for index in 0..<entries.count { rows[index][index] = entries[index] }
      return .matrix(try call.engine(at: "v") { try Matrix.rows(rows) })
    },
    Function(
      "trace",
      [.positional("M", "a square matrix")],
      "The sum of the diagonal.",
      examples: ["trace([[1, 2], [3, 4]])"]
    ) { call throws(Failure) in
      let matrix = try call.entries("M")
      try call.spend(operations: 2 * Meter.perEntry * Double(matrix.rows))
      return .number(try call.engine(at: "M") { try Arithmetic.inRange(try matrix.trace()) })
    },
    Function(
      "inverse",
      [.positional("M", "a square matrix")],
      "M^-1, the matrix that undoes M: inverse(M)*M is the identity.",
      examples: ["inverse([[1, 2], [3, 4]])", "[[1, 2], [3, 4]]^-1"]
    ) { call throws(Failure) in
      let matrix = try call.entries("M")
      do throws(Problem) {
        return .matrix(try Arithmetic.inverse(matrix, &call.meter))
      } catch {
        throw call.failure(error)
      }
    },
    Function(
      "exactly",
      [.positional("a", "a value"), .positional("b", "a value of the same kind")],
      "Whether two values are the same: decimals as numbers, what was rounded to the last bit. == "
        + "allows for rounding.",
      examples: ["exactly(0.1 + 0.2, 0.3)", "exactly(1.5^2, 2.25)"]
    ) { call throws(Failure) in
      let (a, b) = (call.value("a"), call.value("b"))
      do throws(Problem) {
        return .truth(Truth(holds: try Comparison.exactly(a, b, &call.meter)))
      } catch {
        throw call.failure(error)
      }
    },
  ]

  private static func vectorOf(
    _ name: String,
    _ summary: String,
    _ make: @escaping @Sendable (Int) -> Vector
  ) -> Function {
    Function(name, [.positional("n", "how many")], summary, examples: ["\(name)(3)"]) {
      call throws(Failure) in
      let count = try call.integer("n", in: 1...100_000_000)
      try call.spend(operations: Meter.perEntry * Double(count), bytes: 8 * Double(count))
      return .vector(make(count))
    }
  }
}
