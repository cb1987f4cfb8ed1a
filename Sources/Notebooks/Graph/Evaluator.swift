import DeepNetworks

/// Evaluates expressions against a notebook's definitions.
struct Evaluator {
  let definitions: Definitions
  /// Plain values that are known; the notebook keeps what is added here.
  var known: [String: Result<Value, Failure>]
  var meter: Meter
  /// In keys, conditions and answers a built-in's name always means the built-in (design 4.1.4).
  var builtInsFirst = false

  /// Functions of one line call each other to this depth.
  static let deepestCall = 200
  private var callDepth = 0

  init(definitions: Definitions, known: [String: Result<Value, Failure>], meter: Meter) {
    self.definitions = definitions
    self.known = known
    self.meter = meter
  }

  /// What a frame of evaluation can see: its own names, and the text that failures point into.
  struct Frame {
    var locals: [String: Value] = [:]
    var source: Source
    var definition: String?

    func failure(_ problem: Problem, _ range: SourceRange) -> Failure {
      Failure(problem, at: range, in: source, definition: definition)
    }
  }

  func scope(overriding values: [String: Value], format: NumberFormat? = nil) -> Scope {
    Scope(
      overrides: values,
      format: format,
      affected: definitions.dependents(of: values.keys)
    )
  }

  // MARK: - Definitions on demand

  /// The value of a name with a definition.
  ///
  /// Walks what it depends on with a stack of its own.
  mutating func value(of name: String, in scope: inout Scope) throws(Failure) -> Value {
    if let result = cached(name, scope) { return try result.get() }
    var stack = [name]
    while let top = stack.last {
      guard cached(top, scope) == nil, let definition = definitions[top] else {
        stack.removeLast()
        continue
      }
      let missing = definition.names.filter { isPending($0, scope) }
      if missing.isEmpty {
        stack.removeLast()
        try settle(definition, &scope)
      } else {
        stack.append(contentsOf: missing)
      }
    }
    guard let result = cached(name, scope) else { preconditionFailure("a walked name has a value") }
    return try result.get()
  }

  /// Makes sure that all definitions that an expression reads have their values.
  private mutating func prepare(_ names: [String], in scope: inout Scope) throws(Failure) {
    for name in names where isPending(name, scope) {
      // A definition that fails is reported where it is used, if it is used.
      do throws(Failure) { _ = try value(of: name, in: &scope) } catch {
        if case .bound = error.problem { throw error }
      }
    }
  }

  private func isPending(_ name: String, _ scope: Scope) -> Bool {
    definitions[name] != nil && cached(name, scope) == nil
  }

  private func cached(_ name: String, _ scope: Scope) -> Result<Value, Failure>? {
    if let value = scope.overrides[name] { return .success(value) }
    return scope.isAffected(name) ? scope.memo[name] : known[name]
  }

  private mutating func settle(_ definition: Definition, _ scope: inout Scope) throws(Failure) {
    let result: Result<Value, Failure>
    switch definition.body {
    case .function: result = .success(.function(definition.name))
    case .value(let expression):
      var frame = Frame(source: definition.statement.source, definition: definition.name)
      do throws(Failure) {
        result = .success(try run(expression, &frame, &scope))
      } catch {
        // A limit or Ctrl-C says nothing about the definition: it stays to be evaluated.
        if case .bound = error.problem { throw error }
        result = .failure(error)
      }
    }
    if scope.isAffected(definition.name) {
      scope.memo[definition.name] = result
    } else {
      known[definition.name] = result
    }
  }

  // MARK: - Expressions

  /// The value of an expression that stands in a statement.
  mutating func evaluate(
    _ expression: Expression,
    of source: Source,
    in scope: inout Scope
  )
    throws(Failure) -> Value
  {
    var frame = Frame(source: source)
    return try evaluate(expression, &frame, &scope)
  }

  mutating func evaluate(
    _ expression: Expression,
    _ frame: inout Frame,
    _ scope: inout Scope
  )
    throws(Failure) -> Value
  {
    try prepare(expression.names, in: &scope)
    return try run(expression, &frame, &scope)
  }

  /// Folds the nodes from left to right; operands stand before their operator.
  private mutating func run(
    _ expression: Expression,
    _ frame: inout Frame,
    _ scope: inout Scope
  )
    throws(Failure) -> Value
  {
    guard !expression.nodes.isEmpty else { preconditionFailure("an expression has a root") }
    var values: [Value] = []
    values.reserveCapacity(expression.nodes.count)
    for node in expression.nodes {
      values.append(try value(of: node, values, expression.nodes, &frame, &scope))
    }
    return values[values.count - 1]
  }

  private mutating func value(
    of node: Node,
    _ values: [Value],
    _ nodes: [Node],
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws(Failure) -> Value {
    do {
      switch node.kind {
      case .number(let number): return .number(number)
      case .text(let text): return .text(text)
      case .boolean(let holds): return .truth(Truth(holds: holds))
      case .name(let name): return try named(name, node.range, frame, &scope)
      case .list(let elements): return try Indexing.list(elements.map { values[$0] })
      case .range(let lower, let upper, let step):
        return .range(
          try NumberRange(values[lower], values[upper], by: step.map { values[$0] })
        )
      case .negate(let operand): return try Arithmetic.negated(values[operand], &meter)
      case .binary(let symbol, let left, let right):
        return try Arithmetic.apply(symbol, values[left], values[right], &meter)
      case .transpose(let operand): return try Indexing.transposed(values[operand], &meter)
      case .index(let base, let indices):
        return try Indexing.element(
          of: values[base],
          at: indices.map { values[$0] },
          name: frame.source.text(nodes[base].range)
        )
      case .field(let base, let name): throw Problem.value(.noField(name, kind: values[base].kind))
      case .call(let name, let arguments):
        return try call(
          name,
          arguments.map { BoundArgument($0, values) },
          node.range,
          &frame,
          &scope
        )
      case .apply(let callee, let arguments):
        return try applied(
          values[callee],
          name: nil,
          arguments.map { BoundArgument($0, values) },
          node.range,
          frame,
          scope
        )
      case .first(let variable, let condition):
        return try first(variable, condition, node.range, &frame, &scope)
      }
    } catch let failure as Failure {
      throw failure
    } catch let problem as Problem {
      throw frame.failure(named(problem, node, nodes, frame), blamed(for: problem, node, nodes))
    } catch {
      preconditionFailure("only failures and problems are thrown here")
    }
  }

  /// The part of a node that a problem is about: the right operand where the left sets the shape.
  private func blamed(for problem: Problem, _ node: Node, _ nodes: [Node]) -> SourceRange {
    switch (problem, node.kind) {
    case (.value(.product), .binary(_, _, let right)),
      (.value(.divisionByZero), .binary(.divide, _, let right)),
      (.value(.domain), .binary(.power, _, let right)):
      nodes[right].range
    case (.value(.noLayer), .index(_, let indices)), (.value(.noEntry), .index(_, let indices)):
      indices.first.map { nodes[$0].range } ?? node.range
    default: node.range
    }
  }

  /// Says "M is 2 × 2" where the text says M.
  private func named(_ problem: Problem, _ node: Node, _ nodes: [Node], _ frame: Frame) -> Problem {
    guard case .value(.product(_, let rows, let columns, let right, let size)) = problem,
      case .binary(_, let left, _) = node.kind
    else { return problem }
    switch nodes[left].kind {
    case .name, .index:
      return .value(
        .product(
          left: frame.source.text(nodes[left].range),
          rows: rows,
          columns: columns,
          right: right,
          size: size
        )
      )
    case .number, .text, .boolean, .list, .range, .negate, .binary, .transpose, .call, .apply,
      .field, .first:
      return problem
    }
  }

  // MARK: - Names and calls

  private mutating func named(
    _ name: String,
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> Value {
    if let value = frame.locals[name] { return value }
    if builtInsFirst, let value = BuiltIns.value(name) { return value }
    if let value = scope.overrides[name] { return value }
    if definitions[name] != nil { return try value(of: name, in: &scope) }
    if let value = BuiltIns.value(name) { return value }
    throw Problem.name(
      .unknownName(name, meant: Spelling.nearest(to: name, among: allNames(frame)))
    )
  }

  private func allNames(_ frame: Frame) -> [String] {
    frame.locals.keys.sorted() + definitions.order + BuiltIns.names
  }

  private mutating func call(
    _ name: String,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws -> Value {
    if !(builtInsFirst && BuiltIns.function(name) != nil) {
      if let value = frame.locals[name] ?? scope.overrides[name] {
        return try applied(value, name: name, arguments, range, frame, scope)
      }
      if let definition = definitions[name] {
        if case .function(let parameters, let body) = definition.body {
          return try invoke(definition, parameters, body, arguments, frame, &scope)
        }
        return try applied(
          try value(of: name, in: &scope),
          name: name,
          arguments,
          range,
          frame,
          scope
        )
      }
    }
    if let function = BuiltIns.function(name) {
      return try apply(function, arguments, range, frame, scope)
    }
    if let verb = FigureVerb(rawValue: name) { throw Problem.name(.verbAsFunction(verb)) }
    if name == "log" { throw Problem.name(.logAsks) }
    throw Problem.name(
      .unknownFunction(name, meant: Spelling.nearest(to: name, among: allNames(frame)))
    )
  }

  private mutating func apply(
    _ function: Function,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: Scope
  ) throws -> Value {
    var call = try Call(function, arguments, range, format: scope.format, meter: meter) {
      frame.failure($0, $1)
    }
    defer { meter = call.meter }
    return try function.body(&call)
  }

  /// A network applied to its input, `net(x)`.
  private mutating func applied(
    _ callee: Value,
    name: String?,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: Scope
  ) throws -> Value {
    if case .builtIn(let builtIn) = callee, let function = BuiltIns.function(builtIn) {
      // A function under another name, such as g(1) after g = tanh.
      return try apply(function, arguments, range, frame, scope)
    }
    guard case .network(let network) = callee else {
      throw Problem.name(.notCallable(name: name, kind: callee.kind))
    }
    guard arguments.count == 1, arguments[0].label == nil else {
      throw Problem.name(.networkTakesOneVector(count: arguments.count))
    }
    let input = try Networks.input(arguments[0].value, for: network)
    return .vector(try Networks.output(of: network, input, format: scope.format, &meter))
  }

  private mutating func invoke(
    _ definition: Definition,
    _ parameters: [String],
    _ body: Expression,
    _ arguments: [BoundArgument],
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> Value {
    let signature = "\(definition.name)(\(parameters.joined(separator: ", ")))"
    if let labelled = arguments.first(where: { $0.label != nil }), let label = labelled.label {
      throw frame.failure(
        .name(.unknownLabel(label, function: definition.name, meant: nil, labels: [])),
        labelled.range
      )
    }
    guard arguments.count <= parameters.count else {
      throw frame.failure(
        .name(.extraArgument(function: definition.name, signature: signature)),
        arguments[parameters.count].range
      )
    }
    guard arguments.count == parameters.count else {
      throw Problem.name(
        .missingArgument(
          parameters[arguments.count],
          function: definition.name,
          signature: signature
        )
      )
    }
    guard callDepth < Self.deepestCall else {
      throw Problem.name(.callsTooDeep(limit: Self.deepestCall))
    }
    callDepth += 1
    defer { callDepth -= 1 }
    try meter.spend(operations: Double(body.nodes.count))
    var inner = Frame(source: definition.statement.source, definition: definition.name)
    for (name, argument) in zip(parameters, arguments) { inner.locals[name] = argument.value }
    return try evaluate(body, &inner, &scope)
  }

  // MARK: - first … where

  private mutating func first(
    _ variable: String,
    _ condition: Expression,
    _ range: SourceRange,
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws -> Value {
    try prepare(condition.names, in: &scope)
    var folded = FoldedCondition(condition, variable: variable)
    try folded.evaluateConstants { nodes throws(Failure) in
      try self.run(Expression(nodes: nodes), &frame, &scope)
    }
    guard let layers = folded.layers else {
      throw Problem.value(.firstWithoutList(variable))
    }
    let outer = frame.locals[variable]
    defer { frame.locals[variable] = outer }
    for layer in layers {
      frame.locals[variable] = .number(Extended(layer))
      try meter.spend(operations: Double(condition.nodes.count))
      let value = try folded.run { node, values, nodes throws(Failure) in
        try self.value(of: node, values, nodes, &frame, &scope)
      }
      guard case .truth(let truth) = value else {
        throw frame.failure(.value(.notTrueOrFalse(kind: value.kind)), condition.range)
      }
      if truth.holds { return .number(Extended(layer)) }
    }
    return .never(NeverReached(last: layers.upperBound))
  }
}
