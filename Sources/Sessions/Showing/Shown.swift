import Lessons
import Notebooks
import TerminalText

/// Something to be shown, before anybody knows how wide the page is; behind a reference what is large.
package enum Shown: Sendable, Hashable {
  /// The title of a step.
  case heading(StyledText)
  case prose(Prose, values: [String: StyledText])
  /// A cell of the lesson, as it was written.
  case cell(String)
  indirect case output(Output)
  /// The value of an expression, behind the expression.
  indirect case labelled(Value, label: String)
  indirect case failure(Failure)
  /// A question, ready to be read.
  indirect case question(QuestionText)
  /// A sentence of the session.
  case message(StyledText)
  indirect case table(TextTable)
  /// Parameters and what they mean, side by side.
  case parameters([ParameterText])
  /// Lines that are not wrapped: data for other programs.
  case verbatim(String)

  /// `s = 1.5`, and what s means.
  package struct ParameterText: Sendable, Hashable {
    package var assignment: String
    package var meaning: String
  }
}

/// A question with what has to be known to answer it.
package struct QuestionText: Sendable, Hashable {
  /// A choice as it is shown; its letter belongs to its id, whatever the order.
  package struct Choice: Sendable, Hashable {
    package var letter: String
    package var text: Prose
  }

  /// The question's own id.
  package var id: String
  package var ask: Prose
  package var values: [String: StyledText]
  /// In the order in which they are shown.
  package var choices: [Choice]
  /// Points, tolerance, form.
  package var terms: String
}

extension QuestionText {
  /// A question as its author wrote it, for paper: choices in the author's order, and of its values those that
  /// are everybody's.
  package init(unshuffled question: Question, terms: String) {
    self.init(
      id: question.id.value,
      ask: question.ask,
      values: Dictionary(
        question.given.map { ($0.name.value, StyledText($0.value.text)) }
      ) { first, _ in first },
      choices: zip(AnswerLine.letters, question.choices).map { letter, choice in
        Choice(letter: letter, text: choice.text)
      },
      terms: terms
    )
  }
}
