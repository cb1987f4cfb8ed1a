import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// What practice and graded lessons are marked like, on the full lesson and on the learners' copy.
struct ModeTests {
  private static func text(_ mode: String) throws -> String {
    try Growth.text().replacing("format = 1", with: "format = 2\nmode = \"\(mode)\"")
  }

  /// Types every letter and many numbers at each question, and a right answer in between.
  private static func bruteForce(_ lesson: Lesson) -> [String] {
    var lines: [String] = []
    var player = Recorder(lesson)
    func type(_ line: String) {
      lines.append(line)
      player.type(line)
    }
    for question in lesson.questions {
      let id = question.id.value
      for _ in 0..<40 where player.prompt != .answer(id) {
        type(player.isAtNotebook ? "" : ":next")
      }
      for line in ["c", "b", "a", "t*n", "t^n", "0.5^27", "s^L"] + (0..<80).map(String.init)
      where player.prompt == .answer(id) {
        type(line)
      }
      if player.prompt == .answer(id) {
        type("M = identity(2)")
        type("done")
        type("M = 2*identity(2)")
        type("done")
      }
    }
    return lines + [":submit"]
  }

  @Test func typingEverythingWinsNothingWhereTheLastAnswerCounts() throws {
    let full = try lesson(Self.text("graded"))
    let copy = try lesson(full.released())
    for played in [full, copy] {
      let report = try graded(recorded(Self.bruteForce(played), on: played), on: full)
      // A guess is credited for being made, and words are for a person.
      #expect(report.score.earned == report.participation)
      #expect(report.grades.reduce(0) { $0 + $1.effort.attempts } > 300)
    }
    // The same in practice: the best counts, and the report tells how it was come by.
    let practice = try lesson(Self.text("practice"))
    let report = try graded(recorded(Self.bruteForce(practice), on: practice), on: practice)
    #expect(report.score.earned > report.participation)
    #expect(report.grades.contains { $0.effort.attempts > 80 })
  }

  @Test func aGradedLessonIsPlayedOnTheCopyHandedInAndMarked() throws {
    let full = try lesson(Self.text("graded"))
    let copy = try lesson(full.released())
    let lines = Growth.diligent + [":submit"]
    let report = try graded(recorded(lines, on: copy), on: full)
    #expect(report.score.earned == 750)
    #expect(report.copy == .released)
    #expect(try graded(recorded(lines, on: full), on: full).grades == report.grades)
    // Nothing that the copy or the full lesson shows before :submit tells the two apart.
    let wrong = Growth.diligent.map { $0 == "0.5^27" ? "0.5^26" : $0 }
    let marks = ["Right", "Not yet", "So it is"]
    for played in [full, copy] {
      let text = recorded(wrong, on: played)
      for word in marks { #expect(!text.contains(word)) }
    }
  }

  @Test func whatWasShownWhereItWasPlayedDecidesOnATextOfTheOtherMode() throws {
    let practice = try lesson(Self.text("practice"))
    let counted = try lesson(Self.text("graded"))
    let wrong = Growth.diligent.map { $0 == "0.5^27" ? "0.5^26" : $0 }
    let seen = [":answer tiny", ":skip", ":answer tiny", "0.5^27"]
    let marked = [":submit", ":answer tiny", "0.5^27"]
    func tiny(_ lines: [String], _ played: Lesson, _ on: Lesson) throws -> String? {
      try graded(recorded(lines, on: played), on: on).grades.first { $0.id == "tiny" }?.mark
    }
    // The explanation, or the mark, came before the right answer.
    #expect(try tiny(wrong + seen, practice, counted) == "incorrect")
    #expect(try tiny(wrong + marked, counted, practice) == "incorrect")
    // Where it was played nothing was shown by that.
    #expect(try tiny(wrong + seen, counted, practice) == "correct")
    // A file that doesn't say that it is graded may have been: its header is a claim, whatever its engine.
    #expect(try tiny(wrong + marked, practice, counted) == "incorrect")
    let old = recorded(wrong + marked, on: practice)
      .replacing(/# engine: [0-9]+/, with: "# engine: 3")
    let report = try graded(old, on: counted)
    #expect(report.grades.first { $0.id == "tiny" }?.mark == "incorrect")
    #expect(try tiny(wrong + [":answer tiny", "0.5^27"], practice, counted) == "correct")
  }

  /// Whoever edits the digest and takes the mode out of the header gains nothing, and it is told.
  @Test func aHeaderMakesNoGradedLessonOneForPractice() throws {
    let counted = try lesson(Self.text("graded"))
    let tried = Growth.diligent + [":answer tiny", "0.5^26"]
    let honest = recorded(tried, on: counted)
    let digest = try #require(honest.firstMatch(of: /sha256:[0-9a-f]{8}/)).output
    let edited = honest.replacing(digest, with: "sha256:00000000")
    for mode in ["", "# mode: practice\n"] {
      let claimed = edited.replacing("# mode: graded\n", with: mode)
      #expect(claimed != edited)
      let report = try graded(claimed, on: counted)
      #expect(marks(report) == marks(try graded(honest, on: counted)))
      #expect(report.remarks.contains(.playedForPractice))
    }
    #expect(try !graded(honest, on: counted).remarks.contains(.playedForPractice))
  }

  @Test func anAnswerAfterHandingInScoresNothing() throws {
    let full = try lesson(Self.text("graded"))
    let wrong = Growth.diligent.map { $0 == "0.5^27" ? "0.5^26" : $0 }
    let report = try graded(
      recorded(wrong + [":submit", ":answer tiny", "0.5^27", ":submit"], on: full),
      on: full
    )
    #expect(report.grades.first { $0.id == "tiny" }?.mark == "incorrect")
  }
}
