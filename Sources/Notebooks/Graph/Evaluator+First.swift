import DeepNetworks

// `first l where …`
extension Evaluator {
  mutating func first(
    _ variable: String,
    _ condition: Expression,
    _ range: SourceRange,
    _ frame: inout Frame,
    _ scope: inout Scope
  ) throws -> Value {
    try goDeeper()
    defer { callDepth -= 1 }
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
      let value = try folded.run { node, values, nodes throws(Failure) in
        try self.value(of: node, values, [], nodes, &frame, &scope)
      }
      guard case .truth(let truth) = value else {
        throw frame.failure(.value(.notTrueOrFalse(kind: value.kind)), condition.range)
      }
      if truth.holds { return .number(Extended(layer)) }
    }
    return .never(.search(last: layers.upperBound))
  }
}
