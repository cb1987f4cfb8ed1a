/// An answer that was given to a question, as a report tells of it.
package struct Tried: Sendable, Hashable {
  /// What was typed; of choices their ids, of a task what the learner has defined for it.
  package let text: String
  /// What it is marked with, were it the only one; nil where it was not looked at.
  package let mark: Mark?
  /// What a known wrong answer means.
  package let meaning: String?
  /// Whether it could score.
  package let counts: Bool

  package init(text: String, mark: Mark?, meaning: String?, counts: Bool) {
    (self.text, self.mark, self.meaning, self.counts) = (text, mark, meaning, counts)
  }
}
