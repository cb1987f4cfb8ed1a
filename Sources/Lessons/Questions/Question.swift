/// A question, typed by its kind.
package struct Question: Sendable, Hashable {
  /// Unique in the lesson.
  package let id: Located<String>
  /// What the learner reads first.
  package let ask: Prose
  /// From the vaguest to the plainest.
  package private(set) var hints: [Prose]
  /// Shown after the last attempt; `nil` when the author wrote none or a learners' copy hides it.
  package let explain: Prose?
  /// What an answer is worth.
  package let credit: Credit
  /// After so many answers it closes; nil where it takes any number.
  package let attempts: Int?
  /// The frozen parameters, the same for everyone, in the order of the file.
  package let given: [GivenValue]
  /// The parameters that are drawn for each learner, in the order of the file.
  package let vary: [Draw]
  /// How it is answered and marked.
  package let kind: Kind
  /// Whether it asks to read off what stands above it.
  package let isRead: Bool
  /// The functions that are locked from the beginning of its step until it is answered or given up.
  package let locked: [Located<String>]
  /// Where the fence begins.
  package let position: Position

  /// The same without hints.
  var withoutHints: Question {
    var copy = self
    copy.hints = []
    return copy
  }

  /// What an answer is worth.
  package enum Credit: Sendable, Hashable {
    /// Worth nothing; the keys stay in the learners' copy.
    case practice
    case counted(Points, Counting)
  }
}
