import TerminalText

/// A rectangle of cells with one ASCII character each; row 0 is the bottom, as on paper.
struct Canvas: Sendable, Hashable {
  /// What stands in a cell; a later one gives way to those before it in this list.
  enum Ink: Sendable, Hashable {
    case guess
    case above
    case below
    case overlap
    case series(Int)
    case mark
    case level
    case threshold(Int)
    case band(Int)
    /// What a line was before a change.
    case ghost
    case grid
    case blank
  }

  let columns: Int
  let rows: Int
  private var marks: [Ink]
  /// Whether lines are dashed, each in its own way, for want of glyphs that differ.
  let isDashed: Bool
  /// How far each line has come, which decides whether its next dot is in a dash.
  private var lengths: [Int: Int] = [:]

  init(columns: Int, rows: Int, isDashed: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isDashed = isDashed
    marks = Array(repeating: .blank, count: columns * rows)
  }

  subscript(column: Int, row: Int) -> Ink {
    get { marks[row * columns + column] }
    set { marks[row * columns + column] = newValue }
  }

  /// Dots at every other column of a row.
  mutating func drawGrid(row: Int) {
    for column in stride(from: 1, to: columns, by: 2) { self[column, row] = .grid }
  }

  /// A rule across a row; several levels have one each.
  mutating func drawThreshold(_ index: Int, row: Int) {
    for column in 0..<columns { self[column, row] = .threshold(index) }
  }

  /// The cells `rows` of one column belong to a line; where another line is, they meet.
  mutating func draw(series: Int, column: Int, rows: ClosedRange<Int>) {
    guard !isDashed else {
      drawDashed(series: series, column: column, rows: rows)
      return
    }
    for row in rows { draw(series: series, column: column, row: row) }
  }

  private mutating func drawDashed(series: Int, column: Int, rows: ClosedRange<Int>) {
    let length = lengths[series] ?? 0
    for (index, row) in rows.enumerated() where Dash.isOn(series: series, at: length + index) {
      draw(series: series, column: column, row: row)
    }
    lengths[series] = length + rows.count
  }

  mutating func draw(series: Int, column: Int, row: Int) {
    switch self[column, row] {
    case .guess, .above, .below, .overlap: break
    case .series(let other): if other != series { self[column, row] = .overlap }
    case .mark, .level, .threshold, .band, .ghost, .grid, .blank:
      self[column, row] = .series(series)
    }
  }

  /// What lies between two rows of a column, under everything but the grid.
  mutating func fill(band: Int, column: Int, rows: ClosedRange<Int>) {
    for row in rows {
      switch self[column, row] {
      case .grid, .blank: self[column, row] = .band(band)
      case .guess, .above, .below, .overlap, .series, .mark, .level, .threshold, .band, .ghost:
        break
      }
    }
  }

  /// Puts the lines of another canvas of this size, as ghosts, under everything but the grid.
  mutating func lay(ghost: Canvas) {
    for index in marks.indices {
      guard case .series = ghost.marks[index] else { continue }
      if marks[index] == .blank || marks[index] == .grid { marks[index] = .ghost }
    }
  }

  /// Takes the grid away.
  mutating func dropGrid() {
    for index in marks.indices where marks[index] == .grid { marks[index] = .blank }
  }

  /// A column that someone points at.
  mutating func drawMark(column: Int) {
    for row in 0..<rows { self[column, row] = .mark }
  }

  /// A row that someone points at.
  mutating func drawLevel(row: Int) {
    for column in 0..<columns { self[column, row] = .level }
  }

  /// A value off the axis.
  mutating func drawOff(column: Int, isAbove: Bool) {
    self[column, isAbove ? rows - 1 : 0] = isAbove ? .above : .below
  }

  mutating func drawGuess(column: Int, row: Int) {
    self[column, row] = .guess
  }

  var hasOverlap: Bool { has(.overlap) }

  func has(_ ink: Ink) -> Bool { marks.contains(ink) }
}

extension Canvas.Ink {
  /// Whether dots of before a change may take its place.
  var isUnderGhosts: Bool {
    switch self {
    case .band, .ghost, .grid, .blank: true
    case .guess, .above, .below, .overlap, .series, .mark, .level, .threshold: false
    }
  }

  var glyph: String {
    switch self {
    case .guess: "?"
    case .above: "^"
    case .below: "v"
    case .overlap: "@"
    case .series(let index): Canvas.Ink.seriesGlyphs[index % Canvas.Ink.seriesGlyphs.count]
    case .mark: "!"
    case .level: "~"
    case .threshold(let index): Canvas.Ink.levelGlyphs[index % Canvas.Ink.levelGlyphs.count]
    case .band(let index): Canvas.Ink.bandGlyphs[index % Canvas.Ink.bandGlyphs.count]
    case .ghost, .grid: "."
    case .blank: " "
    }
  }

  var style: Style {
    switch self {
    case .guess: .strong
    case .above, .below: .offScale
    case .overlap: .overlap
    case .series(let index): .series(index)
    case .mark, .level: .strong
    case .threshold: .threshold
    case .band(let index): .series(index)
    case .ghost: .faint
    case .grid: .grid
    case .blank: .plain
    }
  }

  /// Five that differ most, then others that are not taken; more lines than these look alike.
  private static let seriesGlyphs = [
    "*", "o", "+", "x", "#", "%", "&", "=", "$", "~", "a", "b", "c", "d", "e", "f", "g", "h",
  ]

  private static let levelGlyphs = ["-", "_", "=", "\""]

  private static let bandGlyphs = [":", "'", ",", "`", ";"]
}
