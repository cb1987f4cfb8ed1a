import Lessons
import Notebooks
import Sessions
import TerminalText

/// A part of a page, in the order of the page.
package enum Piece: Sendable {
  case prose(Prose, values: [String: StyledText])
  case parameters([Shown.ParameterText])
  /// A cell of the lesson.
  case cell(String)
  /// What somebody typed, at its prompt.
  case typed([String], at: Prompt)
  case figure(FigureOutput)
  case table(TextTable, title: String, notes: [StyledText])
  /// Lines that keep their columns: values, and what other programs read.
  case lines(StyledText)
  /// An error, with its caret.
  case failure(StyledText)
  /// What the session said.
  case message(StyledText)
  case question(AskedQuestion)
}

/// A question with what its author has for who doesn't find the answer.
package struct AskedQuestion: Sendable {
  let text: QuestionText
  let hints: [Prose]
  /// Only on a page for instructors.
  let key: KeyText?
  /// For the placeholders of hints and key.
  let values: [String: StyledText]
}
