import TerminalText

/// A name that the header of a transcript or of a copy can bear.
package struct LearnerName: Sendable, Hashable {
  package let text: String

  /// A name; nil where it is longer than 60 characters, has blanks around it, or would steer a terminal.
  package init?(_ text: String) {
    guard text == neutralised(text), (1...60).contains(text.count), text.utf8.count <= 180,
      text.first != " ", text.last != " "
    else { return nil }
    self.text = text
  }
}
