import TerminalText

/// Where on a page values are drawn.
struct Plot: Sendable, Hashable {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  func across(_ place: Double) -> Double { left + place * width }
  func up(_ place: Double) -> Double { bottom - place * height }
}

extension Page {
  /// Lines, points or bands between axes.
  mutating func draw(_ series: [Series], bands: [Quantiles]) {
    let line = LineFigure(figure, series: series, bands: bands, frame: frame)
    let cells = max(4, Int((height - top) / 24))
    let ticks = line.scale?.ticks(cells: cells, longest: 12) ?? .none
    let entries = legend(line)
    var notes = line.notes.lines.map(\.plain)
    if let runs = bands.map(\.runs).max(), runs > 1 {
      notes.insert("lines: medians of \(runs) runs; areas: from 10 % to 90 % of the runs", at: 0)
    }
    if let note = ticks.note { notes.insert(note, at: 0) }
    let rows = max(entries.count, figure.xLabel.isEmpty ? 0 : 1)
    let under = Page.line * Double(2 + rows) + height(of: notes) + Page.margin
    let plot = Plot(
      left: Page.margin + Double(ticks.labelWidth) * Page.character + 12,
      right: width - Page.margin - 6,
      top: top,
      bottom: max(top + 80, height - under)
    )
    drawGrid(ticks, plot)
    if let scale = line.scale, let x = line.domain.x {
      drawContents(line, scale: scale, x: x, plot)
    } else {
      drawing.words(line.emptiness, plot.across(0.5), plot.up(0.5), .middle, color: Look.faint)
    }
    drawAxes(line.domain.x, AxisWords(figure), plot, isNamed: false)
    let legendTop = plot.bottom + 2 * Page.line + 6
    if !figure.xLabel.isEmpty {
      drawing.words(neutralised(figure.xLabel), plot.right, legendTop, .end)
    }
    for (index, row) in entries.enumerated() {
      drawLegend(row, line, y: legendTop + Double(index) * Page.line)
    }
    var y = legendTop + Double(rows) * Page.line
    y = add(notes: notes, at: y)
    height = max(height, y - 4)
  }

  mutating func drawGrid(_ ticks: TickSet, _ plot: Plot) {
    for tick in ticks.ticks {
      let y = plot.up(min(max(tick.place, 0), 1))
      if tick.label.isEmpty {
        drawing.line(plot.left - 3, y, plot.left, y, .axis)
      } else {
        drawing.line(plot.left, y, plot.right, y, .grid)
        drawing.line(plot.left - 5, y, plot.left, y, .axis)
        drawing.words(tick.label, plot.left - 8, y + 4.5, .end)
      }
    }
  }

  /// The two axes and the numbers under the plot.
  mutating func drawAxes(
    _ range: ClosedRange<Double>?,
    _ words: AxisWords,
    _ plot: Plot,
    isNamed: Bool = true
  ) {
    drawing.line(plot.left, plot.top, plot.left, plot.bottom, .axis)
    drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, .axis)
    drawNumbers(range, words, plot, isNamed: isNamed)
  }

  /// Marks and numbers under a plot, as far apart as characters need.
  mutating func drawNumbers(
    _ range: ClosedRange<Double>?,
    _ words: AxisWords,
    _ plot: Plot,
    isNamed: Bool = true
  ) {
    let columns = max(10, Int(plot.width / Page.character))
    let axis = HorizontalAxis(range, columns: columns, words: words, isNamed: isNamed)
    for place in axis.places {
      drawing.line(plot.across(place), plot.bottom, plot.across(place), plot.bottom + 5, .axis)
    }
    let y = plot.bottom + Page.line
    for label in axis.labels {
      if label.text.count <= 3 {
        drawing.words(label.text, plot.across(label.place), y, .middle)
      } else if label.place == 1 {
        drawing.words(label.text, plot.right, y, .end)
      } else if label.place == 0 {
        drawing.words(label.text, plot.left, y)
      } else {
        drawing.words(label.text, plot.across(label.place), y, .middle)
      }
    }
  }

  // MARK: - Legend

  private func legend(_ line: LineFigure) -> [[Int]] {
    var rows: [[Int]] = []
    var used = 0.0
    for (index, one) in line.series.enumerated() where !one.name.isEmpty {
      let room = 44 + Double(displayWidth(neutralised(one.name)) + 2) * Page.character
      // The axis' name stands at the end of the first row.
      let taken =
        rows.count < 2 ? Double(displayWidth(neutralised(figure.xLabel)) + 2) * Page.character : 0
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
      if figure.isScatter {
        drawing.add(Page.marker(index, x + 18, y - 4.5))
      } else {
        if !line.bands.isEmpty {
          let look = Look.series(index).color
          drawing.area(Page.box(x, y - 10, 36, 11), look)
        }
        drawing.line(x, y - 4.5, x + 36, y - 4.5, .series(index))
      }
      drawing.words(name, x + 44, y)
      x += 44 + Double(displayWidth(name) + 2) * Page.character
    }
  }

  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let (a, b) = (Drawing.number(x), Drawing.number(y))
    let (c, d) = (Drawing.number(x + width), Drawing.number(y + height))
    return "M\(a) \(b)L\(c) \(b)L\(c) \(d)L\(a) \(d)Z"
  }
}
