import ArgumentParser
import Glibc
import LineEditing
import Transcripts

/// `fathom present LESSON`: in front of a class, one piece per key press.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Present a lesson to a class, one piece per key press.",
    discussion: """
      Space reveals the next paragraph, cell, figure, question or explanation; t drops to a live \
      prompt, and an empty line there comes back. The session is kept as a transcript.
      """
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String

  @OptionGroup var shelf: ShelfOptions

  @Option(help: "Keep the session in this file.", completion: .file())
  var transcript: String?

  @Flag(help: "Keep nothing.")
  var noSave = false

  func run() throws {
    guard TerminalProfile.isTerminal(STDIN_FILENO), TerminalProfile.isTerminal(STDOUT_FILENO) else {
      throw ValidationError("present needs a terminal. For plain lines there is: fathom play")
    }
    let lesson = try shelf.shelf.lesson(lesson)
    let place =
      noSave ? nil : transcript.map(SavePlace.init(file:)) ?? SavePlace(presenting: lesson)
    // Each presentation is a session of its own; the one before is set aside.
    let opener = SessionOpener(lesson: lesson, learner: nil, place: place, wish: .beginAnew)
    let signal = try MainActor.assumeIsolated {
      let editor = LineEditor()
      defer { editor.close() }
      var presenter = Presenter(try opener.player(), editor)
      return try presenter.run()
    }
    if let signal { throw ExitCode(128 + signal) }
  }
}
