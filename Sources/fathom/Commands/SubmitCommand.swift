import ArgumentParser
import Lessons
import Sessions
import Transcripts

/// `fathom submit LESSON`: hands a session in.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Hand in a session: its whole transcript, in the current folder.",
    discussion: """
      Says what has no answer, and under which name the file is written. A session can be handed \
      in again. In a session, :submit does the same.
      """
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String

  @Argument(help: "The file to write (else LESSON@NAME.transcript).", completion: .file())
  var file: String?

  @OptionGroup var shelf: ShelfOptions

  @Option(help: "The name that the transcript bears.")
  var learner: String?

  @Option(help: "The file in which the session is kept.", completion: .file())
  var transcript: String?

  mutating func run() throws {
    let lesson = try shelf.shelf.lesson(lesson)
    let place = transcript.map { SavePlace(file: $0) } ?? SavePlace(lesson, learner: learner)
    let opener = SessionOpener(lesson: lesson, learner: learner, place: place, wish: .goOn)
    var kept = try opener.kept()
    defer { kept.keeper.finish() }
    guard let path = kept.keeper.path else { return }
    let screen = Screen.page(echoes: false)
    let line = ":" + Command.submit.name
    let submission = try Submission(
      of: path,
      holding: kept.keeper.unwritten,
      kept.session,
      to: file,
      adding: kept.echo(of: line)
    )
    try screen.show(lines: try kept.act(on: line).output)
    try screen.show(lines: [submission.completed(holding: kept.keeper.unwritten).words])
  }
}
