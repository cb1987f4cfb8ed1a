import Notebooks
import Plotting
import TerminalText

/// How pieces stand on a stage of so many columns and rows: figures as large as leaves what follows them in view.
package struct StageLayout: Sendable, Hashable {
  private let columns: Int
  private let rows: Int
  private let figuresAsText: Bool
  private let charset: Charset
  private let isASCII: Bool

  package init(
    columns: Int,
    rows: Int,
    figuresAsText: Bool = false,
    charset: Charset = .ascii,
    isASCII: Bool = false
  ) {
    (self.columns, self.rows) = (min(200, max(20, columns)), rows)
    (self.figuresAsText, self.charset, self.isASCII) = (figuresAsText, charset, isASCII)
  }

  /// Rows for the title, the blank below it, and the keys.
  private static let rowsOfFrame = 3
  private static let smallestFigure = 8

  /// Rows that the pieces have.
  package var room: Int { max(1, rows - Self.rowsOfFrame) }

  /// The layout of what is no figure.
  package var words: Layout { layout(figureRows: Self.smallestFigure) }

  private func layout(figureRows rows: Int) -> Layout {
    Layout(
      columns: columns,
      rows: rows,
      figuresAsText: figuresAsText,
      charset: charset,
      isASCII: isASCII
    )
  }

  /// The lines of pieces; their figures as large as leaves the last one and what follows it in view.
  package func lines(of pieces: [Shown], room: Int, _ known: inout LaidOut) -> [StyledText] {
    let first = lastFigure(pieces)
    let recent = Array(pieces[first...])
    var rows = max(Self.smallestFigure, room)
    var last = lines(of: recent, figureRows: rows, &known)
    // What stands beside the picture doesn't change with its size, so that one look says how much is too much.
    var over = last.count - room
    while over > 0, rows > Self.smallestFigure, Self.isFigure(recent.first) {
      rows = max(Self.smallestFigure, rows - over)
      last = lines(of: recent, figureRows: rows, &known)
      over = last.count - room
    }
    let before = lines(of: Array(pieces[..<first]), figureRows: rows, &known)
    let opens = !before.isEmpty && recent.first?.opensParagraph == true
    return before + (opens ? [StyledText()] : []) + last
  }

  private func lastFigure(_ pieces: [Shown]) -> Int {
    pieces.lastIndex { Self.isFigure($0) } ?? 0
  }

  private static func isFigure(_ piece: Shown?) -> Bool {
    if case .output(.figure)? = piece { true } else { false }
  }

  private func lines(
    of pieces: [Shown],
    figureRows: Int,
    _ known: inout LaidOut
  ) -> [StyledText] {
    let layout = layout(figureRows: figureRows)
    var lines: [StyledText] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0, piece.opensParagraph { lines.append(StyledText()) }
      lines += known.lines(of: piece, layout)
    }
    return lines
  }

  // MARK: - What doesn't fit

  /// Where a piece is larger than the stage.
  package struct Misfit: Sendable, Hashable {
    let rows: Int
    let columns: Int
  }

  /// How much room a piece takes where it is more than there is; nil where it fits.
  package func misfit(of piece: Shown) -> Misfit? {
    var known = LaidOut()
    let lines = lines(of: [piece], room: room, &known)
    let width = lines.map(\.width).max() ?? 0
    guard lines.count > room || width > columns else { return nil }
    return Misfit(rows: lines.count, columns: width)
  }
}
