import Foundation
import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing

/// A generated class, marked: each file has the outcome that its generator knows.
struct ClassTests {
  private static func terms(_ classroom: Classroom) throws -> Gradebook.Terms {
    let roster = try Roster(Array(classroom.roster.utf8))
    return Gradebook.Terms(rule: IdentityRule(roster: roster, source: .file))
  }

  private static func book(_ seed: UInt64) throws -> (Gradebook, Classroom) {
    let lesson = try Growth.lesson()
    let classroom = Classroom(lesson, count: 40, seed: seed)
    let grader = try #require(Grader([lesson]))
    let files = classroom.handIns.map { grader.file($0.bytes, path: "sub/\($0.file)") }
    return (Gradebook(files, lessons: [lesson], terms: try terms(classroom)), classroom)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func eachFileHasItsOutcome(_ seed: UInt64) throws {
    let (book, classroom) = try Self.book(seed)
    for (report, handIn) in zip(book.reports, classroom.handIns) {
      guard let points = handIn.points else {
        guard case .refused = report.outcome else {
          Issue.record("\(handIn.kind) is marked")
          continue
        }
        continue
      }
      #expect(report.score.earned == points, "\(handIn.kind)")
      #expect(report.identity?.name == handIn.name)
    }
    #expect(book.needsAction)
  }

  /// What one process wrote and another read gives the same reports, byte by byte.
  @Test func recordsSayAllThatReportsNeed() throws {
    let lesson = try Growth.lesson()
    let classroom = Classroom(lesson, count: 30, seed: 5)
    let grader = try #require(Grader([lesson]))
    let terms = try Self.terms(classroom)
    let files = classroom.handIns.map { grader.file($0.bytes, path: "sub/\($0.file)") }
    let read = try files.map { file -> GradedFile in
      let record = file.record(stamp: "s")
      #expect(!record.contains("\n"))
      // A line that was cut anywhere is none.
      #expect(GradedFile.reading(record: String(record.dropLast())) == nil)
      let (kept, stamp) = try #require(GradedFile.reading(record: record))
      #expect(stamp == "s")
      #expect(GradedFile.path(ofRecord: record) == file.path)
      #expect(kept.record(stamp: "s") == record)
      return kept
    }
    let direct = GradeSheet(
      Gradebook(files, lessons: [lesson], terms: terms),
      withInsight: true
    )
    let kept = GradeSheet(Gradebook(read, lessons: [lesson], terms: terms), withInsight: true)
    #expect(direct.text == kept.text)
    #expect(direct.json == kept.json)
    #expect(direct.csv == kept.csv)
    #expect(direct.insightText == kept.insightText)
  }

  /// Nothing of a hostile file reaches a report as it stands.
  @Test func nothingRawIsInAReport() throws {
    let (book, _) = try Self.book(4)
    let lesson = try Growth.lesson()
    let evil = recorded(
      ["", "30", "", "1", "", "0", "", "large", "", "s", "", "done", "", "\u{202E}=cmd()\u{7}"],
      on: lesson,
      learner: "=HYPERLINK(\"x\")\u{202E}<b>&amp;"
    )
    let one = try marked([("=a\u{1B}[2J,\"\n<.transcript", evil)], on: [lesson])
    for book in [book, one] {
      let sheet = GradeSheet(book, withInsight: true)
      let texts = [
        sheet.text, sheet.json, sheet.csv, sheet.junit, sheet.insightText, sheet.queue,
        sheet.gradescope(.visible) ?? "",
      ]
      for text in texts + sheet.feedback.map(\.text) {
        #expect(
          !text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" }
        )
      }
      for line in (sheet.csv + sheet.queue).split(separator: "\n") {
        for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
          #expect(!"=+-@".contains(cell.drop { $0 == "\"" || $0 == " " }.first ?? "x"), "\(line)")
        }
      }
    }
  }
}
