import Notebooks

/// Where a line is read: it decides what the line means and is written in front of it in a transcript.
package enum Prompt: Sendable, Hashable {
  case notebook
  case answer(String)

  /// As it is written: `fathom>`, `answer[factor]>`.
  package var text: String {
    switch self {
    case .notebook: "fathom>"
    case .answer(let id): "answer[\(id)]>"
    }
  }

  /// A line without a prompt that was pasted with it: the notebook's, the lesson's, or this one.
  func withoutPastedPrompt(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: ">")) else { return line }
    for mark in [text, Self.notebook.text, "lesson>"] where line.hasPrefix(mark) {
      return String(line.dropFirst(mark.count)).trimmingBlanks
    }
    return line
  }

  /// Whether what was typed here is a whole input, and not the first lines of one.
  ///
  /// A command is one line, and an answer in words may open a bracket and leave it.
  package func isWhole(_ text: String) -> Bool {
    switch self {
    case .answer: !text.hasPrefix("?") || Parser.isComplete(String(text.dropFirst()))
    case .notebook: text.hasPrefix(":") || Parser.isComplete(text)
    }
  }
}
