import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// What a person did at a prompt.
enum Keystrokes {
  case line(String)
  case interrupted
  case endOfInput
  case terminated(signal: Int32)
}

/// Plays a lesson: reads an input, keeps it, acts on it, shows what came of it.
struct PlayLoop {
  private(set) var player: Player
  private var keeper: Keeper
  private let screen: Screen

  /// Why a loop came to its end.
  enum Ending {
    case left
    case terminated(signal: Int32)
    /// The learner wants another lesson, this one again from its beginning, or none of it kept.
    case asked(ShellRequest)
  }

  init(_ player: Player, keeper: Keeper, screen: Screen) {
    self.player = player
    self.keeper = keeper
    self.screen = screen
    self.player.isCancelled = { Interrupt.isRequested }
    if case .terminal = screen { self.player.progress = { ProgressLine.report($0) } }
  }

  var session: Session { player.session }

  /// Begins a lesson.
  mutating func begin() throws {
    let turn = player.begin()
    keeper.keep(output: turn.output)
    try screen.show(turn, session.settings)
  }

  /// Shows where a session is that goes on, and what a crash kept from being seen.
  mutating func goOn(_ resumption: Resumption) throws {
    if resumption.wasInterrupted {
      keeper.keep(output: resumption.missingOutput)
      try screen.show(lines: resumption.lastExchange + [""])
    }
    try screen.show(player.orientation(), session.settings)
  }

  /// Plays until the input ends or the learner leaves.
  mutating func run(_ reader: inout LineReader) throws -> Ending {
    defer { keeper.finish() }
    while true {
      try reader.footer(session)
      switch try input(&reader) {
      case .line(let text):
        if let request = ShellRequest(text) {
          if let ending = try carryOut(request, &reader) { return ending }
        } else if try act(on: text) {
          return .left
        }
      case .endOfInput, .interrupted: return .left
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  /// Acts on an input; true where the learner leaves.
  mutating func act(on text: String) throws -> Bool {
    let prompt = player.prompt
    let input = RecordedInput(typed: text, at: prompt)
    let echo = input.echo(at: prompt)
    keeper.keep(input: echo)
    try screen.echo(echo)
    Interrupt.clear()
    ProgressLine.begin()
    let turn = player.act(on: input)
    ProgressLine.end()
    if Interrupt.isRequested { return try cancel() }
    keeper.keep(output: turn.output)
    try screen.show(turn, session.settings)
    return turn.leaves
  }

  /// The input before was stopped: the transcript says so, and a replay won't evaluate it either.
  private mutating func cancel() throws -> Bool {
    Interrupt.clear()
    let echo = RecordedInput.cancellation.echo(at: player.prompt)
    keeper.keep(input: echo)
    let turn = player.act(on: .cancellation)
    keeper.keep(output: turn.output)
    try screen.show(turn, session.settings)
    return false
  }

  private mutating func carryOut(
    _ request: ShellRequest,
    _ reader: inout LineReader
  ) throws
    -> Ending?
  {
    switch request {
    case .edit(let name): try reader.edit(name, session)
    case .save(let path): try save(to: path)
    case .open, .forget: return .asked(request)
    case .faulty(let message): try say(message)
    }
    return nil
  }

  private func save(to path: String) throws {
    guard let kept = keeper.path else {
      try say("This session is not kept, so there is nothing to save.")
      return
    }
    let words = session.lesson.questions.filter { $0.kind == .text }.map(\.id.value)
    let text = Anonymous.copy(of: try InputFile.text(at: kept), hidingAnswersTo: words)
    do {
      guard !Disk.exists(path) else {
        try say("\(neutralised(path)) is there already; another name, please.")
        return
      }
      try Disk.replace(path, with: text)
      try say("Saved as \(neutralised(path)), without your name and your answers in words.")
    } catch let error as DiskError {
      try say("\(error)")
    }
  }

  private func say(_ message: String) throws {
    try screen.show(
      Player.Turn(effects: [.show(.message(StyledText(message)))], output: [message]),
      session.settings
    )
  }

  /// A line, and the lines after it while a bracket is open; an empty one ends that.
  private func input(_ reader: inout LineReader) throws -> Keystrokes {
    var pending: String?
    while true {
      let prompt = pending == nil ? player.prompt.text : "…>"
      switch try reader.next(prompt, session) {
      case .interrupted: pending = nil
      case .endOfInput: return pending.map { .line($0) } ?? .endOfInput
      case .terminated(let signal): return .terminated(signal: signal)
      case .line(let line):
        let text = pending.map { $0 + "\n" + line } ?? line
        if line.isEmpty || isWhole(text) { return .line(text) }
        pending = text
      }
    }
  }

  private func isWhole(_ text: String) -> Bool {
    switch player.prompt {
    // An answer in words may open a bracket and leave it.
    case .answer: !text.hasPrefix("?") || Parser.isComplete(String(text.dropFirst()))
    case .notebook: text.hasPrefix(":") || Parser.isComplete(text)
    }
  }
}
