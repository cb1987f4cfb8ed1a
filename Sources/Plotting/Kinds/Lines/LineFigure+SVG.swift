import TerminalText

extension Page {
  /// Lines, points or bands between axes.
  mutating func draw(_ content: LineContent) {
    let line = LineFigure(content, frame: frame)
    let around = content.around
    let small = smallPrint(line)
    let (ticks, rows) = (small.ticks, small.rows)
    let edges = edges ?? PlotEdges(top: top, under: small.height)
    let plot = Plot(
      left: Page.margin + Double(ticks.labelWidth) * Page.character + 12,
      right: width - Page.margin - 6,
      top: edges.top,
      bottom: max(edges.top + 80, height - edges.under)
    )
    drawGrid(ticks, plot)
    if line.scale != nil, line.domain.x != nil {
      var surface = PlotDrawing(plot)
      line.draw(on: &surface)
      drawing.add(surface.drawing.text)
    } else {
      drawing.words(line.emptiness, plot.across(0.5), plot.up(0.5), .middle, color: Look.faint)
    }
    drawAxes(line.domain.x, AxisWords(around), plot, isNamed: false)
    let legendTop = plot.bottom + 2 * Page.line + 6
    if !around.xLabel.isEmpty {
      drawing.words(neutralised(around.xLabel), plot.right, legendTop, .end)
    }
    for (index, row) in small.entries.enumerated() {
      drawLegend(row, line, y: legendTop + Double(index) * Page.line)
    }
    var y = legendTop + Double(rows) * Page.line
    y = add(notes: small.notes, at: y)
    height = max(height, y - 4)
  }

  /// What a plot has above and below it.
  func edges(of content: LineContent) -> PlotEdges {
    PlotEdges(top: top, under: smallPrint(LineFigure(content, frame: frame)).height)
  }

  /// What stands beside and below a plot.
  private struct SmallPrint {
    let ticks: TickSet
    let entries: [[Entry]]
    /// Of the legend and of the axis' name.
    let rows: Int
    let notes: [String]
    /// With the numbers of the x axis.
    let height: Double
  }

  private func smallPrint(_ line: LineFigure) -> SmallPrint {
    let cells = max(4, Int((height - top) / 24))
    let ticks = line.scale?.ticks(cells: cells, longest: 12) ?? .none
    let entries = legend(line)
    var notes = line.notes.lines.map(\.plain)
    if let runs = line.bands.map(\.runs).max(), runs > 1 {
      notes.insert("lines: medians of \(runs) runs; areas: from 10 % to 90 % of the runs", at: 0)
    }
    if let note = ticks.note { notes.insert(note, at: 0) }
    let rows = max(entries.count, line.around.xLabel.isEmpty ? 0 : 1)
    let under = Page.line * Double(2 + rows) + height(of: notes) + Page.margin
    return SmallPrint(ticks: ticks, entries: entries, rows: rows, notes: notes, height: under)
  }

  /// What a legend names: a line of now, or those of before.
  private struct Entry {
    let name: String
    /// nil for what was before.
    let index: Int?
  }

  /// The entries in rows as wide as the page.
  private func legend(_ line: LineFigure) -> [[Entry]] {
    var entries = line.series.enumerated().filter { !$1.name.isEmpty }.map { index, one in
      Entry(name: neutralised(one.name), index: index)
    }
    if let before = line.before(hasGhost: true) { entries.append(Entry(name: before, index: nil)) }
    var rows: [[Entry]] = []
    var used = 0.0
    for entry in entries {
      let room = 44 + Double(displayWidth(entry.name) + 2) * Page.character
      // The axis' name stands at the end of the first row.
      let taken =
        rows.count < 2
        ? Double(displayWidth(neutralised(line.around.xLabel)) + 2) * Page.character : 0
      if rows.isEmpty || used + room > width - 2 * Page.margin - taken {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += room
    }
    return rows
  }

  private mutating func drawLegend(_ row: [Entry], _ line: LineFigure, y: Double) {
    var x = Page.margin
    for entry in row {
      drawSample(of: entry.index, line, x, y)
      drawing.words(entry.name, x + 44, y)
      x += 44 + Double(displayWidth(entry.name) + 2) * Page.character
    }
  }

  /// A piece of a line, or a point, as it stands in the plot; nil for those of before.
  private mutating func drawSample(of index: Int?, _ line: LineFigure, _ x: Double, _ y: Double) {
    switch (index, line.content.isJoined) {
    case (nil, true): drawing.line(x, y - 4.5, x + 36, y - 4.5, .ghost)
    case (nil, false): drawing.add(Drawing.ghostMarker(x + 18, y - 4.5))
    case (let index?, false): drawing.add(Drawing.marker(index, x + 18, y - 4.5))
    case (let index?, true):
      if !line.bands.isEmpty {
        drawing.area(Drawing.box(x, y - 10, 36, 11), Look.series(index).color)
      }
      drawing.line(x, y - 4.5, x + 36, y - 4.5, .series(index))
    }
  }
}
