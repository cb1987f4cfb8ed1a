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

  /// What is exported.
  enum Original {
    case lesson(Lesson)
    /// A session of a lesson; without one of a notebook.
    case session(Transcript, Lesson?)
  }

  /// Finds a lesson, a transcript, or a notebook by its name.
  func original(_ what: String) throws -> Original {
    if isTranscript(what) { return try session(what) }
    do {
      return .lesson(try shelf.lesson(what))
    } catch let error as ShelfError {
      guard case .unknown = error, let kept = keptNotebook(what) else { throw error }
      return try session(kept)
    }
  }

  private func session(_ path: String) throws -> Original {
    let (transcript, faults) = TranscriptParser.parse(try InputFile.bytes(at: path), path: path)
    guard let transcript else { throw ExportError.unreadable(faults) }
    return .session(transcript, try shelf.lesson(of: transcript, named: lesson))
  }

  func document(_ original: Original) throws -> Document {
    do throws(KeysShow) {
      return switch original {
      case .lesson(let lesson): try Document(lesson, withKeys: withKeys)
      case .session(let transcript, let lesson):
        try Document(transcript, on: lesson, withKeys: withKeys)
      }
    } catch {
      throw ReleaseFault(traces: error.traces)
    }
  }

  func cast(_ original: Original) throws -> Cast {
    do throws(KeysShow) {
      return switch original {
      case .lesson(let lesson): try Cast(lesson, withKeys: withKeys)
      case .session(let transcript, let lesson):
        try Cast(transcript, on: lesson, withKeys: withKeys)
      }
    } catch {
      throw ReleaseFault(traces: error.traces)
    }
  }

  /// The pages of all lessons of a folder, in the order and the groups of its course, else of their files.
  func site(_ folder: String) throws -> Site {
    let files = LessonShelf.files(in: folder)
    guard !files.isEmpty else { throw ShelfError.noLessons([folder]) }
    let course = LessonShelf.course(in: folder)
    if let course, course.syllabus == nil { throw ShelfError.faulty(course.diagnostics) }
    let lessons = try files.map { try LessonShelf.read($0) }
    let ordered = course?.syllabus?.ordered(lessons) ?? lessons
    let documents = try ordered.map { try document(.lesson($0)) }
    var seen: Set<String> = []
    if let twice = documents.first(where: { !seen.insert($0.name).inserted }) {
      throw ExportError.lessonTwice(twice.name)
    }
    guard let syllabus = course?.syllabus else { return Site(title: Self.title, documents) }
    return Site(title: syllabus.title, documents, groups: syllabus.groups)
  }

  private static let title = "Lessons"

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
  func fileName(_ what: String, _ original: Original) -> String {
    switch original {
    case .lesson(let lesson): return lesson.header.id.value
    case .session:
      let file = what.split(separator: "/").last.map(String.init) ?? what
      return file.hasSuffix(SavePlace.ending)
        ? String(file.dropLast(SavePlace.ending.count)) : file
    }
  }
}
