import Glibc
import Lessons
import LineEditing
import Notebooks
import Plotting
import Sessions
import TerminalText
import Transcripts

/// Plays a lesson or a notebook: reads an input, keeps it, acts on it, shows what came of it.
struct PlayLoop {
  private var kept: KeptPlayer
  private let screen: Screen
  /// What lines mean before they are the notebook's, at home.
  private let home: HomeLines?

  /// Why a loop came to its end.
  enum Ending {
    case left
    case terminated(signal: Int32)
    /// The learner wants another lesson.
    case opens(String)
    /// The learner wants this one again from its beginning.
    case beginsAnew
  }

  init(_ player: Player, keeper: Keeper, screen: Screen, home: HomeLines? = nil) {
    let isTerminal = if case .terminal = screen { true } else { false }
    kept = KeptPlayer(player, keeper: keeper, showsProgress: isTerminal)
    self.screen = screen
    self.home = home
  }

  var session: Session { kept.session }

  /// Begins.
  mutating func begin() throws {
    try screen.show(kept.begin(), session.settings)
    // Who begins a notebook is told what that is; home says so above.
    if session.isNotebook, home == nil, case .terminal = screen { try orient() }
  }

  private mutating func orient() throws { try screen.show(kept.orientation(), session.settings) }

  /// Shows where a session is that goes on, and what a crash kept from being seen.
  mutating func goOn(_ resumption: Resumption) throws {
    kept.takeUp(resumption)
    if resumption.wasInterrupted {
      try screen.show(lines: resumption.lastExchange + [""])
    }
    if home == nil || !session.notebook.definitions.order.isEmpty { try orient() }
  }

  /// Plays until the input ends or the learner leaves.
  mutating func run(_ reader: inout LineReader) throws -> Ending {
    defer { kept.keeper.finish() }
    while true {
      if home == nil { try reader.footer(session) }
      switch try input(&reader) {
      case .line(let text):
        if let ending = home?.ending(text, session) { return ending }
        // An empty line means nothing in a notebook, and leaves nothing behind.
        if session.isNotebook, text.trimmingBlanks.isEmpty { continue }
        reader.remember(text)
        switch ShellLine(text) {
        case .request(let request):
          if let ending = try carryOut(request, &reader) { return ending }
        case .remark(let message): try say(message)
        case nil: if try act(on: text) { return .left }
        }
      case .endOfInput, .interrupted: return .left
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  /// Acts on an input; true where the learner leaves.
  private mutating func act(on text: String) throws -> Bool {
    if let handIn = HandIn(text) { return try act(on: text, handing: handIn) }
    return try actAsSession(on: text)
  }

  /// Hands the session in; what cannot be written closes nothing and tells nothing.
  private mutating func act(on text: String, handing handIn: HandIn) throws -> Bool {
    guard let path = kept.keeper.path else {
      try say(.nothingToHandIn)
      return false
    }
    let submission: Submission
    do {
      submission = try Submission(
        of: path,
        holding: kept.keeper.unwritten,
        session,
        to: handIn.file,
        adding: kept.echo(of: text)
      )
    } catch {
      try say("\(error)")
      return false
    }
    let leaves = try actAsSession(on: text)
    try say(submission.completed(holding: kept.keeper.unwritten))
    return leaves
  }

  private mutating func actAsSession(on text: String) throws -> Bool {
    let screen = screen
    let turn = try kept.act(on: text) { try screen.echo($0) }
    try screen.show(turn, session.settings)
    if case .terminal = screen, text == ":help commands" {
      try say(
        (["", session.isNotebook ? "Commands beside the notebook" : "Commands beside the lesson"]
          + Command.shellHelp).joined(separator: "\n")
      )
    }
    if let remark = home?.remark(on: text, turn.effects) { try say(remark) }
    return turn.leaves
  }

  private mutating func carryOut(
    _ request: ShellRequest,
    _ reader: inout LineReader
  ) throws
    -> Ending?
  {
    switch request {
    case .edit(let name): try reader.edit(name, session)
    case .knob(let names): try turn(names, reader)
    case .save(let path): try save(to: path)
    case .open(let name): return .opens(name)
    case .forget: return .beginsAnew
    }
    return nil
  }

  /// Turns knobs; what they end with is one input like any other.
  private mutating func turn(_ names: [String], _ reader: LineReader) throws {
    var session = session
    var knobs: [KnobTurn] = []
    for name in names {
      do throws(KnobRefusal) {
        knobs.append(try session.knob(name))
      } catch {
        return try say(error.words)
      }
    }
    guard let definitions = try reader.turn(knobs, session) else {
      return try say(.knobNeedsKeys(instead: knobs[0].statement))
    }
    if !definitions.isEmpty { _ = try act(on: definitions.joined(separator: "\n")) }
  }

  private mutating func save(to copy: String) throws {
    switch copy.split(separator: "/").last?.split(separator: ".").dropFirst().last {
    case "svg": return try saveFigure(to: copy) { figure, _ in figure.svg() }
    case "txt": return try saveFigure(to: copy, Self.page)
    case "png", "jpg", "jpeg", "gif", "pdf", "webp", "eps", "ps": return try say(.noPicture(copy))
    default: break
    }
    guard let path = kept.keeper.path else { return try say(.notKept) }
    let text = Anonymous.copy(
      of: try InputFile.text(at: path),
      hidingAnswersTo: session.privateQuestions
    )
    guard !Disk.exists(copy) else { return try say(.isThere(copy)) }
    try write(text, to: copy, session.isNotebook ? .savedNotebook(copy) : .savedTranscript(copy))
  }

  /// A figure in characters, as it is shown under these settings.
  private static func page(_ figure: Figure, _ settings: Settings) -> String {
    let rows = figure.height(columns: settings.columns, rows: settings.figureRows)
    let text = figure.rendered(columns: settings.columns, rows: rows, charset: settings.charset)
    return text.plain + "\n"
  }

  /// The last figure, for a page or in characters.
  private mutating func saveFigure(
    to path: String,
    _ content: (Figure, Settings) -> String
  ) throws {
    let figure: Figure?
    do throws(Failure) {
      figure = try kept.lastFigure()
    } catch {
      if case .bound(.cancelled) = error.problem { return try say(.savingCancelled(path)) }
      return try show(error)
    }
    guard let figure else { return try say(.noFigure) }
    guard !Disk.exists(path) else { return try say(.isThere(path)) }
    try write(content(figure, session.settings), to: path, .savedFigure(path))
  }

  private func write(_ text: String, to path: String, _ done: ShellSentence) throws {
    do {
      try Disk.replace(path, with: text)
      try say(done)
    } catch let error as DiskError {
      try say("\(error)")
    }
  }

  private func say(_ sentence: ShellSentence) throws { try say(sentence.words) }

  private func say(_ message: String) throws {
    try show(.message(StyledText(message)), asLines: [message])
  }

  private func show(_ failure: Failure) throws {
    var page = Page()
    let lines = page.lines(of: [.show(.failure(failure))], session.settings)
    try show(.failure(failure), asLines: lines)
  }

  private func show(_ shown: Shown, asLines lines: [String]) throws {
    try screen.show(Player.Turn(effects: [.show(shown)], output: lines), session.settings)
  }

  /// A line, and the lines after it while a bracket is open; an empty one ends that, and a command,
  /// which no statement can hold, takes their place.
  private func input(_ reader: inout LineReader) throws -> Keystrokes {
    var pending: String?
    while true {
      let prompt = pending == nil ? session.prompt.text : "…>"
      switch try reader.next(prompt, session, isHome: home != nil && pending == nil) {
      case .interrupted: pending = nil
      case .endOfInput: return pending.map { .line($0) } ?? .endOfInput
      case .terminated(let signal): return .terminated(signal: signal)
      case .line(let line):
        if line.hasPrefix(":") { return .line(line) }
        let text = pending.map { $0 + "\n" + line } ?? line
        if line.isEmpty || session.prompt.isWhole(text) { return .line(text) }
        if pending == nil { try reader.continuation(session) }
        pending = text
      }
    }
  }
}
