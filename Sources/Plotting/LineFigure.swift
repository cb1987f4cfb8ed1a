import TerminalText

/// A line figure on its way to text.
struct LineFigure {
  let figure: Figure
  let series: [Series]
  let domain: Domain
  let scale: Scale?

  init(_ figure: Figure, series: [Series]) {
    self.figure = figure
    self.series = series
    domain = Domain(series)
    scale = Scale(figure.axis, for: domain)
  }

  /// The figure in exactly `columns` columns and at most `rows` rows.
  func rendered(columns: Int, rows: Int) -> StyledText {
    let words = AxisWords(figure)
    let notes = Notes(figure: figure, series: series, domain: domain, scale: scale)
    // Whether lines meet is known when they are drawn; room for the word is kept if they may.
    let legend = Legend(figure, series: series, scale: scale, meets: series.count > 1)
    var shownNotes = wrapped(notes.lines(tickNote: nil), columns)
    var layout = layout(columns: columns, rows: rows, legend: legend, notes: shownNotes)
    var ticks = ticks(layout)
    if ticks.note != nil {
      // The note takes a line, which may change the ticks once more.
      shownNotes = wrapped(notes.lines(tickNote: ticks.note), columns)
      layout = self.layout(columns: columns, rows: rows, legend: legend, notes: shownNotes)
      ticks = self.ticks(layout)
    }
    let gutter = layout.gutter(labelWidth: ticks.labelWidth)
    let canvas = canvas(layout, ticks)

    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(title(columns)) }
    lines += plot(canvas, ticks, gutter: gutter)
    let drawn = Legend(
      figure,
      series: series,
      scale: scale,
      meets: canvas.hasOverlap
    )
    var legendLines = Array(drawn.lines(columns: canvas.columns).prefix(layout.legendLines))
    let name = StyledText(words.label)
    let isNameInLegend = place(name, in: &legendLines, columns: canvas.columns)
    let margin = StyledText(String(repeating: " ", count: gutter))
    if let x = domain.x {
      let axis = HorizontalAxis(
        x,
        columns: canvas.columns,
        words: words,
        isNamed: !isNameInLegend
      )
      lines.append(margin + StyledText("+" + axis.line, .axis))
      if layout.hasLabels { lines.append(margin + StyledText(" " + axis.labelLine)) }
    } else {
      lines.append(margin + StyledText("+" + String(repeating: "-", count: canvas.columns), .axis))
      if layout.hasLabels { lines.append(StyledText()) }
    }
    lines += legendLines.map { margin + StyledText(" ") + $0 }
    lines += shownNotes.prefix(layout.notes).flatMap { $0 }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  private func layout(
    columns: Int,
    rows: Int,
    legend: Legend,
    notes: [[StyledText]]
  ) -> Layout {
    // The width of the plot is not known yet; the legend has at least two thirds of the columns.
    let legendLines = legend.lines(columns: columns - columns / 3).count
    return Layout(
      columns: columns,
      rows: rows,
      wish: Layout.Wish(
        hasTitle: !figure.title.isEmpty,
        legendLines: legendLines,
        noteLines: notes.map(\.count)
      )
    )
  }

  private func wrapped(_ notes: [StyledText], _ columns: Int) -> [[StyledText]] {
    notes.map { $0.wrapped(columns: columns, indent: 1, hanging: 3).lines }
  }

  private func ticks(_ layout: Layout) -> TickSet {
    scale?.ticks(cells: layout.plotRows, longest: layout.longestLabel) ?? .none
  }

  private func title(_ columns: Int) -> StyledText {
    let title = StyledText(neutralised(figure.title), .strong).truncated(to: columns)
    return StyledText(String(repeating: " ", count: (columns - title.width) / 2)) + title
  }

  /// Writes the x axis' name at the right end of the legend's first line, if there is room.
  private func place(_ name: StyledText, in lines: inout [StyledText], columns: Int) -> Bool {
    guard let first = lines.first, first.width + 3 + name.width <= columns else { return false }
    lines[0] = first.padded(to: columns - name.width) + name
    return true
  }
}

extension LineFigure {
  /// Everything inside the axes.
  private func canvas(_ layout: Layout, _ ticks: TickSet) -> Canvas {
    var canvas = Canvas(
      columns: layout.plotColumns(labelWidth: ticks.labelWidth),
      rows: layout.plotRows
    )
    for tick in ticks.ticks where !tick.label.isEmpty { canvas.drawGrid(row: tick.cell) }
    guard let scale, let x = domain.x else { return canvas }
    for threshold in figure.thresholds {
      guard case .at(let height) = scale.place(threshold.at) else { continue }
      canvas.drawThreshold(row: cell(height, count: canvas.rows))
    }
    for (index, one) in series.enumerated() {
      canvas.drawLine(one, index: index, x: x, scale: scale)
    }
    for guess in figure.guesses where guess.x.isFinite {
      let column = cell(Plotting.place(guess.x, in: x), count: canvas.columns)
      switch scale.place(guess.y) {
      case .at(let height):
        canvas.drawGuess(column: column, row: cell(height, count: canvas.rows))
      case .above: canvas.drawGuess(column: column, row: canvas.rows - 1)
      case .below: canvas.drawGuess(column: column, row: 0)
      case .gap: break
      }
    }
    return canvas
  }

  /// The rows of the plot with labels and axis, the top one first.
  private func plot(_ canvas: Canvas, _ ticks: TickSet, gutter: Int) -> [StyledText] {
    (0..<canvas.rows).reversed().map { row in
      let tick = ticks.ticks.first { $0.cell == row }
      let label = StyledText(tick?.label ?? "").padded(to: gutter - 1, .right)
      let axis = StyledText(tick == nil ? " |" : " +", .axis)
      if scale == nil, row == canvas.rows / 2 {
        return label + axis + StyledText(" " + emptiness, .faint).truncated(to: canvas.columns)
      }
      return label + axis + canvas.text(row: row)
    }
  }

  /// Why nothing is drawn.
  private var emptiness: String {
    if domain.x == nil { return "no points" }
    return domain.finite != nil ? "no positive values" : "no finite values"
  }
}
