import TerminalText

/// A heatmap on its way to text.
///
/// When rows are few the notes go first, then the key loses its scale, then the title goes; when there are
/// more values than cells several share one, which shows the middle of them, and a note says so.
struct HeatmapFigure {
  let figure: Figure
  let map: Heatmap
  let frame: Frame
  let scale: Scale?
  let ramp: Ramp
  /// How many values have no shade, by kind, the gravest first.
  let peculiarities: [(what: Peculiarity, count: Int)]

  init(_ figure: Figure, map: Heatmap, frame: Frame) {
    self.figure = figure
    self.map = map
    self.frame = frame
    scale = Scale(plain: figure.axis, for: Domain(map).sharing(frame.shared))
    peculiarities = map.peculiarities(on: scale)
    ramp = Ramp(frame.charset)
  }

  /// Whether a cell shows two values, one above the other, as colours.
  var isInHalves: Bool { frame.hasColor && frame.charset != .ascii }

  func rendered() -> StyledText {
    let columns = frame.columns
    let labelWidth = rowLabelWidth
    let plotColumns = columns - labelWidth - 2
    let bar = keyBar(columns: plotColumns)
    let wish = Layout.Wish(
      tickNoteLines: 0,
      hasTitle: !figure.title.isEmpty,
      legendLines: 1 + bar.count,
      noteLines: []
    )
    var layout = Layout(columns: columns, rows: frame.rows, wish: wish)
    let pooling = Pooling(map, columns: plotColumns, rows: layout.plotRows * (isInHalves ? 2 : 1))
    let notes = notes(pooling).map { $0.noteLines(columns) }
    var noted = wish
    noted.noteLines = notes.map(\.count)
    layout = Layout(columns: columns, rows: frame.rows, wish: noted)
    let final = Pooling(map, columns: plotColumns, rows: layout.plotRows * (isInHalves ? 2 : 1))

    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(figure.titleLine(columns)) }
    lines += plot(final, layout, labelWidth: labelWidth)
    let margin = StyledText(String(repeating: " ", count: labelWidth + 1))
    lines += underPlot(final, layout, columns: plotColumns).map { margin + $0 }
    // How much is pooled may have changed with the rows.
    let said = self.notes(final).map { $0.noteLines(columns) }
    var room = frame.rows - lines.count
    for note in said {
      guard note.count <= room else { break }
      lines += note
      room -= note.count
    }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  /// The rows, the greatest y first, with labels and axis.
  private func plot(_ pooling: Pooling, _ layout: Layout, labelWidth: Int) -> [StyledText] {
    let labels = rowLabels(pooling, isInHalves: isInHalves, rows: layout.plotRows)
    let blank = map.x.isEmpty || map.y.isEmpty
    return (0..<layout.plotRows).reversed().map { row in
      let label = StyledText(labels[row] ?? "").padded(to: labelWidth, .right)
      let axis = StyledText(
        frame.charset.spelled(labels[row] == nil ? " |" : " +", .side),
        .axis
      )
      if blank {
        let words = row == layout.plotRows / 2 ? " no values" : ""
        return label + axis + StyledText(words, .faint)
      }
      return label + axis + text(row, pooling)
    }
  }

  private func text(_ row: Int, _ pooling: Pooling) -> StyledText {
    var text = StyledText()
    for column in 0..<pooling.usedColumns {
      if isInHalves {
        let lower = shade(pooling.cell(column, 2 * row, in: map, scale))
        let upper = shade(pooling.cell(column, 2 * row + 1, in: map, scale))
        text.append(halves(upper: upper, lower: lower))
      } else {
        let cell = pooling.cell(column, row, in: map, scale)
        if isMarked(column, row, pooling) {
          text.append("!", .strong)
        } else {
          text.append(glyph(cell))
        }
      }
    }
    return text
  }

  private func isMarked(_ column: Int, _ row: Int, _ pooling: Pooling) -> Bool {
    figure.marks.contains { mark in
      guard case .cell(let x, let y) = mark, let i = map.x.nearestIndex(to: x),
        let j = map.y.nearestIndex(to: y), let columns = pooling.columns(column),
        let rows = pooling.rows(row)
      else { return false }
      return columns.contains(i) && rows.contains(j)
    }
  }

  private func glyph(_ cell: Pooling.Cell) -> StyledText {
    switch cell {
    case .outside: return StyledText(" ")
    case .peculiar(let what): return StyledText(what.glyph, .offScale)
    case .at(let place): return StyledText(String(ramp.glyphs[ramp.level(place)]))
    }
  }

  /// Half a cell: a colour, a mark, or nothing.
  private enum Shade {
    case color(Int)
    case mark(String)
    case none
  }

  private func shade(_ cell: Pooling.Cell) -> Shade {
    switch cell {
    case .outside: .none
    case .peculiar(let what): .mark(what.glyph)
    case .at(let place): .color(ramp.level(place, of: Ramp.colors))
    }
  }

  private func halves(upper: Shade, lower: Shade) -> StyledText {
    switch (upper, lower) {
    case (.mark(let mark), _), (_, .mark(let mark)): StyledText(mark, .offScale)
    case (.color(let upper), .color(let lower)):
      StyledText("▀", .heat(upper: upper, lower: lower))
    case (.color(let upper), .none): StyledText("▀", .heat(upper: upper, lower: nil))
    case (.none, .color(let lower)): StyledText("▄", .heat(upper: lower, lower: nil))
    case (.none, .none): StyledText(" ")
    }
  }
}
