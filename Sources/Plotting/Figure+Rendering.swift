import TerminalText

extension Figure {
  /// The figure in at most `columns` × `rows` cells; a table takes the rows that it needs.
  ///
  /// Lines are joined by "\n", without one at the end. A figure of at least 20 × 5 that is neither a table nor a
  /// sparkline has lines of exactly `columns` columns; a smaller one is a sentence that says so. With
  /// `hasColor` a heatmap in a character set other than ASCII shows two values per cell, which colours alone tell apart.
  package func rendered(
    columns: Int,
    rows: Int,
    charset: Charset = .ascii,
    hasColor: Bool = false
  ) -> StyledText {
    rendered(in: Frame(columns: columns, rows: rows, charset: charset, hasColor: hasColor))
  }

  func rendered(in frame: Frame) -> StyledText {
    guard frame.columns > 0, frame.rows > 0 else { return StyledText() }
    if needsFrame, frame.columns < Layout.leastColumns || frame.rows < Layout.leastRows {
      let lines = StyledText(Figure.refusal, .faint).wrapped(columns: frame.columns).lines
      return StyledText(lines: Array(lines.prefix(frame.rows)))
    }
    switch kind {
    case .line(let series), .scatter(let series):
      return LineFigure(self, series: series, frame: frame).rendered()
    case .bands(let bands):
      let quantiles = bands.map { Quantiles($0) }
      let medians = quantiles.map(\.median)
      return LineFigure(self, series: medians, bands: quantiles, frame: frame).rendered()
    case .bars(let bars): return BarFigure(self, bars: bars, frame: frame).rendered()
    case .histogram(let values): return BarFigure(self, values: values, frame: frame).rendered()
    case .heatmap(let map): return HeatmapFigure(self, map: map, frame: frame).rendered()
    case .network(let drawing):
      return NetworkFigure(self, drawing: drawing, frame: frame).rendered()
    case .beside(let members): return BesideFigure(self, members: members, frame: frame).rendered()
    case .sparkline(let series): return Sparkline(self, series: series, frame: frame).rendered()
    case .table(let series):
      return ValueTable(self, series: series).rendered(columns: frame.columns)
    }
  }

  /// Whether the figure has a frame, which takes room.
  private var needsFrame: Bool {
    switch kind {
    case .table, .sparkline: false
    case .line, .scatter, .bands, .bars, .histogram, .heatmap, .network, .beside: true
    }
  }

  private static let refusal =
    "A figure needs \(Layout.leastColumns) columns and \(Layout.leastRows) rows."
}
