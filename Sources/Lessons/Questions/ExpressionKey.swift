/// The key of a question whose answer is an expression.
///
/// Texts are in the cell language.
package struct ExpressionKey: Sendable, Hashable {
  /// The right answer, in the parameters of the question.
  package let answer: Located<String>
  /// Answers that must be marked right.
  package let accept: [Located<String>]
  /// Answers that must be marked wrong.
  package let reject: [Located<String>]
  /// Wrong answers, each with what it means.
  package let misconceptions: [Misconception]

  var secretTexts: [(key: String, texts: [Located<String>])] {
    [("answer", [answer]), ("accept", accept)]
  }
}
