import TerminalText

extension Failure {
  /// The place as `line:column`; the column counts from 1, the line as in the whole file.
  package var position: (line: Int, column: Int) {
    (source.firstLine + source.line(at: range.lower) - 1, source.column(at: range.lower))
  }

  /// The line at fault with a caret under the place, then what is wrong and what to type.
  ///
  /// With `spoken` the caret, which nobody hears, becomes "column 9, `gian`"; with `isASCII` all is spelt so.
  package func report(
    columns: Int,
    spoken: Bool = false,
    isASCII: Bool = false
  ) -> StyledText {
    var text = StyledText()
    if let definition {
      text.append("In the definition of \(definition):\n", .faint)
    }
    if spoken {
      let excerpt = Excerpt(self, columns: max(10, columns - 2), isASCII: isASCII)
      text.append("  \(excerpt.line)\n")
      text.append("column \(position.column), \"\(excerpt.marked)\": ", .error)
    } else {
      text.append(self.excerpt(columns: columns, isASCII: isASCII))
      text.append("\n")
    }
    text.append(message)
    return isASCII ? text.spelledInASCII : text
  }

  /// The line at fault, and beneath it a caret under the place.
  package func excerpt(columns: Int, isASCII: Bool = false) -> StyledText {
    let excerpt = Excerpt(self, columns: max(10, columns - 2), isASCII: isASCII)
    var text = StyledText("  \(excerpt.line)\n")
    text.append("  \(excerpt.caret)", .error)
    return text
  }
}
