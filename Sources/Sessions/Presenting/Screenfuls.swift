import Notebooks
import TerminalText

/// What one press of a key shows, cut so that nothing scrolls away unread.
package struct Screenfuls: Sendable, Hashable {
  /// Each fits the rows; the last one stands above the prompt.
  package private(set) var screens: [StyledText] = []
  /// Whether it is looked something up in, and may be left before its end; a lesson goes on.
  package private(set) var isLookup: Bool

  /// Effects that are laid out, with an empty line before each paragraph, for so many rows.
  ///
  /// Cuts between pieces; a title, a cell and parameters stay with what follows, if that fits.
  package init(_ effects: [Effect], _ layout: Layout, rows: Int) {
    let shown = effects.compactMap { effect in
      if case .show(let shown) = effect { shown } else { nil }
    }
    isLookup = !shown.contains { $0.isOfLesson }
    let rows = max(1, rows)
    var pieces: [Piece] = []
    for shown in shown {
      let lines = shown.rendered(layout).lines
      pieces.append(
        Piece(
          lines: shown.opensParagraph ? [StyledText()] + lines : lines,
          leads: shown.leadsOn
        )
      )
    }
    var current: [StyledText] = []
    for group in Self.groups(pieces, rows) {
      if !current.isEmpty, current.count + group.count > rows {
        screens.append(StyledText(lines: current))
        current = []
      }
      current += group
      while current.count > rows {
        screens.append(StyledText(lines: Array(current.prefix(rows))))
        current = Array(current.dropFirst(rows))
      }
    }
    if !current.isEmpty { screens.append(StyledText(lines: current)) }
  }

  private struct Piece {
    var lines: [StyledText]
    /// Whether it means little without the next one.
    var leads: Bool
  }

  /// Lines that stay together; those that lead are let go where all would not fit.
  private static func groups(_ pieces: [Piece], _ rows: Int) -> [[StyledText]] {
    var groups: [[StyledText]] = []
    var leading: [StyledText] = []
    for piece in pieces {
      if !leading.isEmpty, leading.count + piece.lines.count > rows {
        groups.append(leading)
        leading = []
      }
      if piece.leads {
        leading += piece.lines
      } else {
        groups.append(leading + piece.lines)
        leading = []
      }
    }
    return leading.isEmpty ? groups : groups + [leading]
  }
}

extension Shown {
  /// Whether what comes behind it belongs to it.
  fileprivate var leadsOn: Bool {
    switch self {
    case .heading, .cell, .parameters: true
    case .prose, .output, .labelled, .failure, .question, .message, .table, .verbatim: false
    }
  }

  /// Whether only a lesson's own way shows it.
  fileprivate var isOfLesson: Bool {
    switch self {
    case .heading, .cell, .parameters, .prose, .question: true
    case .output, .labelled, .failure, .message, .table, .verbatim: false
    }
  }
}
