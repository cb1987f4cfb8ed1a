/// Why no learners' copy is written.
package struct ReleaseError: Error, Sendable, Hashable {
  /// The question whose key still shows; `nil` for a speaker note.
  package let question: String?
  /// The key that holds the text: `answer`, `explain`.
  package let part: String
  /// The line of the lesson that still shows it.
  package let line: Int
}
