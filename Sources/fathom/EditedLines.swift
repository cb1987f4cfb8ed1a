import LineEditing
import Notebooks
import Sessions
import TerminalText

/// Lines from the terminal's line editor, with completion, history and a footer.
struct EditedLines {
  private let editor: LineEditor
  private let commands: [ShellCommand]
  /// What stands in the next line before anything is typed.
  var prefill: String?
  /// Where the footer was shown last; it is not repeated there.
  private var footerPlace: FooterPlace?

  private struct FooterPlace: Hashable {
    var place: Session.Place
    var prompt: Prompt
  }

  init(_ editor: LineEditor, commands: [ShellCommand]) {
    self.editor = editor
    self.commands = commands
  }

  @MainActor
  mutating func next(_ prompt: String, _ session: Session) -> Keystrokes {
    let commands = commands
    editor.completer = { line, cursor in
      let found = session.completion(of: line, cursor: cursor, further: commands)
      return Completions(
        start: found.start,
        candidates: found.candidates.map {
          Completions.Candidate(neutralised($0.text), summary: neutralised($0.summary))
        }
      )
    }
    let page = TerminalPage(session.settings)
    let reading = editor.readLine(prompt: page.prompt(prompt), prefill: prefill)
    prefill = nil
    switch reading {
    case .line(let line):
      // A history that can't be written is no reason to stop; `doctor` says where it should be.
      if !line.isEmpty { try? editor.remember(line) }
      return .line(line)
    case .interrupted: return .interrupted
    case .endOfInput, .failed: return .endOfInput
    case .terminated(let signal): return .terminated(signal: signal)
    }
  }

  mutating func footer(_ session: Session) throws {
    let here = FooterPlace(place: session.place, prompt: session.prompt)
    guard here != footerPlace else { return }
    footerPlace = here
    let page = TerminalPage(session.settings)
    let text = StyledText(Self.keys(session), .faint)
    let width = page.layout.columns
    let indent = max(0, width - text.width)
    try page.send(
      StyledText(String(repeating: " ", count: indent)) + text.truncated(to: width)
        + StyledText("\n")
    )
  }

  private static func keys(_ session: Session) -> String {
    switch session.prompt {
    case .answer: "type an answer   ? to try things   :hint   :skip   Enter: later"
    case .notebook:
      session.place == .after
        ? ":score   :back   :open LESSON   :quit"
        : "Enter: go on   s = 2 changes s   :undo   :steps   :help"
    }
  }
}
