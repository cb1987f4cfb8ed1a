/// What a learner has done with a question to come to its mark.
package struct Effort: Sendable, Hashable {
  package let attempts: Int
  /// Hints that were asked for.
  package let hints: Int
  /// Whether a guess was near what was shown; nil where none was made.
  package let wasGoodGuess: Bool?

  package init(attempts: Int, hints: Int, wasGoodGuess: Bool?) {
    (self.attempts, self.hints, self.wasGoodGuess) = (attempts, hints, wasGoodGuess)
  }
}
