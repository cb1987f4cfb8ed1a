import DeepNetworks

/// Evaluates expressions against a notebook's definitions.
struct Evaluator {
  let definitions: Definitions
  /// Plain values that are known; the notebook keeps what is added here.
  var known: KnownValues
  var meter: Meter
  /// In keys, conditions and answers a built-in's name always means the built-in (design 4.1.4).
  var builtInsFirst = false
  /// Built-in functions that may not be called, each with what it waits for.
  var locks: [String: String] = [:]

  /// Functions of one line call each other to this depth.
  static let deepestCall = 200
  var callDepth = 0
  /// For each function of one line how many nodes a call of it looks at.
  var callSizes: [String: Double] = [:]

  /// Where the last value comes from; told in a format only.
  var origin = Origin.exact

  init(definitions: Definitions, known: KnownValues, meter: Meter) {
    self.definitions = definitions
    self.known = known
    self.meter = meter
    self.meter.held = known.bytes
  }

  /// What a frame of evaluation can see: its own names, and the text that failures point into.
  struct Frame {
    var locals: [String: Value] = [:]
    var origins: [String: Origin] = [:]
    /// What locals are exactly, of those that are decimals or fractions with more digits than a value has.
    var fractions: [String: Ratio] = [:]
    var source: Source
    var definition: String?

    func failure(_ problem: Problem, _ range: SourceRange) -> Failure {
      Failure(problem, at: range, in: source, definition: definition)
    }
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
  mutating func prepare(_ names: [String], in scope: inout Scope) throws(Failure) {
    for name in names where isPending(name, scope) {
      // A definition that fails is reported where it is used, if it is used.
      do throws(Failure) { _ = try value(of: name, in: &scope) } catch {
        if case .bound = error.problem { throw error }
      }
    }
  }

  private func isPending(_ name: String, _ scope: Scope) -> Bool {
    cached(name, scope) == nil && definitions.contains(name)
  }

  func cached(_ name: String, _ scope: Scope) -> Result<Value, Failure>? {
    if let value = scope.overrides[name] { return .success(value) }
    guard scope.isAffected(name) else { return known[name] }
    return scope.memo[name] ?? (scope.isPlain ? known[name] : nil)
  }

  private mutating func settle(_ definition: Definition, _ scope: inout Scope) throws(Failure) {
    let result: Result<Value, Failure>
    switch definition.body {
    case .function:
      origin = .exact
      result = .success(.function(definition.name))
    case .value(let expression):
      var frame = Frame(source: definition.statement.source, definition: definition.name)
      let before = meter.bytes
      do throws(Failure) {
        try announce(definition, frame)
        result = .success(try run(expression, &frame, &scope))
      } catch {
        meter.release(to: before)
        // A limit or Ctrl-C says nothing about the definition: it stays to be evaluated.
        if case .bound = error.problem { throw error }
        result = .failure(error)
      }
    }
    if scope.isAffected(definition.name) {
      scope.memo[definition.name] = result
      if scope.format != nil { scope.origins[definition.name] = origin }
    } else {
      known[definition.name] = result
    }
  }

  /// Counts that a definition is worked out, besides its expression.
  private mutating func announce(_ definition: Definition, _ frame: Frame) throws(Failure) {
    do throws(Problem) {
      try meter.spend(operations: Meter.perDefinition)
    } catch {
      throw frame.failure(error, definition.statement.range)
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
  ///
  /// What an operator has used is let go at once, so that a long sum of large vectors holds two.
  mutating func run(
    _ expression: Expression,
    _ frame: inout Frame,
    _ scope: inout Scope
  )
    throws(Failure) -> Value
  {
    guard !expression.nodes.isEmpty else { preconditionFailure("an expression has a root") }
    if expression.nodes.count == 1 { return try single(expression.nodes, &frame, &scope) }
    var values: [Value] = []
    var sizes: [Double] = []
    values.reserveCapacity(expression.nodes.count)
    sizes.reserveCapacity(expression.nodes.count)
    var origins: [Origin] = []
    for node in expression.nodes {
      let before = meter.bytes
      let value = try value(of: node, values, origins, expression.nodes, &frame, &scope)
      if scope.format != nil {
        if let computed = computedOrigin(of: node, origins) { origin = computed }
        origins.append(origin)
      }
      var held = before
      node.forEachOperand { operand in
        held -= sizes[operand]
        values[operand] = .spent
      }
      let size = try settle(node, value, held, frame)
      values.append(value)
      sizes.append(size)
    }
    return values[values.count - 1]
  }

  /// The value of a lone node, a numeral or a name, for which no list is made.
  private mutating func single(
    _ nodes: [Node],
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws(Failure) -> Value {
    let held = meter.bytes
    let value = try value(of: nodes[0], [], [], nodes, &frame, &scope)
    if scope.format != nil, let computed = computedOrigin(of: nodes[0], []) { origin = computed }
    _ = try settle(nodes[0], value, held, frame)
    return value
  }

  /// Counts the memory of a node's value beside what is held.
  /// - Returns: how much it is; a name's value is held by the notebook already.
  private mutating func settle(
    _ node: Node,
    _ value: Value,
    _ held: Double,
    _ frame: Frame
  ) throws(Failure) -> Double {
    let size = if case .name = node.kind { 0.0 } else { value.extent.bytes }
    do throws(Problem) {
      try meter.settle(held + size)
    } catch {
      throw frame.failure(error, node.range)
    }
    return size
  }

  /// The value of a node; what goes wrong is said of its place.
  mutating func value(
    of node: Node,
    _ values: [Value],
    _ origins: [Origin],
    _ nodes: [Node],
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws(Failure) -> Value {
    do {
      try meter.spend(operations: Meter.perNode)
      return try combined(node, values, origins, nodes, &frame, &scope)
    } catch let failure as Failure {
      throw failure
    } catch let problem as Problem {
      var failure = frame.failure(
        named(problem, node, nodes, frame),
        blamed(for: problem, node, nodes, values)
      )
      failure.replaced = replaced(for: problem, node, nodes)
      throw failure
    } catch {
      preconditionFailure("only failures and problems are thrown here")
    }
  }

  /// Where a node's value comes from, told by its operands; nil where its evaluation has told it.
  private func computedOrigin(of node: Node, _ origins: [Origin]) -> Origin? {
    switch node.kind {
    case .number, .text, .boolean, .range: .exact
    case .name, .call, .apply: nil
    case .list(let elements): elements.reduce(Origin.exact) { $0.with(origins[$1]) }
    case .negate(let operand), .transpose(let operand): origins[operand]
    case .index(let base, _), .field(let base, _): origins[base]
    case .binary(_, let left, let right): origins[left].with(origins[right]).computed
    case .first: .mixed
    }
  }

  private mutating func combined(
    _ node: Node,
    _ values: [Value],
    _ origins: [Origin],
    _ nodes: [Node],
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws -> Value {
    func text(_ node: Int) -> String { frame.source.text(nodes[node].range) }
    func bound(_ arguments: [Argument]) -> [BoundArgument] {
      arguments.map { BoundArgument($0, values, origins) }
    }
    switch node.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .boolean(let holds): return .truth(Truth(holds: holds))
    case .name(let name): return try named(name, node.range, frame, &scope)
    case .list(let elements):
      let entries = elements.map { written(values[$0], of: $0, nodes, frame, scope) }
      return try Indexing.list(entries, &meter)
    case .range(let lower, let upper, let step, let isSampled):
      let step = step.map { values[$0] }
      return .range(try NumberRange(values[lower], values[upper], by: step, isSampled: isSampled))
    case .negate(let operand): return try Arithmetic.negated(values[operand], &meter)
    case .binary(let symbol, let left, let right):
      let value = try Arithmetic.apply(symbol, values[left], values[right], &meter)
      let operands = ((left, values[left]), (right, values[right]))
      return refined(value, of: symbol, operands.0, operands.1, nodes, frame, scope)
    case .transpose(let operand): return try Indexing.transposed(values[operand], &meter)
    case .index(let base, let indices):
      let entries = try Jacobians.entries(values[base], &meter)
      return try Indexing.element(of: entries, at: indices.map { values[$0] }, name: text(base))
    case .field(let base, let name):
      return try Record.field(name, of: values[base], named: text(base).shortened)
    case .call(let name, let arguments):
      guard ExactCall.names.contains(name) else {
        var list = bound(arguments)
        if case .function? = definitions[name]?.body {
          for (place, argument) in arguments.enumerated() {
            list[place].fraction = fraction(of: argument.node, nodes, frame, scope)
          }
        }
        return try call(name, list, node.range, &frame, &scope)
      }
      let exact = ExactCall(name, arguments.map(\.node), values, nodes)
      if isBuiltIn(name, frame, scope), let value = settled(exact, frame, scope) { return value }
      do {
        let list = withWholes(bound(arguments), exact, frame, scope)
        return try call(name, list, node.range, &frame, &scope)
      } catch let failure as Failure {
        guard case .value(.rankUndetermined) = failure.problem,
          let rank = rank(exact, frame, scope)
        else { throw failure }
        return rank
      }
    case .apply(let callee, let arguments):
      let arguments = bound(arguments)
      return try applied(values[callee], name: nil, arguments, node.range, frame, &scope)
    case .first(let variable, let condition):
      return try first(variable, condition, node.range, &frame, &scope)
    }
  }

  /// The part of a node that a problem is about: the right operand where the left sets the shape.
  private func blamed(
    for problem: Problem,
    _ node: Node,
    _ nodes: [Node],
    _ values: [Value]
  ) -> SourceRange {
    switch (problem, node.kind) {
    case (.value(.product), .binary(_, _, let right)),
      (.value(.divisionByZero), .binary(.divide, _, let right)),
      (.value(.domain), .binary(.power, _, let right)):
      nodes[right].range
    case (.value(.noLayer(_, let wrong, _)), .index(_, let indices)),
      (.value(.noEntry(let wrong, _, _)), .index(_, let indices)),
      (.value(.indexNotWhole(let wrong)), .index(_, let indices)):
      indices.first { values[$0].described == wrong }.map { nodes[$0].range } ?? node.range
    default: node.range
    }
  }

  /// Says "M is 2 × 2" where the text says M, and what an unknown name stands for by its place.
  private func named(_ problem: Problem, _ node: Node, _ nodes: [Node], _ frame: Frame) -> Problem {
    if let placed = placed(problem, node, nodes, frame.source) { return placed }
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
}
