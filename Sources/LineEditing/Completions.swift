/// Finds what could stand at the cursor, which is given as a count of UTF-8 bytes of the line.
package typealias Completer = @MainActor (_ line: String, _ cursor: Int) -> Completions

/// What could stand in a line in place of the text from `start` to the cursor.
package struct Completions: Sendable, Hashable {
  /// One way to go on.
  package struct Candidate: Sendable, Hashable {
    /// What would be inserted, whole; with a space or parenthesis after it if one should follow.
    package var text: String
    /// One line that says what it is; may be empty.
    package var summary: String

    package init(_ text: String, summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  /// A count of UTF-8 bytes of the line, at most the cursor's.
  package var start: Int
  /// In the order in which they are to be listed.
  package var candidates: [Candidate]

  package init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}
