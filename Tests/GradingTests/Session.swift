import Foundation
import Grading
import Lessons
import Sessions
import Testing
import Transcripts

/// The lesson that the tests of transcripts play.
func growth() throws -> String {
  let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../TranscriptsTests/Lessons/01-growth.lesson.md")
  return try String(contentsOf: url, encoding: .utf8)
}

func lesson(_ text: String) throws -> Lesson {
  try #require(Lesson.parse(text, path: "growth.lesson.md").lesson)
}

/// The transcript of a session with these lines.
func session(_ lines: [String], on lesson: Lesson, learner: String? = "Ada") -> String {
  var player = Player(lesson, learner: learner)
  var text = TranscriptHeader(lesson, learner: learner).lines + [""] + player.begin().output
  for line in lines {
    let prompt = player.prompt
    let input = RecordedInput(typed: line, at: prompt)
    text += input.echo(at: prompt) + player.act(on: input).output
  }
  return text.map { $0 + "\n" }.joined()
}

/// A report on one file, with the rule that believes the header.
func graded(_ text: String, on lesson: Lesson, path: String = "a.transcript") throws -> GradeReport
{
  var grader = try #require(Grader(lesson, rule: IdentityRule(roster: nil, usesFileName: false)))
  return grader.report(Array(text.utf8), path: path)
}

/// Goes through the whole lesson and answers everything right.
let diligent = [
  "", "30", "", "t*n", "t^n", "", "0", "0.5^27", "", "b", "c", "", "s^L", "", "M = identity(2)",
  "done",
  "", "Because each layer multiplies.", "",
]

func marks(_ report: GradeReport) -> [String] { report.grades.map { "\($0.id) \($0.mark)" } }
