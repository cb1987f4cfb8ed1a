import ArgumentParser
import Glibc
import Lessons
import LineEditing
import Sessions
import TerminalText
import Transcripts

extension Transcript {
  /// The id of its lesson, or the name of its notebook.
  fileprivate var name: String {
    switch header.subject {
    case .lesson(let name): name.id
    case .notebook(let name): name
    }
  }
}

/// Somebody watches a session that was kept, and may go on from where they like.
struct Watching {
  let path: String
  /// Another text of its lesson.
  let lesson: String?
  let shelf: LessonShelf
  let learner: String?
  /// The file that was named for what is tried.
  let transcript: String?

  func run() throws {
    guard case .terminal = Screen.own else {
      throw ValidationError(
        "--from needs a terminal. For plain lines there are: fathom replay, and fathom export"
      )
    }
    let (found, faults) = TranscriptParser.parse(try InputFile.bytes(at: path), path: path)
    guard let found else { throw PlayError.unreadable(faults) }
    guard let lesson = try shelf.lesson(of: found, named: lesson) else {
      throw ReplayError.isNotebook(found.name)
    }
    let own: String? = try MainActor.assumeIsolated {
      let editor = LineEditor()
      defer { editor.close() }
      var playback = Playback(found, on: lesson)
      switch try playback.run(editor) {
      case .left: return nil
      case .terminated(let signal): throw ExitCode(128 + signal)
      case .taken: return try kept(playback.begun(by: learner), of: lesson)
      }
    }
    guard let own else { return }
    try Course(shelf: shelf, learner: learner, transcript: own).play(lesson, wish: .goOn)
  }

  /// Puts what was watched where it goes on, and says where that is; what stands there already is never touched.
  private func kept(_ text: String, of lesson: Lesson) throws -> String {
    guard
      let place = transcript.map(SavePlace.init(file:))
        ?? SavePlace(trying: lesson, learner: learner)
    else { throw ValidationError("There is no place for your part; --transcript FILE names one.") }
    if Disk.exists(place.transcript) {
      guard transcript == nil else {
        let name = neutralised(place.transcript)
        throw ValidationError("\(name) is there already; another name, please.")
      }
      _ = try Disk.setAside(place.transcript)
    }
    try place.makeFolder()
    try Disk.replace(place.transcript, with: text, mode: 0o600)
    Notice.send(ShellSentence.takenOver(place.transcript, of: lesson.header.id.value).words)
    return place.transcript
  }
}
