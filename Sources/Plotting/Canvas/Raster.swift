import TerminalText

/// A plot in characters: its cells, and in character sets that have them the finer dots of its lines.
struct Raster: Sendable, Hashable {
  var cells: Canvas
  private(set) var dots: Canvas?
  let charset: Charset

  /// `withDots` is false where each series must keep a glyph of its own.
  init(columns: Int, rows: Int, charset: Charset, withDots: Bool = true) {
    self.charset = charset
    cells = Canvas(columns: columns, rows: rows)
    let (across, up) = charset.dotsPerCell
    if charset != .ascii, withDots {
      dots = Canvas(columns: columns * across, rows: rows * up, isDashed: true)
    }
  }

  mutating func drawLine(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    if dots == nil {
      cells.drawLine(series, index: index, x: x, scale: scale)
    } else {
      dots?.drawLine(series, index: index, x: x, scale: scale)
    }
  }

  mutating func drawPoints(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    if dots == nil {
      cells.drawPoints(series, index: index, x: x, scale: scale)
    } else {
      dots?.drawPoints(series, index: index, x: x, scale: scale)
    }
  }

  mutating func drawGhost(_ ghost: Ghost, x: ClosedRange<Double>, scale: Scale) {
    if dots == nil {
      cells.lay(ghost, x: x, scale: scale)
    } else {
      dots?.lay(ghost, x: x, scale: scale)
    }
  }

  /// Whether something of before a change shows.
  var hasGhost: Bool {
    guard dots != nil else { return cells.has(.ghost) }
    return (0..<cells.rows).contains { row in
      (0..<cells.columns).contains { shown($0, row).isGhost }
    }
  }

  /// A row as text.
  func text(row: Int) -> StyledText {
    var text = StyledText()
    // One run per stretch of like style.
    var stretch = ""
    var style = Style.plain
    for column in 0..<cells.columns {
      let cell = shown(column, row)
      if cell.style != style {
        text.append(stretch, style)
        stretch = ""
        style = cell.style
      }
      stretch += cell.glyph
    }
    text.append(stretch, style)
    return text
  }

  private func shown(
    _ column: Int,
    _ row: Int
  ) -> (glyph: String, style: Style, isGhost: Bool) {
    let mark = cells[column, row]
    if mark != .guess, let dots {
      if let drawn = drawn(dots, column, row) { return (drawn.glyph, drawn.style, false) }
      if mark.isUnderGhosts, let ghost = ghost(dots, column, row) {
        return (ghost, Canvas.Ink.ghost.style, true)
      }
    }
    return (glyph(mark), mark.style, mark == .ghost)
  }

  /// The dots of a cell that were a line before a change; nil for none.
  private func ghost(_ dots: Canvas, _ column: Int, _ row: Int) -> String? {
    let (across, up) = charset.dotsPerCell
    var pattern = 0
    for bit in 0..<across * up
    where dots[column * across + bit % across, row * up + up - 1 - bit / across] == .ghost {
      pattern |= 1 << bit
    }
    return pattern == 0 ? nil : String(charset.glyph(dots: pattern))
  }

  private func glyph(_ mark: Canvas.Ink) -> String {
    if case .band = mark { return charset.bandGlyph ?? mark.glyph }
    return charset.spelled(mark.glyph, .plot)
  }

  /// What the lines have left in a cell; nil for nothing.
  private func drawn(_ dots: Canvas, _ column: Int, _ row: Int) -> (glyph: String, style: Style)? {
    let (across, up) = charset.dotsPerCell
    var pattern = 0
    var series: Int?
    var isShared = false
    for line in 0..<up {
      for dot in 0..<across {
        // The pattern's first bits are the top row.
        switch dots[column * across + dot, row * up + up - 1 - line] {
        case .above: return (Canvas.Ink.above.glyph, Canvas.Ink.above.style)
        case .below: return (Canvas.Ink.below.glyph, Canvas.Ink.below.style)
        case .overlap:
          pattern |= 1 << (line * across + dot)
          isShared = true
        case .series(let index):
          pattern |= 1 << (line * across + dot)
          isShared = isShared || series != nil && series != index
          series = index
        case .guess, .mark, .level, .threshold, .band, .ghost, .grid, .blank: break
        }
      }
    }
    guard pattern != 0 else { return nil }
    return (
      String(charset.glyph(dots: pattern)), isShared ? .overlap : .series(series ?? 0)
    )
  }
}
