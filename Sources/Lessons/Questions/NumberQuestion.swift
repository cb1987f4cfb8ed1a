/// A number to be worked out.
package struct NumberQuestion: Sendable, Hashable {
  /// How near an answer must come.
  package let tolerance: Tolerance
  /// What marks it.
  package let key: Keyed<ExpressionKey>
}

extension NumberQuestion: QuestionForm {
  static var keys: [QuestionKey] {
    [
      .secret("answer"), "within", .secret("accept"), .secret("reject"),
      .secret("misconceptions"), "given", "vary",
    ]
  }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    let usual = Tolerance.relative(Number("1e-3", at: reader.keys.position))
    let tolerance = reader.tolerance(orElse: usual)
    return reader.expressionKey().map {
      .number(NumberQuestion(tolerance: tolerance, key: $0))
    }
  }

  var misconceptions: [Misconception] { key.kept?.misconceptions ?? [] }

  var secretTexts: [(key: String, texts: [Located<String>])] { key.kept?.secretTexts ?? [] }
}
