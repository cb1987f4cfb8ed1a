import DeepNetworks
import Plotting
import TerminalText

// Names, calls of built-in functions and functions of one line, networks as functions.
extension Evaluator {
  mutating func named(
    _ name: String,
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> Value {
    origin = frame.origins[name] ?? .exact
    if let value = frame.locals[name] { return value }
    if builtInsFirst, let value = BuiltIns.value(name) { return value }
    if let value = scope.overrides[name] { return value }
    if definitions[name] != nil {
      let value = try value(of: name, in: &scope)
      origin = scope.origins[name] ?? .exact
      return value
    }
    if let value = BuiltIns.value(name) { return value }
    if name == "log" { throw Problem.name(.logAsks) }
    if let verb = FigureVerb(rawValue: name) { throw Problem.syntax(.figureOfNothing(verb)) }
    throw Problem.name(.unknownName(name, meant: meant(by: name, frame), place: .anywhere))
  }

  /// A name of the notebook that is near, or a built-in one that means the same.
  private func meant(by name: String, _ frame: Frame) -> String? {
    guard ForeignWords.value(name) == nil, !ForeignWords.withoutCounterpart.contains(name) else {
      return nil
    }
    // Of more than somebody types, none is looked for: each line would look at all before it.
    let defined = definitions.count <= Self.mostCompared ? definitions.order : []
    return Naming.nearest(to: name, among: frame.locals.keys.sorted() + defined)
      ?? Naming.meant(by: name, among: BuiltIns.names)
  }

  private static let mostCompared = 1000

  mutating func call(
    _ name: String,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws -> Value {
    if !(builtInsFirst && BuiltIns.function(name) != nil) {
      if let value = frame.locals[name] ?? scope.overrides[name] {
        return try applied(value, name: name, arguments, range, frame, &scope)
      }
      if let definition = definitions[name] {
        if case .function(let parameters, let body) = definition.body {
          return try invoke(definition, parameters, body, arguments, frame, &scope)
        }
        let value = try value(of: name, in: &scope)
        return try applied(value, name: name, arguments, range, frame, &scope)
      }
    }
    if let function = BuiltIns.function(name) {
      return try apply(function, arguments, range, frame, &scope)
    }
    switch BuiltIns.value(name) {
    case .format(let format)?:
      let given = arguments.map { frame.source.text($0.range) }
      throw Problem.name(
        .formatAsFunction(format.name, ours: ForeignWords.rounding(to: format.name, given))
      )
    case let value?: return try applied(value, name: name, arguments, range, frame, &scope)
    case nil: break
    }
    if let verb = FigureVerb(rawValue: name) { throw Problem.name(.verbAsFunction(verb)) }
    if name == "log" { throw Problem.name(.logAsks) }
    if let ours = ForeignWords.function(name) {
      let given = arguments.map { frame.source.text($0.range) }
      throw Problem.syntax(
        .foreignName(name, ours: ForeignWords.call(name, of: given) ?? Hint(stringLiteral: ours))
      )
    }
    if ForeignWords.withoutCounterpart.contains(name) {
      throw Problem.syntax(.foreignName(name, ours: nil))
    }
    throw Problem.name(.unknownFunction(name, meant: meant(by: name, frame)))
  }

  private mutating func apply(
    _ function: Function,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> Value {
    if let until = locks[function.name] {
      throw frame.failure(.bound(.locked(function: function.name, until: until)), range)
    }
    let isEnsemble = BuiltIns.ensembleFunctions.contains { $0.name == function.name }
    // What f computes at each seed is not known to be rounded throughout.
    defer {
      if scope.format != nil {
        let found = Origin.result(
          of: function.name,
          arguments.map(\.origin),
          lossScale: arguments.lossScale
        )
        origin = isEnsemble ? .mixed : found
      }
    }
    let arguments =
      isEnsemble ? try realized(arguments, of: function.name, frame, &scope) : arguments
    var call = try Call(function, arguments, range, format: scope.format, meter: meter) {
      frame.failure($0, $1)
    }
    defer { meter = call.meter }
    try call.spend(operations: Meter.perCall)
    return try function.body(&call)
  }

  /// A network applied to its input, `net(x)`.
  mutating func applied(
    _ callee: Value,
    name: String?,
    _ arguments: [BoundArgument],
    _ range: SourceRange,
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> Value {
    if case .function(let function) = callee, let definition = definitions[function],
      case .function(let parameters, let body) = definition.body
    {
      return try invoke(definition, parameters, body, arguments, frame, &scope)
    }
    if case .builtIn(let builtIn) = callee, let function = BuiltIns.function(builtIn.name) {
      // A function under another name, such as g(1) after g = tanh.
      return try apply(function, arguments, range, frame, &scope)
    }
    guard case .network(let network) = callee else {
      throw Problem.name(.notCallable(name: name, kind: callee.kind))
    }
    if let labelled = arguments.first(where: { $0.label != nil }), let label = labelled.label {
      throw frame.failure(
        .name(.unknownLabel(label, function: name ?? "A network", meant: nil, labels: [])),
        labelled.range
      )
    }
    guard arguments.count == 1 else {
      throw Problem.name(.networkTakesOneVector(count: arguments.count))
    }
    let given = try Networks.given(arguments[0].value, for: network)
    origin = .rounded(times: .one)
    switch given {
    case .one(let input):
      return .vector(try Networks.output(of: network, input, format: scope.format, &meter))
    case .samples(let samples):
      let pass = try Networks.forward(
        network,
        samples,
        Networks.Manner(format: scope.format),
        &meter
      )
      return .matrix(Matrix(rows: pass.samples.map(\.output)))
    }
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
        .name(.extraArgument(function: definition.name, signature: signature, ours: nil)),
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
    if callDepth == 0 {
      try meter.foresee(operations: Meter.perNode * nodes(inCallOf: definition.name))
    }
    try goDeeper()
    defer { callDepth -= 1 }
    try meter.spend(operations: Meter.perNode * 3)
    var inner = Frame(source: definition.statement.source, definition: definition.name)
    for (name, argument) in zip(parameters, arguments) {
      inner.locals[name] = argument.value
      inner.fractions[name] = argument.fraction
      if scope.format != nil { inner.origins[name] = argument.origin }
    }
    try prepare(definition.names, in: &scope)
    return try run(body, &inner, &scope)
  }

  /// Calls and conditions within each other take room on the stack.
  mutating func goDeeper() throws(Problem) {
    guard callDepth < Self.deepestCall else {
      throw .name(.callsTooDeep(limit: Self.deepestCall))
    }
    callDepth += 1
  }

  /// How many nodes a call looks at, those of the functions that it calls included.
  ///
  /// Functions that call each other twice double with each further one, so this is known before the
  /// first runs. Cost: linear in their text.
  private mutating func nodes(inCallOf name: String) -> Double {
    var stack = [name]
    while let top = stack.last {
      guard callSizes[top] == nil, let definition = definitions[top],
        case .function(let parameters, let body) = definition.body
      else {
        stack.removeLast()
        if callSizes[top] == nil { callSizes[top] = 0 }
        continue
      }
      let called = body.calls.filter { !parameters.contains($0) }
      let missing = called.filter { callSizes[$0] == nil }
      stack.append(contentsOf: missing)
      guard missing.isEmpty else { continue }
      let size = called.reduce(Double(body.nodes.count)) { $0 + (callSizes[$1] ?? 0) }
      callSizes[top] = min(size, 1e300)
    }
    return callSizes[name] ?? 0
  }
}
