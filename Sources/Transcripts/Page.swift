import Notebooks
import Sessions
import TerminalText

/// Lays out effects as the lines of a transcript.
package struct Page: Sendable {
  /// A width that holds whatever the session sets.
  private let forcedColumns: Int?
  /// Whether an empty line, or nothing at all, stands above.
  private var isOpen: Bool
  private var isBelowProse = false

  /// A page; `isOpen` says that what comes next stands at the top or below an empty line.
  package init(forcedColumns: Int? = nil, isOpen: Bool = true) {
    self.forcedColumns = forcedColumns
    self.isOpen = isOpen
  }

  var isForced: Bool { forcedColumns != nil }

  private func layout(_ settings: Settings) -> Layout {
    var layout = settings.layout
    if let forcedColumns { layout.columns = forcedColumns }
    return layout
  }

  /// The prompt line stands on the page.
  mutating func note(echo lines: [String]) {
    isOpen = lines.isEmpty && isOpen
    isBelowProse = false
  }

  /// What effects show, with an empty line before each paragraph.
  package mutating func lines(of effects: [Effect], _ settings: Settings) -> [String] {
    let layout = layout(settings)
    var lines: [String] = []
    for effect in effects {
      switch effect {
      case .show(let shown):
        let opens = shown.opensParagraph || (isBelowProse && shown.isResult)
        if opens, !isOpen { lines.append("") }
        lines += Self.lines(of: shown, layout)
        isOpen = lines.last.map(\.isEmpty) ?? isOpen
        isBelowProse = if case .prose = shown { true } else { false }
      case .leave, .stopped: break
      }
    }
    return lines
  }

  private static func lines(of shown: Shown, _ layout: Layout) -> [String] {
    let isCell = if case .cell = shown { true } else { false }
    return shown.rendered(layout).plainLines.map { line in
      InputMark.isMistakable(line, isCell: isCell) ? "  " + line : line
    }
  }

  /// Lines of these effects that are wider than the page, though they could be broken.
  func overlong(in effects: [Effect], _ settings: Settings) -> [String] {
    let layout = layout(settings)
    return effects.flatMap { effect -> [String] in
      guard case .show(let shown) = effect else { return [] }
      switch shown {
      // What the lesson's author or another program reads keeps its lines.
      case .cell, .verbatim: return []
      case .heading, .prose, .output, .labelled, .failure, .question, .message, .table,
        .parameters:
        return Self.lines(of: shown, layout).filter { displayWidth($0) > layout.columns }
      }
    }
  }
}

extension Shown {
  /// Whether it would run into a paragraph above it.
  fileprivate var isResult: Bool {
    switch self {
    case .output, .labelled, .table: true
    case .heading, .prose, .cell, .failure, .question, .message, .parameters, .verbatim: false
    }
  }
}
