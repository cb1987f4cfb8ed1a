import ArgumentParser
import Glibc
import Lessons
import LineEditing
import Sessions
import TerminalText
import Transcripts

/// `fathom play LESSON`: self-paced.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a lesson."
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String

  @OptionGroup var shelf: ShelfOptions

  @Option(help: "The name that the transcript bears.")
  var learner: String?

  mutating func run() throws {
    let lesson = try shelf.shelf.lesson(lesson)
    let player = Player(lesson, learner: learner)
    let isTerminal = TerminalProfile.isTerminal(STDIN_FILENO)
    var loop = PlayLoop(player, keeper: .none, echoes: !isTerminal)
    try loop.begin()
    var lines = PipedLines()
    try loop.run { prompt in
      if isTerminal { try Terminal.send(prompt, to: STDOUT_FILENO) }
      return try lines.next().map { .line($0) } ?? .endOfInput
    }
  }
}
