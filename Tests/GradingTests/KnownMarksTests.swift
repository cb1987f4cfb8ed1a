import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// What a worker remembers of one file changes nothing in the next.
struct KnownMarksTests {
  private static func records(_ files: [[UInt8]], _ lessons: [Lesson]) throws -> [String] {
    let grader = try #require(Grader(lessons))
    return files.map { grader.file($0, path: "x").record(stamp: "") }
  }

  private static func recordsKnowing(_ files: [[UInt8]], _ lessons: [Lesson]) throws -> [String] {
    let grader = try #require(Grader(lessons))
    var known = KnownMarks()
    return files.map { grader.file($0, path: "x", knowing: &known).record(stamp: "") }
  }

  @Test(arguments: [4, 9] as [UInt64])
  func aClassIsMarkedAsOneByOne(_ seed: UInt64) throws {
    let lesson = try Growth.lesson()
    let files = Classroom(lesson, count: 40, seed: seed).handIns.map(\.bytes)
    #expect(try Self.recordsKnowing(files, [lesson]) == Self.records(files, [lesson]))
  }

  /// The lessons' own sessions, cut at several lengths and under several names, all in one row.
  @Test func sessionsOfSeveralLessonsAreMarkedAsOneByOne() throws {
    let names = ["tour", "product", "scaling", "gradients"]
    let lessons = try names.map { try SessionSupport.lesson(EditedLessonTests.text(of: $0)) }
    var files: [[UInt8]] = []
    for share in [3, 2, 4] {
      for name in names {
        let text = try Repository.text("transcripts/\(name).transcript")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var cut = lines.prefix(lines.count * share / 4).map(String.init)
        cut.insert("# learner: L\(share)", at: 5)
        files.append(Array(cut.map { $0 + "\n" }.joined().utf8))
      }
    }
    let alone = try Self.records(files, lessons)
    #expect(alone.contains { $0.contains("correct") })
    #expect(try Self.recordsKnowing(files, lessons) == alone)
  }

  /// 1.5^3 is near where L = 3, and far from the lesson's own 1.5^20.
  @Test func aGuessIsHeldAgainstItsOwnNotebook() throws {
    let lesson = try Growth.lesson()
    func file(_ lines: [String]) -> [UInt8] {
      var recorder = Recorder(lesson)
      var text = TranscriptHeader(lesson, learner: "Ada").lines + [""]
      func enter(_ line: String) {
        text += recorder.echo(line)
        recorder.type(line)
      }
      for _ in 0..<20 where recorder.prompt != .answer("guess") { enter("") }
      for line in lines { enter(line) }
      return Array(text.map { $0 + "\n" }.joined().utf8)
    }
    let files = [file(["3.375"]), file(["L = 3", "3.375"]), file(["3.375"])]
    let records = try Self.recordsKnowing(files, [lesson])
    #expect(try Self.records(files, [lesson]) == records)
    #expect(records[0] != records[1] && records[0] == records[2])
  }
}
