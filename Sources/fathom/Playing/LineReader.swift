import Glibc
import LineEditing
import Notebooks
import Sessions
import Transcripts

/// Reads lines at a prompt: from a pipe, or from a terminal with line editing.
struct LineReader {
  private enum Source {
    case pipe(PipedLines, showsPrompt: Bool)
    case editor(EditedLines)
  }

  private var source: Source
  /// A line that is read but not yet taken.
  private var held: String?
  /// Whether it was said how to leave; once is enough.
  private var hasToldOfLeaving = false

  /// Lines of standard input without editing.
  init(showsPrompt: Bool) {
    source = .pipe(PipedLines(), showsPrompt: showsPrompt)
  }

  init(_ lines: EditedLines) {
    source = .editor(lines)
  }

  /// Whether a pipe has nothing to read; where somebody types there is always more.
  mutating func isAtEnd() throws -> Bool {
    if held != nil { return false }
    guard case .pipe(var lines, showsPrompt: false) = source else { return false }
    defer { source = .pipe(lines, showsPrompt: false) }
    return try lines.isAtEnd()
  }

  /// Lets a line be the next one once more.
  mutating func putBack(_ line: String) { held = line }

  /// The next line, at home or elsewhere.
  mutating func next(_ prompt: String, _ session: Session, isHome: Bool) throws -> Keystrokes {
    if let line = held {
      held = nil
      return .line(line)
    }
    switch source {
    case .pipe(var lines, let showsPrompt):
      if showsPrompt { try Terminal.send(prompt + " ", to: STDOUT_FILENO) }
      let line = try lines.next()
      source = .pipe(lines, showsPrompt: showsPrompt)
      return line.map { .line($0) } ?? .endOfInput
    case .editor(var lines):
      let keys = MainActor.assumeIsolated { lines.next(prompt, session, isHome: isHome) }
      source = .editor(lines)
      return keys
    }
  }

  /// Puts a definition into the next line, where there is a line to be edited.
  mutating func edit(_ name: String, _ session: Session) throws {
    guard case .editor = source else {
      return try Terminal.send(ShellSentence.nothingToEditInPipe.words + "\n", to: STDOUT_FILENO)
    }
    guard let definition = session.notebook.definitions[name] else {
      let sentence = ShellSentence.nothingToEdit(name, known: session.notebook.definitions.order)
      return try Terminal.send(sentence.words + "\n", to: STDOUT_FILENO)
    }
    prefill(definition.statement.text)
  }

  /// Puts text into the next line, where there is a line to be edited.
  mutating func prefill(_ text: String) {
    guard case .editor(var lines) = source else { return }
    lines.prefill = text
    source = .editor(lines)
  }

  /// Lets arrow keys turn knobs: the definitions to keep; nil where there are no keys.
  func turn(_ knobs: [KnobTurn], _ session: Session) throws -> [String]? {
    guard case .editor(let lines) = source else { return nil }
    return try MainActor.assumeIsolated { try lines.turn(knobs, session) }
  }

  /// Shows what an input has brought, on a terminal a screen at a time.
  func show(_ turn: Player.Turn, on screen: Screen, _ settings: Settings) throws {
    switch (screen, source) {
    case (.terminal, .editor(let lines)):
      try MainActor.assumeIsolated { try lines.show(turn.effects, settings) }
    case (.terminal, .pipe): try TerminalPage(settings).show(turn.effects)
    case (.page, _): try screen.show(lines: turn.output)
    }
  }

  /// Keeps an input, with all its lines, for the next time that somebody wants it back.
  func remember(_ input: String) {
    guard case .editor(let lines) = source else { return }
    MainActor.assumeIsolated { lines.remember(input) }
  }

  /// Says how a statement that is not complete goes on, to somebody who types.
  func continuation(_ session: Session) throws {
    if case .editor(let lines) = source { try lines.continuation(session) }
  }

  /// Says how to leave, to somebody who has pressed Ctrl-C for the first time.
  mutating func leavingHint(_ session: Session) throws {
    guard case .editor = source, !hasToldOfLeaving else { return }
    hasToldOfLeaving = true
    try TerminalPage(session.settings).send(aside: ["Ctrl-D or :quit leaves; everything is kept"])
  }

  /// The keys that help here, when the place has changed.
  mutating func footer(_ session: Session, _ behind: LessonBehind?) throws {
    guard case .editor(var lines) = source else { return }
    try lines.footer(session, behind)
    source = .editor(lines)
  }
}
