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
    let notes = Notes(figure: figure, series: series, domain: domain, scale: scale).lines
      .map { $0.noteLines(columns) }
    let (layout, ticks, tickNote) = arranged(columns: columns, rows: rows, notes: notes)
    let gutter = layout.gutter(labelWidth: ticks.labelWidth)
    let canvas = canvas(layout, ticks)

    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(title(columns)) }
    lines += plot(canvas, ticks, gutter: gutter)
    let margin = StyledText(String(repeating: " ", count: gutter))
    lines += underPlot(canvas, layout).map { margin + $0 }
    lines += tickNote
    lines += notes.prefix(layout.notes).flatMap { $0 }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  /// The layout and the ticks for it, with the lines of the note that explains them.
  private func arranged(
    columns: Int,
    rows: Int,
    notes: [[StyledText]]
  ) -> (Layout, TickSet, note: [StyledText]) {
    // Whether lines meet is known when they are drawn; room for the word is kept if they may. The width of
    // the plot is not known either; the legend has at least its share.
    let legend = Legend(figure, series: series, scale: scale, meets: series.count > 1)
    var wish = Layout.Wish(
      tickNoteLines: 0,
      hasTitle: !figure.title.isEmpty,
      legendLines: legend.lines(columns: columns - columns / 3 - 2).count,
      noteLines: notes.map(\.count)
    )
    let layout = Layout(columns: columns, rows: rows, wish: wish)
    let ticks = ticks(layout)
    guard let text = ticks.note else { return (layout, ticks, []) }
    // The note takes lines, which may change the ticks once more.
    wish.tickNoteLines = StyledText(text).noteLines(columns).count
    let smaller = Layout(columns: columns, rows: rows, wish: wish)
    let fewer = self.ticks(smaller)
    let note = StyledText(fewer.note ?? "", .faint).noteLines(columns)
    guard smaller.hasTickNote, fewer.note != nil, note.count == wish.tickNoteLines else {
      return (layout, ticks.withoutLabels, [])
    }
    return (smaller, fewer, note)
  }

  /// The x axis, its labels and the legend, from the column of the y axis on.
  private func underPlot(_ canvas: Canvas, _ layout: Layout) -> [StyledText] {
    let words = AxisWords(figure)
    let legend = Legend(figure, series: series, scale: scale, meets: canvas.hasOverlap)
    var legendLines = Array(legend.lines(columns: canvas.columns).prefix(layout.legendLines))
    let isNameInLegend = place(StyledText(words.label), in: &legendLines, columns: canvas.columns)
    let axis = HorizontalAxis(
      domain.x,
      columns: canvas.columns,
      words: words,
      isNamed: !isNameInLegend
    )
    var lines = [StyledText("+" + axis.line, .axis)]
    if layout.hasLabels { lines.append(StyledText(" " + axis.labelLine)) }
    return lines + legendLines.map { StyledText(" ") + $0 }
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

extension StyledText {
  /// A note's lines.
  fileprivate func noteLines(_ columns: Int) -> [StyledText] {
    wrapped(columns: columns, indent: 1, hanging: 3).lines
  }
}
