/// A wrong answer and what it means.
package struct Misconception: Sendable, Hashable {
  /// An expression, or the id of a choice.
  package let answer: Located<String>
  /// What to tell someone who gives it.
  package let meaning: Prose
}
