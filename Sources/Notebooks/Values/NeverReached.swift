/// In place of a number that there is none of: a search through the layers found none, or a training
/// was over before this step.
package struct NeverReached: Sendable, Hashable {
  /// What a table says of it.
  let word: String
  let text: String

  init(last: Int) {
    word = "never"
    text = "never up to \(last)"
  }

  init(divergedAt step: Int) {
    word = "diverged"
    text = "diverged at step \(step)"
  }
}
