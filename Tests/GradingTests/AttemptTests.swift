import Foundation
import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing

/// Several files of one learner, when they came, who handed in nothing.
struct AttemptTests {
  private static let wrong = ["", "30", "", "t*n"]

  private static func files(
    _ names: [(String, String, [String])]
  ) throws -> [(path: String, text: String)] {
    let lesson = try Growth.lesson()
    return names.map { path, name, lines in
      (path, String(decoding: Classroom.file(lines, name, lesson), as: UTF8.self))
    }
  }

  private static func terms(
    _ rule: AttemptRule?,
    times: String? = nil,
    due: String? = nil
  ) throws
    -> Gradebook.Terms
  {
    Gradebook.Terms(
      rule: IdentityRule(roster: try Roster(Array("Ada\nGrace\nMary\n".utf8)), source: .header),
      attempts: rule,
      times: try times.map { try HandInTimes(Array($0.utf8)) },
      due: due.flatMap { Moment($0) }
    )
  }

  private static let three: [(String, String, [String])] = [
    ("1", "Ada", wrong), ("2", "Ada", Growth.diligent), ("3", "Ada", wrong), ("4", "Grace", wrong),
  ]

  @Test func theBestOrTheLastCounts() throws {
    let lesson = try Growth.lesson()
    let files = try Self.files(Self.three)
    func counting(_ terms: Gradebook.Terms) throws -> [String] {
      try marked(files, on: [lesson], terms).reports.filter { $0.identity != nil }.map(\.path)
    }
    #expect(try counting(Self.terms(nil)) == ["1", "4"])
    #expect(try counting(Self.terms(.best)) == ["2", "4"])
    let times = "file,time\n1,2026-11-30 12:00\n2,2026-11-30 11:00\n3,2026-11-30T12:30+01:00\n"
    #expect(try counting(Self.terms(.last, times: times)) == ["1", "4"])
    // Nobody knows when the third came: then nobody knows which is the last.
    let fewer = "file;submitted\n1;2026-11-30 12:00\n2;2026-11-30 11:00\n3;-\n"
    #expect(try counting(Self.terms(.last, times: fewer)) == ["4"])
    let book = try marked(files, on: [lesson], Self.terms(.best))
    #expect(!book.needsAction)
    #expect(GradeSheet(book).text.contains("1: Ada (in the roster): 2 counts instead."))
    #expect(GradeSheet(book).text.contains("\nNot handed in: Mary\n"))
  }

  @Test func whatCameLateIsTold() throws {
    let lesson = try Growth.lesson()
    let times = "name,time\nAda,2026-11-30 23:59:59\nGrace,2026-12-01T00:00:01Z\n"
    let terms = try Self.terms(nil, times: times, due: "2026-12-01")
    let files = try Self.files([("1", "Ada", Self.wrong), ("2", "Grace", Self.wrong)])
    let sheet = GradeSheet(try marked(files, on: [lesson], terms))
    #expect(sheet.text.components(separatedBy: "Handed in late.").count == 2)
    #expect(sheet.json.components(separatedBy: "\"late\": true").count == 2)
  }

  @Test func aTimeThatNobodyKnowsIsTold() throws {
    let lesson = try Growth.lesson()
    let files = try Self.files([("1", "Ada", Self.wrong), ("2", "Grace", Self.wrong)])
    func told(_ due: String?) throws -> [Bool] {
      let terms = try Self.terms(nil, times: "name,time\nAda,2026-11-30\n", due: due)
      return try marked(files, on: [lesson], terms).reports.map {
        $0.remarks.contains(.unknownTime)
      }
    }
    #expect(try told("2026-12-01") == [false, true])
    #expect(try told(nil) == [false, false])
  }

  /// Only where values are drawn does it matter who plays.
  @Test func aFileWithoutANameIsTold() throws {
    let drawing = try Growth.text()
    let fixed = drawing.replacing(
      "vary = { t = [1.5, 1.25, 1.75], n = \"5...14\" }",
      with: "given = { t = 1.5, n = 5 }"
    )
    for (text, isDrawn) in [(drawing, true), (fixed, false)] {
      let (found, _) = Lesson.parse(text, path: "growth.lesson.md")
      let lesson = try #require(found)
      for name in ["Ada", nil] {
        let file = String(decoding: Classroom.file(Self.wrong, name, lesson), as: UTF8.self)
        let report = try graded(file, on: lesson)
        #expect(report.remarks.contains(.unnamed) == (isDrawn && name == nil))
      }
    }
  }

  /// Seconds of `date -u -d TEXT +%s`.
  @Test(arguments: [
    ("1970-01-01", 0), ("2026-11-30 23:59", 1_796_083_140), ("2024-02-29T12:00:00Z", 1_709_208_000),
    ("2026-03-01T00:30:00+01:00", 1_772_321_400), ("1969-12-31 23:59:59", -1),
  ])
  func timesOfTheCalendar(_ text: String, _ seconds: Int) {
    #expect(Moment(text)?.seconds == seconds)
  }

  @Test(arguments: ["", "soon", "2026-02-29", "2026-13-01", "30.11.2026", "2026-11-30 24:00"])
  func whatIsNoTime(_ text: String) { #expect(Moment(text) == nil) }

  @Test func theSameInputsUnderTwoNamesAreListed() throws {
    let lesson = try Growth.lesson()
    let lines = ["", "30", "", ":skip", "", "0.5^27"]
    let files = try Self.files([
      ("1", "Ada", lines), ("2", "Grace", lines), ("3", "Mary", Self.wrong),
    ])
    let book = try marked(files, on: [lesson])
    #expect(GradeSheet(book).text.hasSuffix("The same inputs, line for line:\n  1, 2\n"))
    // Nobody loses a point by it.
    #expect(book.reports[0].score == book.reports[1].score)
    let nothing = try Self.files([("1", "Ada", []), ("2", "Grace", [])])
    #expect(!GradeSheet(try marked(nothing, on: [lesson])).text.contains("same inputs"))
  }
}
