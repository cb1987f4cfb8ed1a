import TerminalText

extension Page {
  /// Rectangles of one colour per value, the axes and the key.
  mutating func draw(_ heat: HeatmapFigure) {
    let unpooled = Pooling(heat.map, columns: Int.max / 2, rows: Int.max / 2)
    let notes = heat.notes(unpooled, hasGlyphs: false).map(\.plain)
    let under = 5 * Page.line + height(of: notes) + 40
    var plot = Plot(
      left: Page.margin + Double(heat.rowLabelWidth) * Page.character + 12,
      right: width - Page.margin - 6,
      top: top,
      bottom: max(top + 80, height - under)
    )
    let pooling = Pooling(heat.map, columns: Int(plot.width), rows: Int(plot.height))
    let (across, up) = (pooling.cellsAcross, pooling.cellsUp)
    guard across > 0, up > 0 else {
      drawing.words("no values", plot.across(0.5), plot.up(0.5), .middle, color: Look.faint)
      drawAxes(nil, AxisWords(heat.around), plot)
      height = plot.bottom + 2 * Page.line
      return
    }
    let cell = (width: plot.width / Double(across), height: plot.height / Double(up))
    for row in 0..<up {
      let y = plot.bottom - Double(row + 1) * cell.height
      var column = 0
      while column < across {
        // Neighbours of one colour are one rectangle.
        let shade = shade(heat, column, row, pooling)
        var end = column + 1
        while end < across, shade.isColor, self.shade(heat, end, row, pooling) == shade { end += 1 }
        let x = plot.left + Double(column) * cell.width
        draw(shade, x: x, y: y, width: Double(end - column) * cell.width, height: cell.height)
        column = end
      }
    }
    drawLevels(heat, plot, pooling, cell)
    for point in heat.map.points {
      guard let i = heat.map.x.nearestIndex(to: point.x),
        let j = heat.map.y.nearestIndex(to: point.y)
      else { continue }
      let x = plot.left + (Double(pooling.column(of: i) / pooling.wide) + 0.5) * cell.width
      let y = plot.bottom - (Double(pooling.row(of: j) / pooling.high) + 0.5) * cell.height
      let glyph = Heatmap.Point.glyph(point.kind)
      drawing.words(glyph, x, y + 4.5, .middle, color: "#c62828", isStrong: true)
    }
    for mark in heat.around.marks {
      guard case .cell(let x, let y) = mark, let i = heat.map.x.nearestIndex(to: x),
        let j = heat.map.y.nearestIndex(to: y)
      else { continue }
      let left = plot.left + Double(pooling.column(of: i) / pooling.wide) * cell.width
      let top = plot.bottom - Double(pooling.row(of: j) / pooling.high + 1) * cell.height
      drawing.path(
        Drawing.box(left - 2, top - 2, cell.width + 4, cell.height + 4),
        Look(color: "#c62828", width: "2")
      )
    }
    drawRowLabels(heat, plot, rows: up, pooling)
    let words = AxisWords(heat.around)
    // Numbers stand under the middle of their cells.
    var centres = plot
    centres.left += cell.width / 2
    centres.right -= cell.width / 2
    drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, .axis)
    drawing.line(plot.left, plot.top, plot.left, plot.bottom, .axis)
    drawNumbers(heat.map.isEven ? heat.map.x.finiteRange : nil, words, centres)
    plot.bottom += 2 * Page.line + 4
    let names = "\(words.label) to the right, \(neutralised(heat.map.yLabel)) \(heat.map.way)"
    drawing.words(names, plot.left, plot.bottom)
    let y = drawKey(heat, plot, at: plot.bottom + 8)
    height = max(height, add(notes: notes, at: y) - 4)
  }

  /// The levels as lines between cells.
  private mutating func drawLevels(
    _ heat: HeatmapFigure,
    _ plot: Plot,
    _ pooling: Pooling,
    _ cell: (width: Double, height: Double)
  ) {
    guard !heat.around.thresholds.isEmpty else { return }
    let lines = heat.levelLines
    let (across, up) = (pooling.cellsAcross, pooling.cellsUp)
    let places = (0..<up).map { row in
      (0..<across).map { column -> Double? in
        let cell = pooling.cell(
          column * pooling.wide,
          row * pooling.high,
          in: heat.map,
          heat.scale
        )
        if case .at(let place) = cell { return place }
        return nil
      }
    }
    let look = Look(color: "#c62828", width: "2")
    func drawSide(_ x: Double, _ y: Double, _ right: Double, _ bottom: Double) {
      let (from, to) = ("\(Drawing.number(x)) \(Drawing.number(y))", Drawing.number(right))
      drawing.path("M\(from) L\(to) \(Drawing.number(bottom))", look)
    }
    for row in 0..<up {
      for column in 0..<across {
        guard let place = places[row][column] else { continue }
        let (x, y) = (
          plot.left + Double(column) * cell.width, plot.bottom - Double(row) * cell.height
        )
        if column > 0, let left = places[row][column - 1], lines.separates(place, left) {
          drawSide(x, y, x, y - cell.height)
        }
        if row > 0, let below = places[row - 1][column], lines.separates(place, below) {
          drawSide(x, y, x + cell.width, y)
        }
      }
    }
  }

  /// What a cell is painted with.
  private enum Shade: Equatable {
    case color(Int)
    case mark(String)
    case none

    var isColor: Bool {
      if case .color = self { true } else { false }
    }
  }

  private func shade(_ heat: HeatmapFigure, _ column: Int, _ row: Int, _ pooling: Pooling) -> Shade
  {
    switch pooling.cell(column * pooling.wide, row * pooling.high, in: heat.map, heat.scale) {
    case .outside: .none
    case .at(let place): .color(heat.ramp.level(place, of: Ramp.colors))
    case .peculiar(let what): .mark(what.glyph)
    }
  }

  private mutating func draw(
    _ shade: Shade,
    x: Double,
    y: Double,
    width: Double,
    height: Double
  ) {
    switch shade {
    case .none: break
    case .color(let level):
      // A little larger, so that no seams show between cells.
      drawing.rectangle(x, y, width + 0.3, height + 0.3, Look.heat[level])
    case .mark(let glyph):
      drawing.rectangle(x, y, width, height, "#ffffff")
      drawing.words(
        glyph,
        x + width / 2,
        y + height / 2 + 4.5,
        .middle,
        color: "#c62828",
        isStrong: true
      )
    }
  }

  private mutating func drawRowLabels(
    _ heat: HeatmapFigure,
    _ plot: Plot,
    rows: Int,
    _ pooling: Pooling
  ) {
    // In lines of text first, so that labels keep their distance, then in the middle of their rows.
    let lines = max(2, Int(plot.height / Page.line))
    let coarse = Pooling(heat.map, columns: 1, rows: lines)
    let labels = heat.rowLabels(coarse, rows: lines)
    for line in labels.keys.sorted() {
      guard let text = labels[line], let indices = coarse.rows(line) else { continue }
      let words = AxisWords(heat.map)
      let index = indices.first { words.number(heat.map.y[$0]) == text } ?? indices.lowerBound
      let row = pooling.row(of: index) / pooling.high
      let y = plot.up((Double(row) + 0.5) / Double(rows))
      drawing.line(plot.left - 5, y, plot.left, y, .axis)
      drawing.words(text, plot.left - 8, y + 4.5, .end)
    }
  }

  /// Every colour, with the values at both ends and round ones between.
  private mutating func drawKey(_ heat: HeatmapFigure, _ plot: Plot, at y: Double) -> Double {
    let width = min(plot.width * 0.6, 320)
    let step = width / Double(Ramp.colors)
    for level in 0..<Ramp.colors {
      drawing.rectangle(plot.left + Double(level) * step, y, step + 0.3, 12, Look.heat[level])
    }
    drawing.words(neutralised(heat.map.valueLabel), plot.left + width + 8, y + 11)
    if let scale = heat.scale {
      let columns = Int(width / Page.character)
      let line = heat.numbers(scale, columns: columns)
      var column = 0
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        drawing.words(String(word), plot.left + Double(column) * Page.character, y + 27)
        column += word.count + 1
      }
    }
    return y + 27 + Page.line
  }
}
