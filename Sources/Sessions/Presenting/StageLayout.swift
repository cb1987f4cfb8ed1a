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
  package func lines(of pieces: [Shown], room: Int) -> [StyledText] {
    let recent = Array(pieces.suffix(from: lastFigure(pieces)))
    var rows = max(Self.smallestFigure, room)
    if case .output(.figure)? = recent.first {
      // What stands beside the picture doesn't change with its size: one look says how much is too much.
      let over = lines(of: recent, figureRows: rows).count - room
      if over > 0 { rows = max(Self.smallestFigure, rows - over) }
      while rows > Self.smallestFigure, lines(of: recent, figureRows: rows).count > room {
        rows -= 1
      }
    }
    return lines(of: pieces, figureRows: rows)
  }

  private func lastFigure(_ pieces: [Shown]) -> Int {
    pieces.lastIndex { piece in
      if case .output(.figure) = piece { true } else { false }
    } ?? 0
  }

  private func lines(of pieces: [Shown], figureRows: Int) -> [StyledText] {
    let layout = layout(figureRows: figureRows)
    var lines: [StyledText] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0, piece.opensParagraph { lines.append(StyledText()) }
      lines += piece.rendered(layout).lines
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
    let lines = lines(of: [piece], room: room)
    let width = lines.map(\.width).max() ?? 0
    guard lines.count > room || width > columns else { return nil }
    return Misfit(rows: lines.count, columns: width)
  }
}
