import Foundation
import Lessons
import Sessions
import Testing
import Transcripts

/// The lesson that these tests play.
enum GrowthLesson {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Lessons/01-growth.lesson.md").path

  static func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  static func lesson() throws -> Lesson {
    try #require(Lesson.parse(try text(), path: "growth.lesson.md").lesson)
  }
}

/// A whole file as a session with these lines would have written it.
func recorded(
  _ lines: [String],
  on lesson: Lesson,
  learner: String? = "Ada",
  columns: Int = 80
) -> String {
  let settings = Settings(columns: columns)
  var player = Player(lesson, learner: learner, settings: settings)
  var text = TranscriptHeader(lesson, learner: learner, settings: settings).lines + [""]
  text += player.begin().output
  for line in lines {
    let prompt = player.prompt
    let input = RecordedInput(typed: line, at: prompt)
    text += input.echo(at: prompt) + player.act(on: input).output
  }
  return text.map { $0 + "\n" }.joined()
}

func parsed(_ text: String) throws -> Transcript {
  try #require(TranscriptParser.parse(Array(text.utf8), path: "t.transcript").transcript)
}
