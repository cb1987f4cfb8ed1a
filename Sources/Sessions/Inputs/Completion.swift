/// What TAB offers for a line.
package struct Completion: Sendable, Hashable {
  /// One thing that could stand there.
  package struct Candidate: Sendable, Hashable {
    /// What takes the place of the word, with the bracket or blank that should follow it.
    package var text: String
    /// In a few words, what it is.
    package var summary: String

    package init(text: String, summary: String) {
      self.text = text
      self.summary = summary
    }
  }

  /// Where the word begins that is completed, in UTF-8 bytes.
  package var start: Int
  package var candidates: [Candidate]
}
