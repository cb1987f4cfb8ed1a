import Foundation
import Grading
import SessionSupport
import Sessions
import TestSupport
import Testing

/// Ways round a mark that once worked, as transcripts, with the marks that are right.
struct CheatTests {
  /// Two wrong answers to a task from the steps before it, and a right one from the first step.
  @Test func aTaskAnsweredFromAnotherStep() throws {
    let text = try Repository.text("transcripts/scaling-elsewhere.transcript")
    let lesson = try lesson(EditedLessonTests.text(of: "scaling"))
    let report = try graded(text, on: lesson)
    let balance = try #require(report.grades.first { $0.id == "balance" })
    #expect(balance.mark == "correct")
    #expect(balance.effort.attempts == 3)
    // 1.12^151 is 2.7e7 and 1.05^151 is 1583: neither is within ten of 1.
    let wrong = text.components(separatedBy: "s = 1.012")[0]
    let before = try graded(wrong, on: lesson)
    #expect(before.grades.first { $0.id == "balance" }?.mark == "incorrect")
    #expect(before.score.earned == 0)
  }

  /// What stands right before a question is set again by :reset: 1.01^l passes 10 at 232.
  @Test func resetBeforeAQuestion() throws {
    let text = try Repository.text("transcripts/scaling-reset.transcript")
    #expect(text.contains("first l where rms(a[l]) >= 10: 232"))
    #expect(!text.contains("first l where rms(a[l]) >= 10: 6\n"))
  }
}
