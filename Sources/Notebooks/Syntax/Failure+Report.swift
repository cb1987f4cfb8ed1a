import TerminalText

extension Failure {
  /// The place as `line:column`; the column counts from 1, the line as in the whole file.
  package var position: (line: Int, column: Int) {
    (source.firstLine + source.line(at: range.lower) - 1, source.column(at: range.lower))
  }

  /// The line at fault with a caret under the place, then what is wrong and what to type.
  ///
  /// With `spoken` the caret, which nobody hears, becomes "column 9, `gian`".
  package func report(columns: Int, spoken: Bool = false) -> StyledText {
    var text = StyledText()
    if let definition {
      text.append("In the definition of \(definition):\n", .faint)
    }
    if spoken {
      let excerpt = Excerpt(self, columns: max(20, columns - 2))
      text.append("  \(excerpt.line)\n")
      text.append("column \(position.column), \"\(excerpt.marked)\": ", .error)
    } else {
      text.append(self.excerpt(columns: columns))
      text.append("\n")
    }
    text.append(problem.message)
    return text
  }

  /// The line at fault, and beneath it a caret under the place.
  package func excerpt(columns: Int) -> StyledText {
    let excerpt = Excerpt(self, columns: max(20, columns - 2))
    var text = StyledText("  \(excerpt.line)\n")
    text.append("  \(excerpt.caret)", .error)
    return text
  }
}

/// The part of a line around a place, fit for a terminal.
struct Excerpt {
  let line: String
  let caret: String
  let marked: String

  init(_ failure: Failure, columns: Int) {
    let source = failure.source
    let whole = source.lineRange(source.line(at: failure.range.lower))
    let start = max(whole.lower, failure.range.lower)
    let end = min(max(failure.range.upper, start), whole.upper)
    // A line that does not fit is cut to what surrounds the place.
    var from = whole.lower
    if end - from > columns - 2 { from = max(whole.lower, start - columns / 2) }
    let to = min(whole.upper, from + columns - 2)
    let before = neutralised(source.text(SourceRange(from, start)))
    let within = neutralised(source.text(SourceRange(start, min(end, to))))
    let after = neutralised(source.text(SourceRange(min(end, to), to)))
    let lead = from > whole.lower ? "…" : ""
    line = lead + before + within + after + (to < whole.upper ? "…" : "")
    let width = max(1, displayWidth(within))
    caret =
      String(repeating: " ", count: displayWidth(lead + before)) + "^"
      + String(repeating: "~", count: width - 1)
    marked = within.isEmpty ? "the end" : within
  }
}
