import Glibc
import LineEditing
import Notebooks
import Plotting
import Sessions
import TerminalText

/// The whole terminal as a stage: a title on top, pieces below, the keys at the bottom.
@MainActor
struct Stage {
  /// As it is now: a window may be drawn larger at any time.
  private var profile: TerminalProfile { Terminal.profile(of: STDOUT_FILENO) }

  /// What somebody has chosen for every session.
  private let preferences = PreferencesFile.kept
  private var laidOut = LaidOut()

  /// Half of what the pieces have, for scrolling.
  var half: Int { max(1, layout(profile).room / 2) }

  /// The stage as large as the terminal, in the finest characters that it has; what somebody prefers goes before.
  private func layout(_ profile: TerminalProfile) -> StageLayout {
    let finest = Settings(charset: profile.isUTF8 ? .braille : .ascii)
    let settings = preferences.applied(to: finest)
    return StageLayout(
      columns: profile.size.columns,
      rows: profile.size.rows,
      figuresAsText: Terminal.figuresAsText || settings.figures == .text,
      charset: profile.isUTF8 ? settings.charset : .ascii,
      isASCII: profile.isASCII
    )
  }

  /// Draws title and pieces anew; of pieces that don't fit, the last ones, or those that are scrolled to.
  mutating func draw(
    title: StyledText,
    pieces: [Shown],
    notes: StyledText,
    status: String,
    scrolled: Int
  ) throws {
    let profile = profile
    let stage = layout(profile)
    let (room, layout) = (stage.room, stage.words)
    let noteLines = notes.isEmpty ? [] : layout.wrapped(notes).lines
    let left = max(1, room - noteLines.count)
    let all = stage.lines(of: pieces, room: left, &laidOut)
    let end = max(min(left, all.count), all.count - scrolled)
    let kept = all[max(0, end - left)..<end]
    var text = profile.movesCursor ? StyledText() : StyledText("\n")
    text.append(cut(title, layout))
    text.append("\n\n")
    for line in kept {
      text.append(line)
      text.append("\n")
    }
    for line in noteLines {
      text.append(StyledText(line.plain, .faint))
      text.append("\n")
    }
    let blank = max(0, room - kept.count - noteLines.count)
    if profile.movesCursor { text.append(String(repeating: "\n", count: blank)) }
    let hidden = max(0, end - left)
    let above = hidden > 0 ? "^\(hidden) above   " : ""
    text.append(cut(StyledText(above + status, .faint), layout))
    try Terminal.send(over(Terminal.encoded(text, for: profile)), to: STDOUT_FILENO)
  }

  private func cut(_ line: StyledText, _ layout: Layout) -> StyledText {
    layout.spelt(line).truncated(to: layout.columns, isASCII: layout.isASCII)
  }

  /// The text over what stands there, each row cleared behind its end: nothing flickers.
  private func over(_ text: String) -> String {
    guard profile.movesCursor else { return text + "\n" }
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\u{1B}[H" + rows.joined(separator: "\u{1B}[K\n") + "\u{1B}[K\u{1B}[J"
  }

  /// Shows the bottom row anew and leaves the rest alone.
  func show(status: String) throws {
    let profile = profile
    guard profile.movesCursor else { return }
    let line = cut(StyledText(status, .faint), layout(profile).words)
    let text = "\u{1B}[\(profile.size.rows);1H" + Terminal.encoded(line, for: profile) + "\u{1B}[K"
    try Terminal.send(text, to: STDOUT_FILENO)
  }

  func clear() throws {
    if profile.movesCursor { try Terminal.send("\u{1B}[H\u{1B}[2J", to: STDOUT_FILENO) }
  }

  /// Shows a piece letter by letter, as somebody types; any key finishes it at once.
  mutating func type(
    _ piece: Shown,
    after pieces: [Shown],
    title: StyledText,
    _ keys: borrowing KeyReader
  )
    throws
  {
    guard case .cell(let source) = piece, profile.movesCursor else { return }
    var typed = ""
    for character in source {
      typed.append(character)
      guard character != "\n" else { continue }
      try draw(
        title: title,
        pieces: pieces + [.cell(typed)],
        notes: StyledText(),
        status: "",
        scrolled: 0
      )
      switch keys.next(timeout: Self.millisecondsPerLetter) {
      case .timeout: continue
      default: return
      }
    }
  }

  private static let millisecondsPerLetter: Int32 = 25
}
