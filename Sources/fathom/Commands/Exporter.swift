import Lessons
import Pages
import TerminalText
import Transcripts

/// Finds what is to be exported and makes pages of it.
struct Exporter {
  let shelf: LessonShelf
  /// The lesson of a transcript, where another one than it names is wanted.
  let lesson: String?
  let withKeys: Bool

  /// The page of a lesson, a transcript, or a notebook by its name.
  func document(_ what: String) throws -> Document {
    if isTranscript(what) { return try document(ofTranscript: what) }
    do {
      return try document(of: try shelf.lesson(what))
    } catch let error as ShelfError {
      guard case .unknown = error, let kept = keptNotebook(what) else { throw error }
      return try document(ofTranscript: kept)
    }
  }

  /// The pages of all lessons of a folder, in their order.
  func site(_ folder: String) throws -> Site {
    let files = LessonShelf.files(in: folder)
    guard !files.isEmpty else { throw ShelfError.noLessons([folder]) }
    let documents = try files.map { try document(of: try LessonShelf.read($0)) }
    if let twice = documents.indices.first(where: { index in
      documents[..<index].contains { $0.name == documents[index].name }
    }) {
      throw ExportError.lessonTwice(documents[twice].name)
    }
    return Site(title: Self.title, documents)
  }

  private static let title = "Lessons"

  private func document(of lesson: Lesson) throws -> Document {
    do throws(KeysShow) {
      return try Document(lesson, withKeys: withKeys)
    } catch {
      throw ReleaseFault(traces: error.traces)
    }
  }

  private func document(ofTranscript path: String) throws -> Document {
    let (transcript, faults) = TranscriptParser.parse(try InputFile.bytes(at: path), path: path)
    guard let transcript else { throw ExportError.unreadable(faults) }
    let played = try shelf.lesson(of: transcript, named: lesson)
    do throws(KeysShow) {
      return try Document(transcript, on: played, withKeys: withKeys)
    } catch {
      throw ReleaseFault(traces: error.traces)
    }
  }

  /// Whether a path is a file that begins as transcripts do, or is called like one.
  private func isTranscript(_ what: String) -> Bool {
    if what.hasSuffix(SavePlace.ending) { return true }
    guard !what.hasSuffix(".md"), case .file = Disk.occupant(of: what),
      let bytes = try? InputFile.bytes(at: what)
    else { return false }
    return bytes.starts(with: "# fathom transcript".utf8)
  }

  /// The file of a notebook of one's own; nil where there is none of that name.
  private func keptNotebook(_ name: String) -> String? {
    guard let place = try? NotebookOpener(named: name).place, Disk.exists(place.transcript) else {
      return nil
    }
    return place.transcript
  }

  /// A name for the page of it, without an ending: a transcript's own, else the lesson's.
  func fileName(_ what: String, _ document: Document) -> String {
    guard isTranscript(what) else { return document.name }
    let file = what.split(separator: "/").last.map(String.init) ?? document.name
    return file.hasSuffix(SavePlace.ending)
      ? String(file.dropLast(SavePlace.ending.count)) : file
  }
}
