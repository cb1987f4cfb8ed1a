import DeepNetworks

/// The operators on values.
///
/// A problem says what does not go together; the caller knows where.
enum Arithmetic {
  static func apply(
    _ symbol: BinaryOperator,
    _ left: Value,
    _ right: Value,
    _ meter: inout Meter
  ) throws(Problem) -> Value {
    switch symbol {
    case .equal: return .truth(try Comparison.equal(left, right, &meter))
    case .notEqual:
      let truth = try Comparison.equal(left, right, &meter)
      return .truth(Truth(holds: !truth.holds))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .truth(try Comparison.ordered(symbol, left, right))
    case .add, .subtract, .multiply, .divide, .power: break
    }
    if symbol == .multiply, let product = try Jacobians.product(left, right, &meter) {
      return product
    }
    let left = try Jacobians.entries(left, &meter)
    let right = try Jacobians.entries(right, &meter)
    if case .layers(let list) = left {
      if case .layers(let other) = right { return try aligned(symbol, list, other, &meter) }
      return try mapped(list, &meter) { element, meter throws(Problem) in
        try apply(symbol, element, right, &meter)
      }
    }
    if case .layers(let list) = right {
      return try mapped(list, &meter) { element, meter throws(Problem) in
        try apply(symbol, left, element, &meter)
      }
    }
    return try single(symbol, left.rangeAsVector, right.rangeAsVector, &meter)
  }

  /// Applies an operation to each layer's value; the layer numbers stay.
  static func mapped(
    _ list: PerLayer,
    _ meter: inout Meter,
    _ body: (Value, inout Meter) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    try meter.spend(perLayer: list.elements.count)
    var elements: [Value] = []
    elements.reserveCapacity(list.elements.count)
    for element in list.elements { elements.append(try body(element, &meter)) }
    return .layers(PerLayer(first: list.first, elements: elements, axis: list.axis))
  }

  private static func aligned(
    _ symbol: BinaryOperator,
    _ left: PerLayer,
    _ right: PerLayer,
    _ meter: inout Meter
  ) throws(Problem) -> Value {
    guard left.first == right.first, left.last == right.last, left.axis == right.axis else {
      throw .value(.misalignedLayers(left: left.kind, right: right.kind))
    }
    try meter.spend(perLayer: left.elements.count)
    var elements: [Value] = []
    elements.reserveCapacity(left.elements.count)
    for (one, other) in zip(left.elements, right.elements) {
      elements.append(try apply(symbol, one, other, &meter))
    }
    return .layers(PerLayer(first: left.first, elements: elements, axis: left.axis))
  }

  private static func single(
    _ symbol: BinaryOperator,
    _ left: Value,
    _ right: Value,
    _ meter: inout Meter
  ) throws(Problem) -> Value {
    if let scalars = try asScalars(symbol, left, right, &meter) { return scalars }
    switch (left, right) {
    case (.number(let a), .number(let b)): return .number(try numbers(symbol, a, b))
    case (.vector(let a), .vector(let b)):
      return .vector(try inRange(try vectors(symbol, a, b, &meter)))
    case (.number(let a), .vector(let b)) where symbol == .multiply:
      return .vector(try scaled(b, by: a, &meter))
    case (.vector(let a), .number(let b)) where symbol == .multiply:
      return .vector(try scaled(a, by: b, &meter))
    case (.vector(let a), .number(let b)) where symbol == .divide:
      return .vector(try scaled(a, by: try numbers(.divide, .one, b), &meter))
    case (.number(let a), .matrix(let b)) where symbol == .multiply:
      return .matrix(try scaled(b, by: a, &meter))
    case (.matrix(let a), .number(let b)) where symbol == .multiply:
      return .matrix(try scaled(a, by: b, &meter))
    case (.matrix(let a), .number(let b)) where symbol == .divide:
      return .matrix(try scaled(a, by: try numbers(.divide, .one, b), &meter))
    case (.matrix(let a), .number(let b)) where symbol == .power:
      return .matrix(try inRange(try power(a, b, &meter)))
    case (.vector(let a), .matrix(let b)) where symbol == .multiply && b.rows == 1:
      try meter.spend(entries: Double(a.count + b.columns))
      return .matrix(try inRange(Matrix.outer(a, b.row(0))))
    case (.matrix(let a), .vector(let b)) where symbol == .multiply:
      return .vector(try inRange(try product(a, b, &meter)))
    case (.matrix(let a), .matrix(let b)):
      return .matrix(try inRange(try matrices(symbol, a, b, &meter)))
    default: throw mismatch(symbol, left, right)
    }
  }

  /// A row times a column has one entry, and where the other operand asks for a number it is one.
  ///
  /// Nil where no operand is of one entry, or what they are fits as it is.
  private static func asScalars(
    _ symbol: BinaryOperator,
    _ left: Value,
    _ right: Value,
    _ meter: inout Meter
  ) throws(Problem) -> Value? {
    switch (left.onlyEntry, right.onlyEntry) {
    case (let a?, nil):
      let isMatrix = if case .matrix = left { true } else { false }
      switch (right, symbol) {
      case (.number, .add), (.number, .subtract), (.vector, .multiply): break
      case (.number, .power) where !isMatrix: break
      case (.matrix(let b), .multiply) where b.rows != 1: break
      default: return nil
      }
      return try single(symbol, .number(a), right, &meter)
    case (nil, let b?):
      switch (left, symbol) {
      case (.number, .add), (.number, .subtract), (.number, .divide), (.number, .power): break
      case (.vector, .multiply), (.vector, .divide), (.matrix, .divide): break
      case (.matrix, .power): break
      default: return nil
      }
      return try single(symbol, left, .number(b), &meter)
    case (let a?, let b?):
      // A vector of one times another, or divided by one: no product of vectors fits.
      switch (left, right, symbol) {
      case (.vector, .vector, .multiply), (.vector, .vector, .divide), (.vector, .vector, .power),
        (.matrix, .vector, .divide), (.vector, .matrix, .divide), (.matrix, .matrix, .divide),
        (.vector, .matrix, .add), (.vector, .matrix, .subtract), (.matrix, .vector, .add),
        (.matrix, .vector, .subtract):
        return .number(try numbers(symbol, a, b))
      default: return nil
      }
    case (nil, nil): return nil
    }
  }

  private static func scaled(
    _ vector: Vector,
    by factor: Extended,
    _ meter: inout Meter
  ) throws(Problem) -> Vector {
    try meter.spend(
      operations: Meter.perWideEntry * Double(vector.count),
      bytes: 16 * Double(vector.count)
    )
    return try inRange(vector.exactlyScaled(by: factor))
  }

  private static func scaled(
    _ matrix: Matrix,
    by factor: Extended,
    _ meter: inout Meter
  ) throws(Problem) -> Matrix {
    try meter.spend(entries: matrix.extent.entries)
    return try inRange(matrix.exactlyScaled(by: factor))
  }

  /// Arithmetic of numbers; zero divides nothing, and results stay within 2^±2^40.
  static func numbers(
    _ symbol: BinaryOperator,
    _ a: Extended,
    _ b: Extended
  ) throws(Problem)
    -> Extended
  {
    let result: Extended
    switch symbol {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide:
      if b.isZero, a.isFinite { throw .value(.divisionByZero) }
      result = a / b
    case .power: result = try power(a, b)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      preconditionFailure("comparisons are handled before arithmetic")
    }
    return try inRange(result.isNearlyDouble ? settled(result, symbol, a, b) : result)
  }

  /// The exact result where both numbers are decimals: 0.3/0.1 is 3, a whole number.
  private static func settled(
    _ result: Extended,
    _ symbol: BinaryOperator,
    _ a: Extended,
    _ b: Extended
  ) -> Extended {
    guard let x = Ratio(a, nearly: true), let y = Ratio(b, nearly: true) else { return result }
    let exact: Ratio? =
      switch symbol {
      case .add: x + y
      case .subtract: (-y).flatMap { x + $0 }
      case .multiply: x * y
      case .divide: y.inverse.flatMap { x * $0 }
      case .power, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: nil
      }
    return exact?.extended ?? result
  }

  static func inRange(_ number: Extended) throws(Problem) -> Extended {
    do { return try number.checked() } catch { throw .bound(.beyondRange) }
  }

  static func inRange(_ vector: Vector) throws(Problem) -> Vector {
    do { return try vector.checked() } catch { throw .bound(.beyondRange) }
  }

  static func inRange(_ matrix: Matrix) throws(Problem) -> Matrix {
    do { return try matrix.checked() } catch { throw .bound(.beyondRange) }
  }

  private static func power(_ base: Extended, _ exponent: Extended) throws(Problem) -> Extended {
    if base.isZero, exponent.isNegative { throw .value(.divisionByZero) }
    if base.isNegative, !exponent.isInteger {
      throw .value(
        .domain(
          function: "^",
          expected: "a whole exponent where the base is negative",
          got: Rendering.number(exponent)
        )
      )
    }
    do { return try base.power(exponent) } catch { throw .bound(.beyondRange) }
  }

  /// The products that two vectors have.
  static let products: Hint =
    "The scalar product is dot(v, w) or v'*w, a matrix of products v*w', that entry by entry diagonal(v)*w."

  private static func vectors(
    _ symbol: BinaryOperator,
    _ a: Vector,
    _ b: Vector,
    _ meter: inout Meter
  ) throws(Problem) -> Vector {
    guard symbol == .add || symbol == .subtract else {
      throw .value(
        .operands(
          symbol.symbol,
          left: "a vector of \(a.count)",
          right: "a vector of \(b.count)",
          advice: symbol == .multiply ? products : nil
        )
      )
    }
    guard a.count == b.count else {
      throw .value(
        .sizes(
          symbol.symbol,
          left: "a vector of \(a.count)",
          right: "a vector of \(b.count)"
        )
      )
    }
    try meter.spend(operations: Meter.perWideEntry * Double(a.count), bytes: 16 * Double(a.count))
    do {
      return try symbol == .add ? a + b : a - b
    } catch {
      throw .value(.network(error.description))
    }
  }

  static func negated(_ value: Value, _ meter: inout Meter) throws(Problem) -> Value {
    switch try Jacobians.entries(value, &meter).operand {
    case .number(let number): return .number(-number)
    case .vector(let vector):
      try meter.spend(entries: Double(vector.count))
      return .vector(-vector)
    case .matrix(let matrix):
      try meter.spend(entries: matrix.extent.entries)
      return .matrix(-matrix)
    case .layers(let list):
      return try mapped(list, &meter) { element, meter throws(Problem) in
        try negated(element, &meter)
      }
    case .never(let never): throw .value(never.problem)
    case .other:
      throw .value(.operand("The sign -", kind: value.kind, advice: nil))
    }
  }

  private static func mismatch(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> Problem {
    var advice: Hint?
    switch (left, right, symbol) {
    case (.never(let never), _, _), (_, .never(let never), _):
      return .value(never.problem)
    case (.matrix, .number, .add), (.number, .matrix, .add), (.matrix, .number, .subtract),
      (.number, .matrix, .subtract):
      advice = Hint("A number times the identity is a matrix: ", .line("0.1*identity(2)"), end: ".")
    case (.vector, .matrix, .multiply):
      advice = "A matrix stands left of the vector it takes: M * x. For a row write x'."
    case (.network, .vector, .multiply): advice = "A network is applied with brackets: net(x)."
    case (.vector, .number, .power): advice = "Powers are of numbers and square matrices."
    default: advice = nil
    }
    return .value(.operands(symbol.symbol, left: left.kind, right: right.kind, advice: advice))
  }
}

extension Value {
  /// The entry of a vector or matrix that has one.
  var onlyEntry: Extended? {
    switch self {
    case .vector(let vector) where vector.count == 1: vector[0]
    case .matrix(let matrix) where matrix.rows == 1 && matrix.columns == 1: matrix[0, 0]
    case .vector, .matrix, .number, .truth, .text, .range, .network, .layers, .never, .function,
      .builtIn, .format, .initialization, .loss, .document, .record:
      nil
    }
  }

  /// A range stands for the vector of its numbers wherever numbers are computed with.
  var rangeAsVector: Value {
    if case .range(let range) = self { .vector(Vector(range.values)) } else { self }
  }
}
