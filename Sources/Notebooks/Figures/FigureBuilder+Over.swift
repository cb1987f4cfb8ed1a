import DeepNetworks

extension FigureBuilder {
  /// An expression in a setting; where it computes with what a training that was over never reached, that
  /// it was over: a figure leaves such a place out and says so, and the others are drawn.
  func value(
    _ expression: Expression,
    _ evaluator: inout Evaluator,
    in scope: inout Scope
  ) throws(Failure) -> Value {
    do throws(Failure) {
      return try evaluator.evaluate(expression, of: statement.source, in: &scope)
    } catch {
      guard !figure.over.isEmpty, case .value(.neverReached(let text)) = error.problem,
        let never = NeverReached(over: text)
      else { throw error }
      return .never(never)
    }
  }
}
