import DeepNetworks

extension Notebook {
  /// The value of an expression given as text, on these definitions; the notebook stays as it is.
  ///
  /// A built-in's name means the built-in here, whatever the learner calls so (design 4.1.4), unless
  /// all definitions are those that the expression was written for.
  package func value(
    ofExpression text: String,
    meter: Meter = Meter(),
    builtInsFirst: Bool = true
  ) throws(Failure) -> Value {
    let results = Parser.statements(of: text)
    guard results.count == 1 else {
      throw Failure(
        .syntax(.endsTooEarly(expected: "one expression")),
        at: SourceRange(0, 0),
        in: Source(text)
      )
    }
    let statement = try results[0].get()
    guard case .expression(let expression) = statement.kind else {
      throw Failure(
        .syntax(.unexpected(text, expected: "an expression")),
        at: statement.range,
        in: statement.source
      )
    }
    return try value(
      of: expression,
      in: statement.source,
      meter: meter,
      builtInsFirst: builtInsFirst
    )
  }

  /// The same for an expression that was read before.
  package func value(
    of expression: Expression,
    in source: Source,
    meter: Meter,
    builtInsFirst: Bool = true
  ) throws(Failure) -> Value {
    var evaluator = Evaluator(definitions: definitions, known: KnownValues(), meter: meter)
    evaluator.builtInsFirst = builtInsFirst
    var scope = Scope()
    return try evaluator.evaluate(expression, of: source, in: &scope)
  }
}
