import Glibc
import LineEditing
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// Where a session is shown.
enum Screen {
  /// As the lines of its transcript; `echoes` where what is typed is not on the screen yet.
  case page(echoes: Bool)
  /// On a terminal, at its own width and in colour.
  case terminal

  /// The screen for the program's own input and output.
  static var own: Screen {
    let isInteractive =
      TerminalProfile.isTerminal(STDIN_FILENO) && TerminalProfile.isTerminal(STDOUT_FILENO)
    return isInteractive ? .terminal : .page(echoes: !TerminalProfile.isTerminal(STDIN_FILENO))
  }

  /// Shows what somebody typed, where it isn't on the screen yet.
  func echo(_ lines: [String]) throws {
    if case .page(echoes: true) = self { try show(lines: lines) }
  }

  /// Shows lines of a transcript.
  func show(lines: [String]) throws {
    guard !lines.isEmpty else { return }
    let text = lines.map { $0 + "\n" }.joined()
    let profile = Terminal.profile(of: STDOUT_FILENO)
    try Terminal.send(
      profile.isASCII ? StyledText(text).spelledInASCII.plain : text,
      to: STDOUT_FILENO
    )
  }
}
