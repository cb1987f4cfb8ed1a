/// An expression of parameters that run.
package struct ExpressionQuestion: Sendable, Hashable {
  /// The parameters, and where they are sampled to test equality.
  package let over: [Draw]
  /// How near its values must come at each point.
  package let tolerance: Tolerance
  /// What marks it.
  package let key: Keyed<ExpressionKey>
}

extension ExpressionQuestion: QuestionForm {
  static var keys: [QuestionKey] {
    [
      .secret("answer"), "over", "within", .secret("accept"), .secret("reject"),
      .secret("misconceptions"), "given", "vary",
    ]
  }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    let usual = Tolerance.relative(Number("1e-9", at: reader.keys.position))
    let tolerance = reader.tolerance(orElse: usual)
    let over = reader.draws("over", required: true)
    return reader.expressionKey().map {
      .expression(ExpressionQuestion(over: over, tolerance: tolerance, key: $0))
    }
  }

  var misconceptions: [Misconception] { key.kept?.misconceptions ?? [] }

  var secretTexts: [(key: String, texts: [Located<String>])] { key.kept?.secretTexts ?? [] }
}
