import TerminalText

/// A rectangle of cells with one ASCII character each; row 0 is the bottom, as on paper.
struct Canvas: Sendable, Hashable {
  /// What stands in a cell; a later one gives way to those before it in this list.
  enum Mark: Sendable, Hashable {
    case guess
    case above
    case below
    case overlap
    case series(Int)
    case threshold
    case grid
    case blank
  }

  let columns: Int
  let rows: Int
  private var marks: [Mark]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    marks = Array(repeating: .blank, count: columns * rows)
  }

  subscript(column: Int, row: Int) -> Mark {
    get { marks[row * columns + column] }
    set { marks[row * columns + column] = newValue }
  }

  /// Dots at every other column of a row.
  mutating func drawGrid(row: Int) {
    for column in stride(from: 1, to: columns, by: 2) { self[column, row] = .grid }
  }

  /// Dashes across a row.
  mutating func drawThreshold(row: Int) {
    for column in 0..<columns { self[column, row] = .threshold }
  }

  /// The cells `rows` of one column belong to a line; where another line is, they meet.
  mutating func draw(series: Int, column: Int, rows: ClosedRange<Int>) {
    for row in rows {
      switch self[column, row] {
      case .guess, .above, .below, .overlap: break
      case .series(let other): if other != series { self[column, row] = .overlap }
      case .threshold, .grid, .blank: self[column, row] = .series(series)
      }
    }
  }

  /// A value off the axis.
  mutating func drawOff(column: Int, isAbove: Bool) {
    self[column, isAbove ? rows - 1 : 0] = isAbove ? .above : .below
  }

  mutating func drawGuess(column: Int, row: Int) {
    self[column, row] = .guess
  }

  var hasOverlap: Bool { marks.contains(.overlap) }

  /// A row as text.
  func text(row: Int) -> StyledText {
    var text = StyledText()
    var column = 0
    while column < columns {
      // One run per stretch of like marks.
      let mark = self[column, row]
      var end = column + 1
      while end < columns, self[end, row] == mark { end += 1 }
      text.append(String(repeating: mark.glyph, count: end - column), mark.style)
      column = end
    }
    return text
  }
}

extension Canvas.Mark {
  var glyph: String {
    switch self {
    case .guess: "?"
    case .above: "^"
    case .below: "v"
    case .overlap: "@"
    case .series(let index): Canvas.Mark.seriesGlyphs[index % Canvas.Mark.seriesGlyphs.count]
    case .threshold: "-"
    case .grid: "."
    case .blank: " "
    }
  }

  var style: Style {
    switch self {
    case .guess: .strong
    case .above, .below: .offScale
    case .overlap: .overlap
    case .series(let index): .series(index)
    case .threshold: .threshold
    case .grid: .grid
    case .blank: .plain
    }
  }

  /// Five that differ most, then others that are not taken; more lines than these look alike.
  private static let seriesGlyphs = [
    "*", "o", "+", "x", "#", "%", "&", "=", "$", "~", "a", "b", "c", "d", "e", "f", "g", "h",
  ]
}
