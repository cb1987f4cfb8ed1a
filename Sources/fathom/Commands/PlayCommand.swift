import ArgumentParser
import TerminalText

/// `fathom play LESSON`: self-paced.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a lesson; goes on where you stopped.",
    discussion: """
      What you type is kept in $XDG_STATE_HOME/fathom (~/.local/state/fathom), one transcript for \
      each lesson and name.

        printf '\\n28\\n' | fathom play scaling
      """
  )

  @Argument(help: "A lesson: its id, its number, the beginning of its id, or a file.")
  var lesson: String?

  @OptionGroup var shelf: ShelfOptions

  @OptionGroup var learner: LearnerOptions

  @Option(help: "Keep the session in this file.", completion: .file())
  var transcript: String?

  @Flag(help: "Begin anew; what you had is set aside.")
  var fresh = false

  @Flag(help: "Go on with a newer version of the lesson.")
  var carryOver = false

  @Flag(help: "Keep nothing.")
  var noSave = false

  mutating func validate() throws {
    if fresh, carryOver { throw ValidationError("--fresh and --carry-over exclude each other.") }
    if noSave, transcript != nil {
      throw ValidationError("--no-save and --transcript exclude each other.")
    }
  }

  mutating func run() throws {
    guard let lesson else {
      let ids = shelf.shelf.names.ids.map { neutralised($0) }
      throw ValidationError("Which lesson? There are: \(ids.joined(separator: ", ")).")
    }
    let found = try shelf.shelf.lesson(lesson)
    try Course(shelf: shelf.shelf, learner: learner.name, transcript: transcript, keeps: !noSave)
      .play(found, wish: fresh ? .beginAnew : carryOver ? .carryOver : .goOn)
  }
}
