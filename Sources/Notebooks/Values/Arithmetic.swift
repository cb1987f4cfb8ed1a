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
    case (.matrix(let a), .vector(let b)) where symbol == .multiply:
      return .vector(try inRange(try product(a, b, &meter)))
    case (.matrix(let a), .matrix(let b)):
      return .matrix(try inRange(try matrices(symbol, a, b, &meter)))
    default: throw mismatch(symbol, left, right)
    }
  }

  private static func scaled(
    _ vector: Vector,
    by factor: Extended,
    _ meter: inout Meter
  ) throws(Problem) -> Vector {
    try meter.spend(entries: Double(vector.count))
    return try inRange(vector.scaled(by: factor))
  }

  private static func scaled(
    _ matrix: Matrix,
    by factor: Extended,
    _ meter: inout Meter
  ) throws(Problem) -> Matrix {
    try meter.spend(entries: matrix.extent.entries)
    return try inRange(matrix.scaled(by: factor))
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
    return try inRange(result)
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
          advice: "The scalar product is dot(v, w)."
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
    try meter.spend(entries: Double(a.count))
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
    var advice: String?
    switch (left, right, symbol) {
    case (.never(let never), _, _), (_, .never(let never), _):
      return .value(never.problem)
    case (.matrix, .number, .add), (.number, .matrix, .add), (.matrix, .number, .subtract),
      (.number, .matrix, .subtract):
      advice = "A number times the identity is a matrix: 0.1*identity(2)."
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
  /// A range stands for the vector of its numbers wherever numbers are computed with.
  var rangeAsVector: Value {
    if case .range(let range) = self { .vector(Vector(range.values)) } else { self }
  }
}
