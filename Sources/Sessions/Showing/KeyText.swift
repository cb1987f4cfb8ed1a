import Lessons

/// What a question's key says, for who may see it: an instructor's page.
package struct KeyText: Sendable, Hashable {
  /// A wrong answer, or the letter of a wrong choice, and what it means.
  package struct Wrong: Sendable, Hashable {
    package let answer: String
    package let meaning: Prose
  }

  /// The right answer as somebody would type it; nil where no answer is right or wrong.
  package let answer: String?
  package let explanation: Prose?
  package let wrong: [Wrong]
}
