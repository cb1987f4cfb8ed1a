import Glibc
import LineEditing
import Notebooks
import Plotting
import Sessions
import TerminalText

/// Lays out effects for a terminal as it is now.
struct TerminalPage {
  private let profile = Terminal.profile(of: STDOUT_FILENO)
  /// The session's, with what somebody prefers over it.
  private let settings: Settings
  private let preferences = PreferencesFile.kept

  /// Lines wider than this are hard to read, and pictures hard to compare.
  private static let widest = 100
  /// Rows for the question, the feedback and the prompt beside a figure.
  private static let rowsBesideFigure = 11

  init(_ settings: Settings) {
    self.settings = preferences.applied(to: settings)
  }

  /// The rows of the terminal.
  var rows: Int { profile.size.rows }

  /// Whether rows can be drawn over.
  var movesCursor: Bool { profile.movesCursor && !layout.figuresAsText }

  var layout: Layout {
    Layout(
      columns: max(20, min(settings.chosenColumns ?? Self.widest, profile.size.columns)),
      rows: settings.chosenRows ?? min(24, max(6, profile.size.rows - Self.rowsBesideFigure)),
      figuresAsText: Terminal.figuresAsText || settings.figures == .text,
      charset: profile.isUTF8 ? settings.charset : .ascii,
      isASCII: profile.isASCII
    )
  }

  /// Whether figures could be finer here, and nobody has chosen yet.
  var offersFinerFigures: Bool {
    profile.isTerminal && profile.isUTF8 && layout.charset == .ascii && !layout.figuresAsText
      && !preferences.has("charset")
  }

  /// Shows effects, an empty line before each paragraph.
  func show(_ effects: [Effect]) throws {
    var text = StyledText()
    for effect in effects {
      switch effect {
      case .show(let shown):
        if shown.opensParagraph { text.append("\n") }
        text.append(rendered(shown))
        text.append("\n")
      // Whoever plays the session ends it, and writes what is handed in.
      case .leave, .stopped: break
      }
    }
    try send(text)
  }

  /// The same, cut into screens; one where nobody can be asked to go on.
  func screenfuls(_ effects: [Effect]) -> Screenfuls {
    let rows = movesCursor ? profile.size.rows - Self.rowsBelow : Int.max
    return Screenfuls(effects, layout, rows: rows)
  }

  /// Rows for the keys and the prompt below what is shown.
  private static let rowsBelow = 2

  func rendered(_ shown: Shown) -> StyledText { shown.rendered(layout) }

  /// Figures and values that are drawn over again and again: as many rows as stay on the screen.
  func rendered(_ preview: Preview) -> StyledText {
    // The row of the knobs, and the one where the cursor rests.
    let room = max(1, profile.size.rows - 2)
    var figures = preview.figures
    let each = { max(1, (room - preview.values.count) / max(1, figures.count)) }
    if each() < Self.lowestOfSeveral { figures = figures.suffix(1) }
    let values = preview.values.flatMap { rendered($0).lines.prefix(1) }
    var rows = each()
    func drawn() -> [StyledText] { figures.flatMap { rendered($0, rows: rows).lines } + values }
    var lines = drawn()
    // Some figures take more rows than others.
    while lines.count > room, rows > Self.lowest {
      rows -= 1
      lines = drawn()
    }
    if movesCursor, lines.count > room { lines = lines.prefix(room - 1) + [StyledText("...")] }
    return lines.isEmpty ? StyledText() : StyledText(lines: lines + [StyledText()])
  }

  private static let lowestOfSeveral = 10
  /// The rows with which a figure says no more than that it needs more.
  private static let lowest = 5

  private func rendered(_ shown: Shown, rows: Int) -> StyledText {
    var low = layout
    low.rows = min(low.rows, rows)
    return shown.rendered(low)
  }

  func send(_ text: StyledText) throws {
    guard !text.isEmpty else { return }
    try Terminal.send(Terminal.encoded(text, for: profile), to: STDOUT_FILENO)
  }

  /// Shows hints on one line at the right, as many as there is room for.
  func send(aside hints: [String]) throws {
    try send(aside(hints) + StyledText("\n"))
  }

  /// Hints on one line at the right, as many as there is room for.
  func aside(_ hints: [String]) -> StyledText {
    let hints = hints.map { layout.spelt($0) }
    var line = hints[0]
    for hint in hints.dropFirst() where line.count + 3 + hint.count <= layout.columns {
      line += "   " + hint
    }
    let indent = String(repeating: " ", count: max(0, layout.columns - line.count))
    return StyledText(indent + line, .faint)
  }

  /// The prompt in its colour, with a blank behind it.
  func prompt(_ text: String) -> String {
    Terminal.encoded(StyledText(text, .prompt), for: profile) + " "
  }
}
