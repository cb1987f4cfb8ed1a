import TerminalText

/// A heatmap on its way to text.
///
/// When rows are few the notes go first, then the key loses its scale, then the title goes; when there are
/// more values than cells several share one, which shows the middle of them, and a note says so.
struct HeatmapFigure {
  let around: Surroundings
  /// What stands at each mark.
  let pointings: [String]
  let map: Heatmap
  let frame: Frame
  let scale: Scale?
  let ramp: Ramp
  /// How many values have no shade, by what is said of them, the gravest first.
  let peculiarities: [(what: Peculiarity, words: String, count: Int)]

  init(_ around: Surroundings, pointings: [String], map: Heatmap, frame: Frame) {
    self.around = around
    self.pointings = pointings
    self.map = map
    self.frame = frame
    scale = Scale(plain: around.axis, for: Domain(map).sharing(frame.shared))
    peculiarities = map.peculiarities(on: scale)
    ramp = Ramp(frame.charset)
  }

  func rendered() -> StyledText {
    let columns = frame.columns
    let labelWidth = rowLabelWidth
    let plotColumns = columns - labelWidth - 2
    let bar = keyBar(columns: plotColumns)
    let wish = Allotment.Wish(
      tickNoteLines: 0,
      hasTitle: !around.title.isEmpty,
      legendLines: 1 + bar.count,
      noteLines: []
    )
    var layout = Allotment(columns: columns, rows: frame.rows, wish: wish)
    let pooling = Pooling(map, columns: plotColumns, rows: layout.plotRows)
    let notes = notes(pooling).map { $0.noteLines(columns) }
    var noted = wish
    noted.noteLines = notes.map(\.count)
    layout = Allotment(columns: columns, rows: frame.rows, wish: noted)
    let final = Pooling(map, columns: plotColumns, rows: layout.plotRows)

    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(frame.titleLine(around.title)) }
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
  private func plot(_ pooling: Pooling, _ layout: Allotment, labelWidth: Int) -> [StyledText] {
    let labels = rowLabels(pooling, rows: layout.plotRows)
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
    let lines = levelLines
    let hasLevels = !around.thresholds.isEmpty
    for column in 0..<pooling.usedColumns {
      if isMarked(column, row, pooling) {
        text.append("!", .strong)
      } else if let point = point(column, row, pooling) {
        text.append(point, .strong)
      } else if hasLevels, let glyph = levelGlyph(column, row, pooling, lines) {
        text.append(glyph, .strong)
      } else {
        text.append(glyph(pooling.cell(column, row, in: map, scale)))
      }
    }
    return text
  }

  private func isMarked(_ column: Int, _ row: Int, _ pooling: Pooling) -> Bool {
    around.marks.contains { mark in
      guard case .cell(let x, let y) = mark, let i = map.x.nearestIndex(to: x),
        let j = map.y.nearestIndex(to: y), let columns = pooling.columns(column),
        let rows = pooling.rows(row)
      else { return false }
      return columns.contains(i) && rows.contains(j)
    }
  }

  /// The class of a sample that lies in a cell; where several do, a `!` if they differ.
  private func point(_ column: Int, _ row: Int, _ pooling: Pooling) -> String? {
    guard !map.points.isEmpty, let columns = pooling.columns(column), let rows = pooling.rows(row)
    else { return nil }
    // Of a value that has several cells the middle one shows it.
    guard column % pooling.wide == pooling.wide / 2, row % pooling.high == pooling.high / 2 else {
      return nil
    }
    var found: Int?
    for point in map.points {
      guard let i = map.x.nearestIndex(to: point.x), let j = map.y.nearestIndex(to: point.y),
        columns.contains(i), rows.contains(j)
      else { continue }
      if let found, found != point.kind { return "!" }
      found = point.kind
    }
    return found.map { Heatmap.Point.glyph($0) }
  }

  private func glyph(_ cell: Pooling.Cell) -> StyledText {
    switch cell {
    case .outside: return StyledText(" ")
    case .peculiar(let what): return StyledText(what.glyph, .offScale)
    case .at(let place): return StyledText(String(ramp.glyphs[ramp.level(place)]))
    }
  }
}
