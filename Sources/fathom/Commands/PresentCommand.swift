import ArgumentParser
import Glibc
import Lessons
import LineEditing
import Sessions
import Transcripts

/// `fathom present LESSON`: in front of a class, one piece per key press.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Present a lesson to a class, one piece per key press.",
    discussion: """
      Space reveals the next paragraph, cell, figure, question or explanation, and b takes it back; o \
      is an outline, v counts hands, t drops to a live prompt, and an empty line there comes back. ? \
      lists all keys. A talk goes on where it was left, and its transcript is kept. A second terminal \
      with fathom present --notes shows the speaker's notes.
      """
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String?

  @OptionGroup var shelf: ShelfOptions

  @Option(help: "Begin at this step: its number or its id.")
  var from: String?

  @Flag(help: "Begin a talk of its own; the one before is kept beside it.")
  var fresh = false

  @Flag(help: "Show the notes of the talk that is given in another terminal.")
  var notes = false

  @Option(
    help: "Record what is seen in this file, an asciicast for asciinema.",
    completion: .file()
  )
  var record: String?

  @Option(help: "Keep the session in this file.", completion: .file())
  var transcript: String?

  @Flag(help: "Keep nothing.")
  var noSave = false

  func validate() throws {
    if notes {
      guard lesson == nil, from == nil, !fresh, record == nil, transcript == nil, !noSave else {
        throw ValidationError(
          "--notes stands alone: the talk in the other terminal says what there is to show."
        )
      }
    } else if lesson == nil {
      throw ValidationError("Present which lesson? By its name, as in: fathom present scaling")
    }
  }

  func run() throws {
    guard TerminalProfile.isTerminal(STDIN_FILENO), TerminalProfile.isTerminal(STDOUT_FILENO) else {
      throw ValidationError("present needs a terminal. For plain lines there is: fathom play")
    }
    let signal = try MainActor.assumeIsolated { try notes ? follow() : present() }
    if let signal { throw ExitCode(128 + signal) }
  }

  @MainActor
  private func follow() throws -> Int32? {
    let editor = LineEditor()
    defer { editor.close() }
    var reader = try NotesReader(editor)
    return try reader.run()
  }

  @MainActor
  private func present() throws -> Int32? {
    let shelf = shelf.shelf
    let lesson = try shelf.lesson(lesson ?? "")
    let place =
      noSave ? nil : transcript.map(SavePlace.init(file:)) ?? SavePlace(presenting: lesson)
    let opener = SessionOpener(talkOf: lesson, place: place, wish: fresh ? .beginAnew : .goOn)
    let talk = try opener.talk()
    let first = try from.map { try step($0, of: talk) }
    let server: NotesServer?
    do { server = try NotesServer() } catch {
      Notice.send("\(error)")
      server = nil
    }
    defer { server?.finish() }
    let recording = try record.map { try Recording($0, title: talk.lesson.header.title.value) }
    if let recording {
      Terminal.onSent = { text in MainActor.assumeIsolated { recording.take(text) } }
    }
    defer {
      Terminal.onSent = nil
      recording?.finish()
    }
    let editor = LineEditor()
    defer { editor.close() }
    var presenter = Presenter(talk, editor, shelf, notes: server, recording)
    if let first { try presenter.go(to: first) }
    let signal = try presenter.run()
    if let path = presenter.path { Notice.send("The talk is kept in \(path)") }
    return signal
  }

  /// The place of the step that is to be first.
  private func step(_ name: String, of talk: OpenedTalk) throws -> Int {
    let ids = talk.kept.session.stepNames
    if let number = Int(name), ids.indices.contains(number - 1) { return number - 1 }
    guard let place = ids.firstIndex(of: name) else {
      throw ValidationError(
        "There is no step \"\(name)\" in \(talk.lesson.header.id.value). Steps: \(ids.joined(separator: ", "))"
      )
    }
    return place
  }
}
