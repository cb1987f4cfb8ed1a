import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

struct GradingTests {
  @Test func marksWhatWasAnswered() throws {
    let lesson = try lesson(Growth.text())
    let report = try graded(recorded(Growth.diligent, on: lesson), on: lesson)
    #expect(
      marks(report) == [
        "guess guessed", "power correct", "tiny correct", "which correct", "formula correct",
        "norms correct", "why to be read",
      ]
    )
    #expect(report.score.earned == 750)
    #expect(report.score.maximum == 850)
    #expect(report.remarks.isEmpty)
    #expect(!report.needsAction)
  }

  @Test func whatWasNotAnsweredEarnsNothing() throws {
    let lesson = try lesson(Growth.text())
    let report = try graded(recorded([], on: lesson), on: lesson)
    #expect(report.grades.allSatisfy { $0.mark == "unanswered" })
    #expect(report.score.earned == 0)
    #expect(report.score.maximum == 850)
  }

  @Test func linesThatAreNoAnswersAreInvalid() throws {
    let lesson = try lesson(Growth.text())
    let lines = ["", "30", "", "1,5", "rms(y)", "(((", "\u{0}"]
    let report = try graded(recorded(lines, on: lesson), on: lesson)
    #expect(marks(report)[1] == "power invalid")
  }

  /// Another machine played the copy without keys; the marks are the same.
  @Test func theReleasedCopyGivesTheSameMarks() throws {
    let full = try lesson(Growth.text())
    let copy = try lesson(full.released())
    #expect(copy.isReleased)
    for lines in [
      Growth.diligent, Array(Growth.diligent.prefix(6)), ["", "30", "", "2", "3", ":skip", "t^n"],
    ] {
      let onCopy = recorded(lines, on: copy)
      #expect(
        try graded(onCopy, on: full).grades == graded(recorded(lines, on: full), on: full).grades
      )
      #expect(try graded(onCopy, on: full).remarks.isEmpty)
    }
    #expect(Grader([copy]) == nil)
  }

  @Test func anOlderVersionIsMarkedAndSaid() throws {
    let old = try lesson(Growth.text().replacing("1.0.0", with: "0.9.0"))
    let new = try lesson(Growth.text())
    let report = try graded(recorded(Growth.diligent, on: old), on: new)
    #expect(report.score.earned == 750)
    #expect(report.remarks.map(\.words) == ["Recorded on version 0.9.0, marked with 1.0.0."])
  }

  @Test func anotherLessonIsNotMarked() throws {
    let other = try lesson(Growth.text().replacing("id = \"growth\"", with: "id = \"decay\""))
    let report = try graded(recorded(Growth.diligent, on: other), on: lesson(Growth.text()))
    #expect(
      report.outcome == .refused(.otherLesson("decay", expected: "growth"))
    )
    #expect(report.needsAction)
  }

  @Test func aFaultOfTheLessonLeavesTheMaximumAndComesFirst() throws {
    let faulty = try lesson(
      Growth.text().replacing("answer = \"0.5^27\"", with: "answer = \"0.5^27/(3-3)\"")
    )
    let text = recorded(Growth.diligent, on: faulty)
    let book = try marked([("a", text), ("b", text)], on: [faulty])
    let reports = book.reports
    #expect(reports[0].score.maximum == 750)
    #expect(reports[0].score.earned == 650)
    let sheet = GradeSheet(book)
    #expect(book.needsAction)
    let lines = sheet.text.split(separator: "\n").map(String.init)
    #expect(
      lines[1] == "lesson fault: question tiny cannot be marked and counts for nobody: a, b"
    )
  }

  @Test(arguments: ["", "\0\0\0", "# fathom transcript 7\n", "PK\u{3}\u{4}", "\n\n\n"])
  func aBrokenFileIsSaidAndTheOthersAreMarked(_ broken: String) throws {
    let lesson = try lesson(Growth.text())
    let good = recorded(Growth.diligent, on: lesson)
    let reports = try marked([("f", broken), ("g", good)], on: [lesson]).reports
    guard case .refused(let why) = reports[0].outcome else {
      Issue.record("marked")
      return
    }
    #expect(!why.words.isEmpty)
    #expect(reports[1].score.earned == 750)
  }

  /// Nothing that a report says holds a key.
  @Test func noKeyIsInAReport() throws {
    let lesson = try lesson(Growth.text())
    let lines = [
      "", "30", "", "1/0", "t*n", "(", "", "0", "", "b", "", "L*s", "", "done", "", "", "",
    ]
    let sheet = GradeSheet(try marked([("a", recorded(lines, on: lesson))], on: [lesson]))
    for key in ["t^n", "0.5^27", "7.45", "small", "s^L", "rms(M^L"] {
      #expect(!sheet.text.contains(key))
      #expect(!sheet.json.contains(key))
    }
  }
}
