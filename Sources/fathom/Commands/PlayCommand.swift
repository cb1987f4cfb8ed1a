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

      --from plays a transcript again as it was typed; t makes it yours from there on, in a \
      transcript of its own.
      """
  )

  @Argument(help: "A lesson: its id, its number, the beginning of its id, or a file.")
  var lesson: String?

  @OptionGroup var shelf: ShelfOptions

  @OptionGroup var learner: LearnerOptions

  @Option(help: "Keep the session in this file.", completion: .file())
  var transcript: String?

  @Option(
    help: "Watch this session at a human speed, and go on from where you like.",
    completion: .file()
  )
  var from: String?

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
    if from != nil, fresh || carryOver || noSave {
      throw ValidationError("--from goes with neither --fresh, --carry-over nor --no-save.")
    }
  }

  mutating func run() throws {
    if let from {
      let watching = Watching(
        path: from,
        lesson: lesson,
        shelf: shelf.shelf,
        learner: learner.name,
        transcript: transcript
      )
      return try watching.run()
    }
    guard let lesson else {
      let ids = shelf.shelf.names.ids.map { neutralised($0) }
      throw ValidationError("Which lesson? There are: \(ids.joined(separator: ", ")).")
    }
    let found = try shelf.shelf.lesson(lesson)
    try Course(shelf: shelf.shelf, learner: learner.name, transcript: transcript, keeps: !noSave)
      .play(found, wish: fresh ? .beginAnew : carryOver ? .carryOver : .goOn)
  }
}
