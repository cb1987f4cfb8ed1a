import Glibc
import LineEditing
import Sessions
import TerminalText

/// Shows more than a screen, one screen after another.
@MainActor
struct Pager {
  private let page: TerminalPage
  private let text: Screenfuls

  init(_ text: Screenfuls, on page: TerminalPage) {
    (self.text, self.page) = (text, page)
  }

  /// Shows the first screen and waits for a key before each further one.
  ///
  /// What is only looked up ends where somebody wants that; of a lesson its last screen comes then.
  /// Another key ends it too: it is the first of the next line, and given back.
  func run(_ keys: borrowing KeyReader) throws -> String? {
    let last = text.screens.count - 1
    var index = 0
    try show(0)
    var typed: String?
    while index < last {
      switch try step(keys) {
      case .on: index += 1
      case .back where index > 0: index -= 1
      case .back: continue
      case .typed(let begun):
        typed = begun
        if text.isLookup { return typed }
        index = last
      case .end where text.isLookup: return nil
      case .end: index = last
      }
      try show(index)
    }
    return typed
  }

  private enum Step {
    case on, back, end
    case typed(String)
  }

  private func step(_ keys: borrowing KeyReader) throws -> Step {
    let hints =
      text.isLookup ? ["Enter: next screen", "b: back", "q: enough"] : ["Enter: go on", "b: back"]
    try page.send(page.aside(hints))
    // The hints give way to what comes next.
    defer { try? Terminal.send("\r\u{1B}[K", to: STDOUT_FILENO) }
    while true {
      switch keys.next() {
      case .enter, .character(" "), .down, .right, .pageDown: return .on
      case .character("b"): return alone("b", keys, .back)
      case .character("q"): return alone("q", keys, .end)
      case .up, .left, .pageUp: return .back
      case .escape, .interrupt, .endOfInput, .failed, .terminated, .end: return .end
      case .resized, .resumed, .timeout: continue
      case .character(let key): return .typed(String(key))
      case .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .home, .tab, .backTab,
        .backspace, .delete, .control, .unknown:
        continue
      }
    }
  }

  /// What a letter means by itself; with another one soon behind it, it is the first of a line.
  ///
  /// So is an answer `b` with its Enter; `q` and Enter leave, as elsewhere.
  private func alone(_ letter: Character, _ keys: borrowing KeyReader, _ meaning: Step) -> Step {
    switch keys.next(timeout: Self.soon) {
    case .character(let next) where next != letter:
      return .typed(String([letter, next]))
    case .enter where letter == "b": return .typed("b")
    default: return meaning
    }
  }

  /// Milliseconds between the letters of a word.
  private static let soon: Int32 = 400

  private func show(_ index: Int) throws {
    try page.send(text.screens[index] + StyledText("\n"))
  }
}
