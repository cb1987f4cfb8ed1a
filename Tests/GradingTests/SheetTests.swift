import Foundation
import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

struct SheetTests {
  @Test func aLastLineWithoutItsEndCountsHoweverMuchOfTheEndIsThere() throws {
    let lesson = try lesson(Growth.text())
    let whole = recorded(["", "30", ""], on: lesson) + "answer[power]> t^n"
    for end in ["\n", "", "\r"] {
      let report = try graded(whole + end, on: lesson)
      #expect(report.grades.first { $0.id == "power" }?.mark == "correct")
      let isCut = report.remarks.contains { if case .cutAnswer = $0 { true } else { false } }
      #expect(isCut == (end != "\n"))
      let (_, faults) = TranscriptParser.parse(Array((whole + end).utf8), path: "a.transcript")
      #expect(faults.map(\.problem) == (isCut ? [.tornAnswer] : []))
    }
  }

  @Test func writesATable() throws {
    let lesson = try lesson(Growth.text())
    let lines = ["", "30", "", "t*n", "", "0.5^27", "", "c"]
    let book = try marked([("a.transcript", recorded(lines, on: lesson))], on: [lesson])
    #expect(
      GradeSheet(book).text == """
        Growth (growth 1.0.0)

        a.transcript: Ada (a claim): 2.5 of 8.5 (0.5 for guessing)
          Played on the full lesson, which marks at once (a claim).
          question  mark                   points  answers  hints
          --------  -----------------  ----------  -------  -----
          guess     guessed, not near  0.5 of 0.5        1
          power     incorrect              0 of 2        1
          tiny      correct                1 of 1        1
          which     correct                1 of 1        1
          formula   unanswered             0 of 1
          norms     unanswered             0 of 2
          why       unanswered             0 of 1

        """
    )
  }

  /// Another reader of JSON reads the same; keys keep their order.
  @Test func writesJSON() throws {
    let lesson = try lesson(Growth.text())
    let name = "Ada \"\u{7F}\\ ŷ"
    let good = recorded(Growth.diligent, on: lesson, learner: name)
    let json = GradeSheet(try marked([("a", good), ("b\"\n.transcript", "")], on: [lesson])).json
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let object = try #require(read as? [String: Any])
    let reports = try #require(object["reports"] as? [[String: Any]])
    #expect(reports[0]["points"] as? Double == 7.5)
    #expect(reports[0]["learner"] as? String == "Ada \"^?\\ ŷ")
    #expect(reports[1]["file"] as? String == "b\"\n.transcript")
    #expect(reports[1]["outcome"] as? String == "refused")
    let questions = try #require(reports[0]["questions"] as? [[String: Any]])
    #expect(questions.map { $0["mark"] as? String }.last == "to be read")
    #expect(questions[0]["good"] as? Bool == false)
    #expect(questions.map { $0["attempts"] as? Int } == [1, 2, 2, 2, 1, 1, 1])
    #expect(reports[0]["participation"] as? Double == 0.5)
    #expect(reports[0]["to_be_read"] as? Double == 1)
    #expect(reports[0]["copy"] as? String == "full")
    let keys = json.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    #expect(
      keys == [
        "format", "engine", "lessons", "faults", "reports", "learners", "missing", "same_inputs",
      ]
    )
  }

  @Test func pointsAreExactHundredths() throws {
    let third = try Growth.text().replacing("points = 0.5", with: "points = 0.33")
      .replacing("points = 1\n", with: "points = 0.34\n")
    let lesson = try lesson(third)
    let book = try marked([("a", recorded(Growth.diligent, on: lesson))], on: [lesson])
    #expect(book.reports[0].score.earned == 33 + 200 + 34 * 3 + 200)
    #expect(GradeSheet(book).json.contains("\"points\": 5.35,"))
  }
}
