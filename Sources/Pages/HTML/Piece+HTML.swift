import Lessons
import Notebooks
import Plotting
import Sessions
import TerminalText

extension HTMLText {
  mutating func piece(_ piece: Piece) {
    switch piece {
    case .prose(let prose, let values): self.prose(prose, values)
    case .parameters(let parameters): self.parameters(parameters)
    case .cell(let source): cell("lesson>", source)
    case .typed(let lines, let prompt): cell(prompt.text, lines.joined(separator: "\n"))
    case .figure(let output): figure(output)
    case .table(let table, let title, let notes):
      element("div", ["class": "wide", "tabindex": "0"]) { $0.table(table, title: title) }
      for note in notes { element("p", ["class": "notes"]) { $0.styled(note) } }
    case .lines(let text): output(text, "output")
    case .failure(let text): output(text, "output failed")
    case .message(let text): element("p", ["class": "said"]) { $0.styled(text) }
    case .question(let question): self.question(question)
    }
  }

  /// A cell without its prompt in what is copied.
  private mutating func cell(_ prompt: String, _ source: String) {
    element("div", ["class": "cell"]) { html in
      html.element("span", ["class": "prompt"], prompt)
      html.element("pre") { html in html.element("code") { $0.lines(of: source) } }
    }
  }

  private mutating func output(_ text: StyledText, _ kind: String) {
    element("div", ["class": kind]) { html in
      html.element("pre") { html in
        html.element("samp") { $0.styled(text, inPre: true) }
      }
    }
  }

  private mutating func parameters(_ parameters: [Shown.ParameterText]) {
    element("dl") { html in
      for parameter in parameters {
        html.element("dt") { $0.element("code", parameter.assignment) }
        html.element("dd", parameter.meaning)
      }
    }
  }

  private mutating func figure(_ output: FigureOutput) {
    let figure = output.figure
    element("figure", ["class": figure.hasDarkColors ? "adapts" : "paper"]) { html in
      html.element("div", ["class": "wide", "tabindex": "0"]) { $0.drawing(figure) }
      html.element("figcaption") { html in
        for note in output.notes { html.element("p", note) }
        html.element("details") { html in
          html.element("summary", "In words")
          html.element("p", figure.description.joined(separator: " "))
        }
      }
    }
  }

  private mutating func question(_ question: AskedQuestion) {
    let text = question.text
    let values = text.values.merging(question.values) { asked, _ in asked }
    element("div", ["class": "question"]) { html in
      html.element("h3") { html in
        html.words("Question ")
        html.element("code", text.id)
      }
      html.prose(text.ask, text.values)
      if !text.choices.isEmpty {
        html.element("ul", ["class": "choices"]) { html in
          for choice in text.choices {
            html.element("li") { html in
              html.element("span", "\(choice.letter))")
              html.element("div") { $0.prose(choice.text, text.values) }
            }
          }
        }
      }
      html.element("p", ["class": "terms"], text.terms)
      for (index, hint) in question.hints.enumerated() {
        html.element("details") { html in
          html.element("summary", "Hint \(index + 1) of \(question.hints.count)")
          html.prose(hint, values)
        }
      }
      if let key = question.key { html.key(key, values) }
    }
  }

  private mutating func key(_ key: KeyText, _ values: [String: StyledText]) {
    element("div", ["class": "key"]) { html in
      if let answer = key.answer {
        html.element("p") { html in
          html.element("strong", "Right: ")
          html.element("code", answer)
        }
      }
      if let explanation = key.explanation { html.prose(explanation, values) }
      guard !key.wrong.isEmpty else { return }
      html.element("p", "Wrong answers, and what they mean:")
      html.element("ul") { html in
        for wrong in key.wrong {
          html.element("li") { html in
            html.element("code", wrong.answer)
            html.words(" ")
            html.inline(wrong.meaning, values)
          }
        }
      }
    }
  }
}
