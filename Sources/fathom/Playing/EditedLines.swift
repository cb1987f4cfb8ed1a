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
  /// Where the footer was shown last; it is not repeated there.
  private var footerPlace: FooterPlace?

  private struct FooterPlace: Hashable {
    var place: Session.Place
    var prompt: Prompt
    var awaitsAnswer: Bool
    var ofEnd: EndScreen?
  }

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
    let reading = editor.readLine(prompt: page.prompt(prompt), prefill: prefill)
    // A session that is held twice would be copied at the next input.
    editor.completer = nil
    prefill = nil
    switch reading {
    case .line(let line): return .line(line)
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
    try editor.withKeys { keys in try Pager(text, on: page).run(keys) }
  }

  @MainActor
  func remember(_ input: String) {
    // A history that can't be written is no reason to stop.
    if !input.isEmpty { try? editor.remember(input) }
  }

  mutating func footer(_ session: Session, _ behind: LessonBehind?) throws {
    let here = FooterPlace(
      place: session.place,
      prompt: session.prompt,
      awaitsAnswer: session.awaitsAnswer,
      ofEnd: session.nextOfEnd
    )
    guard here != footerPlace else { return }
    footerPlace = here
    try TerminalPage(session.settings).send(aside: Self.keys(session, behind))
  }

  /// The keys that matter here, the most useful first: a narrow terminal shows only some.
  private static func keys(_ session: Session, _ behind: LessonBehind?) -> [String] {
    switch session.prompt {
    case .answer where session.awaitsAnswer:
      ["type an answer", "? to try things", ":hint", ":skip", "Enter: later"]
    case .answer: ["Enter: go on", "or answer again", "? to try things", ":hint"]
    case .notebook where session.isNotebook: ["help", ":notebook", ":save FILE", ":quit"]
    case .notebook where session.place == .after:
      (atEnd(session, behind).map { ["Enter: \($0)"] } ?? [])
        + [":score", ":back", ":open LESSON", ":quit"]
    case .notebook:
      ["Enter: go on"] + (session.inviting.map { ["\($0.statement) changes \($0.name)"] } ?? [])
        + [":undo", ":steps", ":help"]
    }
  }

  /// What Enter does at the end of a lesson; nil where nothing comes behind it.
  private static func atEnd(_ session: Session, _ behind: LessonBehind?) -> String? {
    switch session.nextOfEnd {
    case .sum, .takeaways: "what to take along"
    case .marks: "the marks"
    case nil: behind?.invitation
    }
  }

  /// Says what becomes of a line that is not a whole statement.
  func continuation(_ session: Session) throws {
    try TerminalPage(session.settings).send(
      aside: ["not complete: go on", "empty line: run it", "Ctrl-C: drop it"]
    )
  }
}
