import ArgumentParser
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
  private(set) var kept: KeptPlayer
  private let screen: Screen
  /// What lines mean before they are the notebook's, at home.
  private let home: HomeLines?
  /// What stands before the first prompt, not yet shown.
  private var opening: [Player.Turn] = []
  /// Whether this is where somebody sees figures for the first time.
  var isFirstLesson = false
  private var hasBegun = false
  /// Finds what comes behind the end of the lesson; nil where nothing does, or nobody types.
  var findBehind: (() -> LessonBehind?)?
  /// Says which lesson somebody types by its name, where home is not; nil where nobody types.
  var otherLessons: OtherLessons?
  /// The command that opens it again, where that is not `fathom` alone.
  var goesOnWith: String?
  /// Whether somebody only tries something, beside what is shown elsewhere: an empty line ends it.
  private let isAside: Bool
  /// What was found there.
  private var behind: LessonBehind?

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
    isAside = false
  }

  /// Lets somebody try something in a session that is shown elsewhere, and goes on there.
  init(aside kept: KeptPlayer) {
    (self.kept, screen, home, isAside) = (kept, .terminal, nil, true)
  }

  var session: Session { kept.session }

  /// Begins.
  mutating func begin() {
    opening.append(kept.begin())
    hasBegun = true
    // Who begins a notebook is told what that is; home says so above.
    if session.isNotebook, home == nil, case .terminal = screen { orient() }
  }

  private mutating func orient() { opening.append(kept.orientation()) }

  /// Shows where a session is that goes on, and what a crash kept from being seen.
  mutating func goOn(_ resumption: Resumption) throws {
    kept.takeUp(resumption)
    if resumption.wasInterrupted {
      try screen.show(lines: resumption.lastExchange + [""])
    }
    if home == nil || !session.notebook.definitions.order.isEmpty { orient() }
  }

  /// Plays until the input ends or the learner leaves.
  /// - Throws: status 1 for who leaves a session that could not be saved whole.
  mutating func run(_ reader: inout LineReader) throws -> Ending {
    if isAside { return try play(&reader) }
    let ending: Ending
    do {
      ending = try play(&reader)
    } catch {
      kept.keeper.finish()
      throw error
    }
    let isWhole = kept.keeper.finish()
    if case .left = ending, !isWhole { throw ExitCode.failure }
    return ending
  }

  private mutating func play(_ reader: inout LineReader) throws -> Ending {
    for turn in opening { try reader.show(turn, on: screen, session.settings) }
    opening = []
    try tellOfFinerFigures()
    while true {
      try tellWhatComesNext()
      if home == nil, !isAside { try reader.footer(session, behind) }
      switch try input(&reader) {
      case .line(let text) where isAside && endsAside(text): return .left
      case .line(let text):
        if let ending = home?.ending(text, session) { return ending }
        if session.isAllShown, text.trimmingBlanks.isEmpty, let behind { return .opens(behind.id) }
        // An empty line means nothing in a notebook, and leaves nothing behind.
        if session.isNotebook, text.trimmingBlanks.isEmpty { continue }
        reader.remember(text)
        if isClearing(text) {
          try say(.clearsScreen)
          continue
        }
        let text = meant(text)
        switch ShellLine(text) {
        case .request(let request):
          if let ending = try carryOut(request, &reader) { return isAside ? .left : ending }
        case .remark(let message): try say(message)
        case nil: if try act(on: text, reader) { return try left() }
        }
      case .endOfInput, .interrupted: return try left()
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  /// Says, once, at the end of a lesson which one comes behind it.
  private mutating func tellWhatComesNext() throws {
    guard session.isAtEnd, behind == nil, let found = findBehind?() else { return }
    behind = found
    try say(.lessonBehind(found.id, title: found.title))
  }

  /// Whether a line goes back to what is shown elsewhere.
  private func endsAside(_ line: String) -> Bool {
    let text = line.trimmingBlanks
    return text.isEmpty || Command.leaves(text) || session.command(in: text) == "next"
  }

  private func tellOfFinerFigures() throws {
    guard case .terminal = screen, isFirstLesson, hasBegun else { return }
    let page = TerminalPage(session.settings)
    guard page.offersFinerFigures else { return }
    let words = StyledText("\n" + ShellSentence.finerFigures.words, .faint)
    try page.send(page.layout.wrapped(words, hanging: 2) + StyledText("\n"))
  }

  /// Says to somebody who leaves where it goes on.
  private func left() throws -> Ending {
    guard case .terminal = screen, kept.keeper.path != nil, !isAside else { return .left }
    try say(.goesOnHere(goesOnWith ?? "fathom"))
    return .left
  }

  /// Whether a line asks a shell to clear its screen, and means nothing here.
  private func isClearing(_ text: String) -> Bool {
    guard case .terminal = screen, prompt == .notebook else { return false }
    return ["clear", "cls"].contains(text) && session.notebook.definitions[text] == nil
  }

  /// Where a line is read: behind a right answer, on a terminal, it is the notebook's again.
  private var prompt: Prompt {
    if isAside { return .notebook }
    if case .terminal = screen, session.told == .right { return .notebook }
    return session.prompt
  }

  /// A line as the session takes it: what is typed at the notebook's prompt is not another answer.
  private func meant(_ text: String) -> String {
    guard prompt != session.prompt, !text.trimmingBlanks.isEmpty, !text.hasPrefix("?"),
      text.lowercased() != "done", session.command(in: text) == nil
    else { return text }
    return "? " + text
  }

  /// Acts on an input; true where the learner leaves.
  private mutating func act(on text: String, _ reader: LineReader) throws -> Bool {
    if let handIn = HandIn(text) { return try act(on: text, handing: handIn, reader) }
    return try actAsSession(on: text, reader)
  }

  /// Hands the session in; what cannot be written closes nothing and tells nothing.
  private mutating func act(
    on text: String,
    handing handIn: HandIn,
    _ reader: LineReader
  ) throws -> Bool {
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
    let leaves = try actAsSession(on: text, reader)
    try say(submission.completed(holding: kept.keeper.unwritten))
    return leaves
  }

  private mutating func actAsSession(on text: String, _ reader: LineReader) throws -> Bool {
    let screen = screen
    // A page shows the id, as it is kept.
    if case .terminal = screen, let letters = session.lettersSaid(in: text) {
      try say(.takenAs(letters))
    }
    let elsewhere = otherLessons?.remark(on: text, session)
    var turn = try kept.act(on: text) { try screen.echo($0) }
    if case .terminal = screen, Command.listsCommands(text) { turn.effects += shellHelp }
    if case .terminal = screen { keepPreference(text) }
    try reader.show(turn, on: screen, session.settings)
    if let remark = elsewhere ?? home?.remark(on: text, turn.effects) { try say(remark) }
    return turn.leaves
  }

  /// Keeps what a line sets for later sessions; where it can't be kept it holds for this one.
  private func keepPreference(_ line: String) {
    do { try PreferencesFile.take(line) } catch { Notice.send("\(error)") }
  }

  /// What the shell adds to the list of commands.
  private var shellHelp: [Effect] {
    let title = session.isNotebook ? "Commands beside the notebook" : "Commands beside the lesson"
    return (["", title] + Command.shellHelp).map { .show(.message(StyledText($0))) }
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
    case .forget: return try forgets(&reader) ? .beginsAnew : nil
    }
    return nil
  }

  /// Asks whether to begin anew; from a pipe nobody can be asked.
  private func forgets(_ reader: inout LineReader) throws -> Bool {
    guard case .terminal = screen else { return true }
    try say(.asksToForget(session.name))
    if case .line(let line) = try reader.next("yes or no>", session, isHome: false),
      ["y", "yes"].contains(line.lowercased().filter { !$0.isWhitespace })
    {
      return true
    }
    try say(.nothingForgotten)
    return false
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
    guard !definitions.isEmpty else { return }
    // At a question's prompt too it is no try at an answer.
    let mark = if case .answer = session.prompt { "? " } else { "" }
    _ = try act(on: mark + definitions.joined(separator: "\n"), reader)
  }

  private mutating func save(to copy: String) throws {
    switch copy.split(separator: "/").last?.split(separator: ".").dropFirst().last {
    case "svg": return try saveFigure(to: copy) { figure, _ in figure.svg() }
    case "txt": return try saveFigure(to: copy, Self.page)
    case "png", "jpg", "jpeg", "gif", "pdf", "webp", "eps", "ps": return try say(.noPicture(copy))
    default: break
    }
    guard let kept = kept.keeper.text else { return try say(.notKept) }
    let text = Anonymous.copy(of: kept, hidingAnswersTo: session.privateQuestions)
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
    switch screen {
    case .page: try screen.show(lines: lines)
    case .terminal: try TerminalPage(session.settings).show([.show(shown)])
    }
  }

  /// A line, and the lines after it while a bracket is open; an empty one ends that, and so does a
  /// command, which no statement can hold and which is read next.
  private func input(_ reader: inout LineReader) throws -> Keystrokes {
    var pending: String?
    while true {
      let words = pending == nil ? prompt.text : "…>"
      switch try reader.next(words, session, isHome: home != nil && pending == nil) {
      case .interrupted:
        if pending == nil { try reader.leavingHint(session) }
        pending = nil
      case .endOfInput: return pending.map { .line($0) } ?? .endOfInput
      case .terminated(let signal): return .terminated(signal: signal)
      case .line(let line):
        if line.hasPrefix(":") {
          guard let pending else { return .line(line) }
          reader.putBack(line)
          return .line(pending)
        }
        let text = pending.map { $0 + "\n" + line } ?? line
        if line.isEmpty || prompt.isWhole(text) { return .line(text) }
        if pending == nil { try reader.continuation(session) }
        pending = text
      }
    }
  }
}
