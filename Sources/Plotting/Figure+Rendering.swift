import TerminalText

extension Figure {
  /// The figure in at most `columns` × `rows` cells; a table takes the rows that it needs.
  ///
  /// Lines are joined by "\n", without one at the end. A line figure of at least 20 × 5 has lines of exactly
  /// `columns` columns; a smaller one is a sentence that says so.
  package func rendered(columns: Int, rows: Int) -> StyledText {
    guard columns > 0, rows > 0 else { return StyledText() }
    switch kind {
    case .line(let series):
      guard columns >= Layout.leastColumns, rows >= Layout.leastRows else {
        let lines = StyledText(Figure.refusal, .faint).wrapped(columns: columns).lines
        return StyledText(lines: Array(lines.prefix(rows)))
      }
      return LineFigure(self, series: series).rendered(columns: columns, rows: rows)
    case .table(let series): return ValueTable(self, series: series).rendered(columns: columns)
    }
  }

  private static let refusal =
    "A figure needs \(Layout.leastColumns) columns and \(Layout.leastRows) rows."

  /// The same figure with its words spelt in ASCII, for a terminal that is not UTF-8.
  package var spelledInASCII: Figure {
    var spelt = self
    spelt.title = TerminalText.spelledInASCII(title)
    spelt.xLabel = TerminalText.spelledInASCII(xLabel)
    for index in spelt.thresholds.indices {
      spelt.thresholds[index].label =
        TerminalText.spelledInASCII(spelt.thresholds[index].label)
    }
    switch kind {
    case .line(let series): spelt.kind = .line(series.map(\.spelledInASCII))
    case .table(let series): spelt.kind = .table(series.map(\.spelledInASCII))
    }
    return spelt
  }
}

extension Series {
  fileprivate var spelledInASCII: Series {
    Series(name: TerminalText.spelledInASCII(name), x: x, y: y)
  }
}
