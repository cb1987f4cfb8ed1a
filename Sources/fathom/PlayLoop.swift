import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// What a person did at a prompt: the seam between the loop and whatever reads keys.
enum Keystrokes {
  case line(String)
  case interrupted
  case endOfInput
}

/// Plays a lesson: reads an input, keeps it, acts on it, shows what came of it.
struct PlayLoop {
  private var player: Player
  private var keeper: Keeper
  /// Whether what is typed is not on the screen yet, as from a pipe.
  private let echoes: Bool

  init(_ player: Player, keeper: Keeper, echoes: Bool) {
    self.player = player
    self.keeper = keeper
    self.echoes = echoes
  }

  /// Begins a lesson.
  mutating func begin() throws {
    let turn = player.begin()
    keeper.keep(output: turn.output)
    try show(turn.output)
  }

  /// Shows where a session is that goes on, and what a crash kept from being seen.
  mutating func goOn(_ resumption: Resumption) throws {
    if resumption.wasInterrupted {
      keeper.keep(output: resumption.missingOutput)
      try show(resumption.lastExchange + [""])
    }
    try show(player.orientation())
  }

  /// Plays until the input ends or the learner leaves.
  mutating func run(reading next: (_ prompt: String) throws -> Keystrokes) throws {
    defer { keeper.finish() }
    while let text = try input(next) {
      let prompt = player.prompt
      let input = RecordedInput(typed: text, at: prompt)
      let echo = input.echo(at: prompt)
      keeper.keep(input: echo)
      if echoes { try show(echo) }
      let turn = player.act(on: input)
      keeper.keep(output: turn.output)
      try show(turn.output)
      if turn.leaves { return }
    }
  }

  /// A line, and the lines after it while a bracket is open; an empty one ends that.
  private func input(_ next: (String) throws -> Keystrokes) throws -> String? {
    var pending: String?
    while true {
      let prompt = pending == nil ? player.prompt.text : "…>"
      switch try next(prompt + " ") {
      case .interrupted: pending = nil
      case .endOfInput: return pending
      case .line(let line):
        let text = pending.map { $0 + "\n" + line } ?? line
        if line.isEmpty || isWhole(text) { return text }
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

  private func show(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    let text = lines.map { $0 + "\n" }.joined()
    let profile = Terminal.profile(of: STDOUT_FILENO)
    let spelt = profile.isTerminal && !profile.isUTF8
    try Terminal.send(spelt ? StyledText(text).spelledInASCII.plain : text, to: STDOUT_FILENO)
  }
}
