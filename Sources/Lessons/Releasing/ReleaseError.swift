/// Why no learners' copy is written.
package struct ReleaseError: Error, Sendable, Hashable {
  /// The question whose key still shows; `nil` for a speaker note.
  package let question: String?
  /// The key that holds the text: `answer`, `explain`.
  package let part: String
  /// Where the lesson still shows it; the column is that of the learners' copy.
  package let position: Position

  /// The line of the lesson that still shows it.
  package var line: Int { position.line }
}
