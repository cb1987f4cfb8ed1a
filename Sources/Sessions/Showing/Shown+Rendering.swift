import Lessons
import Notebooks
import Plotting
import TerminalText

extension Shown {
  /// Its lines, fitted to the layout; none ends in blanks, which editors of transcripts strip.
  package func rendered(_ layout: Layout) -> StyledText {
    let text = laidOut(layout)
    return text.hasBlanksAtEnds ? text.withoutTrailingBlanks : text
  }

  private func laidOut(_ layout: Layout) -> StyledText {
    switch self {
    case .heading(let title): layout.wrapped(title, hanging: 2)
    case .prose(let prose, let values): indented(prose.rendered(layout, inset: 2, values))
    case .cell(let source): layout.fitted(cell(source), hanging: 10)
    case .output(let output): output.rendered(layout)
    case .labelled(let value, let label):
      Output.value(value, name: label).rendered(layout)
    case .failure(let failure):
      // Its words quote what was typed.
      layout.fitted(
        failure.report(
          columns: layout.columns,
          spoken: layout.figuresAsText,
          isASCII: layout.isASCII
        ).neutralised,
        hanging: 2
      )
    case .question(let question): question.rendered(layout)
    case .message(let text): layout.wrapped(text, hanging: 2)
    case .table(let table):
      (layout.isASCII ? table.spelledInASCII : table).rendered(columns: layout.columns)
    case .parameters(let parameters): Self.line(parameters, layout)
    case .verbatim(let text):
      layout.spelt(StyledText(text.last == "\n" ? String(text.dropLast()) : text))
    }
  }

  /// Parameters beside each other, as many to a line as fit.
  private static func line(_ parameters: [ParameterText], _ layout: Layout) -> StyledText {
    var text = StyledText("  ")
    var width = 2
    for (index, parameter) in parameters.enumerated() {
      let assignment = layout.spelt(neutralised(parameter.assignment))
      let meaning =
        parameter.meaning.isEmpty ? "" : layout.spelt(" (\(neutralised(parameter.meaning)))")
      let size = displayWidth(assignment + meaning)
      if index > 0 {
        let fits = width + 3 + size <= layout.columns
        text.append(fits ? "   " : "\n  ")
        width = fits ? width + 3 : 2
      }
      text.append(assignment, .code)
      text.append(meaning, .faint)
      width += size
    }
    return text.wrapped(columns: layout.columns, hanging: 4)
  }

  /// Whether an empty line stands before it.
  package var opensParagraph: Bool {
    switch self {
    case .heading, .prose, .question: true
    case .cell, .output, .labelled, .failure, .message, .table, .parameters, .verbatim: false
    }
  }

  private func cell(_ source: String) -> StyledText {
    var text = StyledText()
    for line in source.split(separator: "\n") {
      if !text.isEmpty { text.append("\n") }
      text.append("lesson> ", .prompt)
      text.append(neutralised(String(line)), .code)
    }
    return text
  }
}

extension StyledText {
  /// The same lines without the blanks at their ends.
  var withoutTrailingBlanks: StyledText {
    StyledText(
      lines: lines.map { line in
        var rest = line.plain.count - line.plain.trimmingEnd.count
        var kept: [StyledText] = []
        for run in line.runs.reversed() {
          let dropped = min(rest, run.text.count)
          rest -= dropped
          kept.append(StyledText(String(run.text.dropLast(dropped)), run.style))
        }
        return kept.reversed().reduce(StyledText(), +)
      }
    )
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    var view = self[...]
    while view.last == " " { view.removeLast() }
    return view
  }
}

func indented(_ text: StyledText) -> StyledText {
  StyledText(
    lines: text.lines.map { line in line.isEmpty ? line : StyledText("  ") + line }
  )
}

extension Prose {
  /// Lines that leave some of the layout's columns to what stands before them.
  fileprivate func rendered(
    _ layout: Layout,
    inset: Int,
    _ values: [String: StyledText]
  ) -> StyledText {
    rendered(columns: layout.columns - inset, isASCII: layout.isASCII) { values[$0] }
  }
}

extension QuestionText {
  package func rendered(_ layout: Layout) -> StyledText {
    var text = ask.rendered(layout, inset: 2, values)
    for choice in choices {
      let words = choice.text.rendered(layout, inset: 8, values)
      for (index, line) in words.lines.enumerated() {
        text.append(index == 0 ? "\n  \(choice.letter)) " : "\n     ")
        text.append(line)
      }
    }
    text.append("\n")
    text.append(
      layout.spelt(StyledText(terms, .faint)).wrapped(columns: layout.columns - 2, hanging: 1)
    )
    return indented(text)
  }
}

extension Settings {
  /// The layout of the transcript.
  package var layout: Layout {
    Layout(
      columns: columns,
      rows: figureRows,
      figuresAsText: figures == .text,
      charset: charset
    )
  }
}
