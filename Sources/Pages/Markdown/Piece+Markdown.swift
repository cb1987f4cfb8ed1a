import Lessons
import Notebooks
import Plotting
import Sessions
import TerminalText

extension MarkdownText {
  mutating func piece(_ piece: Piece) {
    switch piece {
    case .prose(let prose, let values): self.prose(prose, values)
    case .parameters(let parameters):
      for parameter in parameters {
        marked("- ", "  ") { markdown in
          markdown.paragraph { line in
            line.code(parameter.assignment)
            if !parameter.meaning.isEmpty { line.words(" (\(parameter.meaning))") }
          }
        }
      }
    case .cell(let source): fenced(source.droppingLineEnd, "fathom")
    case .typed(let lines, let prompt):
      paragraph { $0.code(prompt.text) }
      fenced(lines.joined(separator: "\n"), "fathom")
    case .figure(let output): figure(output)
    case .table(let table, let title, let notes):
      if !title.isEmpty { paragraph { $0.styled(StyledText(title, .strong)) } }
      self.table(table)
      for note in notes { paragraph { $0.styled(note) } }
    case .lines(let text), .failure(let text): fenced(text.encoded(as: .plain), "text")
    case .message(let text): marked("> ", "> ") { $0.paragraph { $0.styled(text) } }
    case .question(let question): self.question(question)
    }
  }

  /// A figure in characters, and in words for who doesn't look.
  private mutating func figure(_ output: FigureOutput) {
    fenced(output.rendered(Layout(columns: 80, rows: 16)).encoded(as: .plain), "text")
    details("In words") { markdown in
      markdown.paragraph { $0.words(output.figure.description.joined(separator: " ")) }
    }
  }

  private mutating func question(_ question: AskedQuestion) {
    let text = question.text
    let values = text.values.merging(question.values) { asked, _ in asked }
    heading(3, "Question \(text.id)")
    prose(text.ask, text.values)
    for choice in text.choices {
      marked("- ", "  ") { markdown in
        markdown.paragraph { line in
          line.words("\(choice.letter)) ")
          line.styled(choice.text.onOneLine(text.values))
        }
      }
    }
    paragraph { $0.styled(StyledText(text.terms, .emphasis)) }
    for (index, hint) in question.hints.enumerated() {
      details("Hint \(index + 1) of \(question.hints.count)") { $0.prose(hint, values) }
    }
    if let key = question.key { self.key(key, values) }
  }

  private mutating func key(_ key: KeyText, _ values: [String: StyledText]) {
    if let answer = key.answer {
      paragraph { line in
        line.styled(StyledText("Right:", .strong))
        line.words(" ")
        line.code(answer)
      }
    }
    if let explanation = key.explanation { prose(explanation, values) }
    guard !key.wrong.isEmpty else { return }
    paragraph { $0.words("Wrong answers, and what they mean:") }
    for wrong in key.wrong {
      marked("- ", "  ") { markdown in
        markdown.paragraph { line in
          line.code(wrong.answer)
          line.words(" ")
          line.styled(wrong.meaning.onOneLine(values))
        }
      }
    }
  }
}

extension Prose {
  /// Its paragraphs behind each other.
  fileprivate func onOneLine(_ values: [String: StyledText]) -> StyledText {
    var text = StyledText()
    for element in elements {
      switch element.content {
      case .paragraph(let spans), .item(_, let spans), .heading(_, let spans):
        if !text.isEmpty { text.append(" ") }
        text.append(spans.styled { values[$0] })
      case .table, .code, .rule: break
      }
    }
    return text
  }
}
