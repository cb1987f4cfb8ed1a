import TerminalText

extension Page {
  /// Lines, points or bands between axes.
  mutating func draw(_ content: LineContent) {
    let line = LineFigure(content, frame: frame)
    let around = content.around
    let cells = max(4, Int((height - top) / 24))
    let ticks = line.scale?.ticks(cells: cells, longest: 12) ?? .none
    let entries = legend(line)
    var notes = line.notes.lines.map(\.plain)
    if let runs = content.bands.map(\.runs).max(), runs > 1 {
      notes.insert("lines: medians of \(runs) runs; areas: from 10 % to 90 % of the runs", at: 0)
    }
    if let note = ticks.note { notes.insert(note, at: 0) }
    let rows = max(entries.count, around.xLabel.isEmpty ? 0 : 1)
    let under = Page.line * Double(2 + rows) + height(of: notes) + Page.margin
    let plot = Plot(
      left: Page.margin + Double(ticks.labelWidth) * Page.character + 12,
      right: width - Page.margin - 6,
      top: top,
      bottom: max(top + 80, height - under)
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
    for (index, row) in entries.enumerated() {
      drawLegend(row, line, y: legendTop + Double(index) * Page.line)
    }
    var y = legendTop + Double(rows) * Page.line
    y = add(notes: notes, at: y)
    height = max(height, y - 4)
  }

  private func legend(_ line: LineFigure) -> [[Int]] {
    var rows: [[Int]] = []
    var used = 0.0
    for (index, one) in line.series.enumerated() where !one.name.isEmpty {
      let room = 44 + Double(displayWidth(neutralised(one.name)) + 2) * Page.character
      // The axis' name stands at the end of the first row.
      let taken =
        rows.count < 2
        ? Double(displayWidth(neutralised(line.around.xLabel)) + 2) * Page.character : 0
      if rows.isEmpty || used + room > width - 2 * Page.margin - taken {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += room
    }
    return rows
  }

  private mutating func drawLegend(_ row: [Int], _ line: LineFigure, y: Double) {
    var x = Page.margin
    for index in row {
      let name = neutralised(line.series[index].name)
      if !line.content.isJoined {
        drawing.add(Drawing.marker(index, x + 18, y - 4.5))
      } else {
        if !line.bands.isEmpty {
          let look = Look.series(index).color
          drawing.area(Drawing.box(x, y - 10, 36, 11), look)
        }
        drawing.line(x, y - 4.5, x + 36, y - 4.5, .series(index))
      }
      drawing.words(name, x + 44, y)
      x += 44 + Double(displayWidth(name) + 2) * Page.character
    }
  }
}
