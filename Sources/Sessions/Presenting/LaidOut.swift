import Notebooks
import TerminalText

/// The lines of pieces that were laid out before: a page is drawn anew at each key, and most of it stays as it was.
package struct LaidOut: Sendable {
  private struct Key: Hashable {
    let piece: Shown
    let layout: Layout
  }

  private var known: [Key: [StyledText]] = [:]

  /// More than a page has; what is no longer needed is let go of together.
  private static let most = 200

  package init() {}

  /// The lines of a piece.
  mutating func lines(of piece: Shown, _ layout: Layout) -> [StyledText] {
    let key = Key(piece: piece, layout: layout)
    if let lines = known[key] { return lines }
    if known.count >= Self.most { known = [:] }
    let lines = piece.rendered(layout).lines
    known[key] = lines
    return lines
  }
}
