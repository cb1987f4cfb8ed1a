import TerminalText

extension HTMLText {
  /// Text on the lines that it has.
  mutating func styled(_ text: StyledText, inPre: Bool = false) {
    for (index, line) in text.lines.enumerated() {
      if index > 0 { if inPre { newline() } else { void("br") } }
      for run in line.runs { styled(run, inPre: inPre) }
    }
  }

  private mutating func styled(_ run: StyledText.Run, inPre: Bool) {
    switch run.style {
    case .plain, .axis, .threshold, .series: words(run.text)
    case .strong, .heading, .overlap, .offScale: element("strong", run.text)
    case .emphasis: element("em", run.text)
    case .code: if inPre { words(run.text) } else { element("code", run.text) }
    case .faint, .grid, .prompt: element("span", ["class": "faint"], run.text)
    case .error: element("span", ["class": "error"], run.text)
    case .warning: element("span", ["class": "warning"], run.text)
    case .success: element("span", ["class": "success"], run.text)
    }
  }

  /// A table with the heads of its columns; numbers stand to the right.
  mutating func table(_ table: TextTable, title: String = "") {
    let toTheRight = table.standsRight
    func attributes(
      _ column: Int,
      _ more: KeyValuePairs<String, String> = [:]
    )
      -> KeyValuePairs<String, String>
    {
      guard toTheRight.indices.contains(column), toTheRight[column] else { return more }
      return more.isEmpty ? ["class": "number"] : ["scope": "col", "class": "number"]
    }
    element("table") { html in
      if !title.isEmpty { html.element("caption", title) }
      if table.header.contains(where: { !$0.isEmpty }) {
        html.element("thead") { html in
          html.element("tr") { html in
            for (column, cell) in table.header.enumerated() {
              // A head without words heads nothing.
              if cell.isEmpty {
                html.element("td") { _ in }
              } else {
                html.element("th", attributes(column, ["scope": "col"])) { $0.styled(cell) }
              }
            }
          }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.element("tr") { html in
            for (column, cell) in row.enumerated() {
              html.element("td", attributes(column)) { $0.styled(cell) }
            }
          }
        }
      }
    }
  }
}
