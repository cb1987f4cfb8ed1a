import LineEditing
import Notebooks
import Sessions
import TerminalText

/// Lines from the terminal's line editor, with completion, history and a footer.
struct EditedLines {
  private let editor: LineEditor
  private let lessons: OfferedLessons
  /// What stands in the next line before anything is typed.
  var prefill: String?
  private let ahead = TypedAhead()
  /// Where the footer was shown last; it is not repeated there.
  private var footerPlace: FooterPlace?

  /// What was typed while nobody read a line, for whoever holds the lines.
  @MainActor
  private final class TypedAhead {
    var text: String?
  }

  private struct FooterPlace: Hashable {
    var place: Session.Place
    var prompt: Prompt
    var tries: Int
    var keys: [String]
  }
  /// How many lines were typed since the footer.
  private var linesSince = 0

  @MainActor
  init(_ editor: LineEditor, _ lessons: OfferedLessons) {
    self.editor = editor
    self.lessons = lessons
  }

  @MainActor
  func turn(_ knobs: [KnobTurn], _ session: Session) throws -> [String] {
    var loop = KnobLoop(session, knobs)
    return try editor.withKeys { keys in try loop.run(keys) }
  }

  /// The next line; at home TAB completes the names of lessons too.
  @MainActor
  mutating func next(_ prompt: String, _ session: Session, isHome: Bool) -> Keystrokes {
    let lessons = lessons
    editor.completer = { line, cursor in
      let found = session.completion(
        of: line,
        cursor: cursor,
        lessons: lessons.candidates,
        namesPlay: isHome
      )
      return Completions(
        start: found.start,
        candidates: found.candidates.map {
          Completions.Candidate(neutralised($0.text), summary: neutralised($0.summary))
        }
      )
    }
    let page = TerminalPage(session.settings)
    let begun = prefill ?? ahead.text
    ahead.text = nil
    let reading = editor.readLine(prompt: page.prompt(prompt), prefill: begun)
    // A session that is held twice would be copied at the next input.
    editor.completer = nil
    prefill = nil
    switch reading {
    case .line(let line):
      // The line editor writes by itself.
      Terminal.onSent?(page.prompt(prompt) + neutralised(line) + "\n")
      return .line(line)
    case .interrupted: return .interrupted
    case .endOfInput, .failed: return .endOfInput
    case .terminated(let signal): return .terminated(signal: signal)
    }
  }

  /// Shows effects, and waits for a key where they take more than a screen.
  @MainActor
  func show(_ effects: [Effect], _ settings: Settings) throws {
    let page = TerminalPage(settings)
    let text = page.screenfuls(effects)
    if text.screens.count < 2 { return try page.show(effects) }
    ahead.text = try editor.withKeys { keys in try Pager(text, on: page).run(keys) }
  }

  @MainActor
  func remember(_ input: String) {
    // A history that can't be written is no reason to stop.
    if !input.isEmpty { try? editor.remember(input) }
  }

  /// Says which keys help here, where the place has changed or much was typed since.
  mutating func footer(_ session: Session, _ behind: LessonBehind?) throws {
    let keys = session.keys(behind: behind?.invitation)
    let here = FooterPlace(
      place: session.place,
      prompt: session.prompt,
      tries: session.triesHere,
      keys: keys
    )
    linesSince += 1
    guard here != footerPlace || linesSince > Self.mostLines else { return }
    (footerPlace, linesSince) = (here, 0)
    try TerminalPage(session.settings).send(aside: keys)
  }

  /// After so many lines the last footer is forgotten.
  private static let mostLines = 4

  /// Says what becomes of a line that is not a whole statement.
  func continuation(_ session: Session) throws {
    try TerminalPage(session.settings).send(
      aside: ["not complete: go on", "empty line: run it", "Ctrl-C: drop it"]
    )
  }
}
