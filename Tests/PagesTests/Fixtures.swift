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
