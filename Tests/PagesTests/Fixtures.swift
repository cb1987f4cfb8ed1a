import Foundation
import Lessons
import Pages
import SessionSupport
import TestSupport
import Testing
import Transcripts

/// The lessons of the repository by their files' names, and the one that tests play.
enum Shipped {
  static let names: [String] = {
    let folder = Repository.path("lessons")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".lesson.md") }.sorted() + [growth]
  }()

  private static let growth = "01-growth.lesson.md"

  /// Each is made once: the search for keys that comes before it runs the whole lesson.
  private static let pagesWithoutKeys: [String: Result<Document, any Error>] = Dictionary(
    uniqueKeysWithValues: names.map { name in
      (name, Result { try Document(try lesson(name), withKeys: false) })
    }
  )

  static func pageWithoutKeys(_ name: String) throws -> Document {
    try #require(pagesWithoutKeys[name]).get()
  }

  static func lesson(_ name: String) throws -> Lesson {
    if name == growth { return try Growth.lesson() }
    return try SessionSupport.lesson(Repository.text("lessons/\(name)"))
  }
}

/// A page of a session with these lines.
func page(
  _ lines: [String],
  on lesson: Lesson,
  learner: String? = "Ada",
  withKeys: Bool = false
)
  throws -> Document
{
  let text = recorded(lines, on: lesson, learner: learner)
  let (transcript, _) = TranscriptParser.parse(Array(text.utf8), path: "ada.transcript")
  return try Document(try #require(transcript), on: lesson, withKeys: withKeys)
}

/// A page of a notebook with these lines.
func page(_ lines: [String], notebook: String = "mine", learner: String? = nil) throws -> Document {
  let text = recorded(lines, inNotebook: notebook, learner: learner)
  let (transcript, _) = TranscriptParser.parse(Array(text.utf8), path: "mine.transcript")
  return try Document(try #require(transcript), on: nil, withKeys: false)
}
