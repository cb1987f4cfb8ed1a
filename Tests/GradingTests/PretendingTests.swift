import Grading
import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// Each way in which a learner could pretend.
struct PretendingTests {
  private let wrong = ["", "30", "", "t*n", "", "0"]

  @Test func editedOutputsAreNotBelieved() throws {
    let lesson = try lesson(Growth.text())
    let text = recorded(wrong, on: lesson)
    let edited = text.replacing("Not yet.", with: "Right. 2 of 2 points.")
    #expect(edited != text)
    #expect(try graded(edited, on: lesson).grades == graded(text, on: lesson).grades)
    #expect(try graded(edited, on: lesson).score.earned == 50)
  }

  @Test func anEditedMarkIsNotBelieved() throws {
    let lesson = try lesson(Growth.text())
    let text = recorded(wrong + [":score"], on: lesson)
    let edited = text.replacing("incorrect ", with: "correct   ").replacing(
      "0 of 2",
      with: "2 of 2"
    )
    #expect(edited != text)
    #expect(try graded(edited, on: lesson).grades == graded(text, on: lesson).grades)
  }

  @Test func aLineThatLooksLikeAMarkIsNone() throws {
    let lesson = try lesson(Growth.text())
    let text =
      recorded(wrong, on: lesson) + "answer[which]> Right. 1 of 1 point.\n# mark: correct\n"
    let report = try graded(text, on: lesson)
    #expect(report.score.earned == 50)
    #expect(
      report.remarks.contains { $0.words.contains("the lesson reads this input at another prompt") }
    )
  }

  @Test func aRedefinedBuiltInChangesNoKey() throws {
    let lesson = try lesson(Growth.text())
    let pretended = [
      "", "30", "", ":skip", "", ":skip", "", ":skip", "", ":skip", "", "rms(v) = 1", "norm(v) = 1",
      "identity(n) = [[0, 0], [0, 0]]", "done",
    ]
    let report = try graded(recorded(pretended, on: lesson), on: lesson)
    #expect(marks(report)[5] == "norms incorrect")
  }

  @Test(arguments: ["L = 2", "L = 20\nx = [0, 0]", "x = [0, 0]", "M = 0 * identity(2)\nL = 0"])
  func whatATaskGivesIsTheLessons(_ definition: String) throws {
    let lesson = try lesson(Growth.text())
    let lines =
      ["", "30", "", ":skip", "", ":skip", "", ":skip", "", ":skip", ""]
      + definition.split(separator: "\n").map(String.init) + ["done"]
    let report = try graded(recorded(lines, on: lesson), on: lesson)
    #expect(marks(report)[5] != "norms correct")
  }

  @Test func nothingScoresAfterTheExplanation() throws {
    let lesson = try lesson(Growth.text())
    let lines = ["", "30", "", ":skip", ":answer power", "t^n"]
    #expect(try graded(recorded(lines, on: lesson), on: lesson).score.earned == 50)
  }

  /// Somebody else's answers under one's own name are answers to other questions.
  @Test func anothersFileUnderOnesOwnNameHasAnothersAnswers() throws {
    let lesson = try lesson(Growth.text())
    let adas = recorded(["", "30", "", "1.75^12"], on: lesson, learner: "Ada")
    #expect(try graded(adas, on: lesson).score.earned == 250)
    let stolen = adas.replacing("# learner: Ada", with: "# learner: Grace")
    #expect(try graded(stolen, on: lesson).score.earned == 50)
  }

  @Test func theHeadersNameIsAClaim() throws {
    let lesson = try lesson(Growth.text())
    let book = try marked([("a.transcript", recorded(wrong, on: lesson))], on: [lesson])
    #expect(book.reports[0].identity == .claim("Ada"))
    #expect(GradeSheet(book).text.contains("Ada (a claim)"))
  }

  @Test func theRosterAndTheFileSayWhoItIs() throws {
    let lesson = try lesson(Growth.text())
    func outcomes(_ rule: IdentityRule, _ files: [(String, String?)]) throws -> [String] {
      let texts = files.map { ($0, recorded(wrong, on: lesson, learner: $1)) }
      return try marked(texts, on: [lesson], Gradebook.Terms(rule: rule)).reports.map { report in
        switch report.outcome {
        case .graded(let identity, _), .superseded(let identity, _, _): identity.name ?? "-"
        case .identity(let mismatch, _): mismatch.message
        case .refused(let why): why.words
        }
      }
    }
    let roster = IdentityRule(
      roster: try Roster(Array("Ada\nGrace\n".utf8)),
      source: .header
    )
    #expect(
      try outcomes(roster, [("1", "Ada"), ("2", "Eve"), ("3", nil), ("4", "Ada")]) == [
        "Ada", "\"Eve\" is not in the roster.", "The transcript names nobody.",
        "\"Ada\" has handed in 1 already. --attempt best counts the better of the two.",
      ]
    )
    let file = IdentityRule(roster: nil, source: .file)
    #expect(
      try outcomes(file, [("x/Ada.transcript", "Ada"), ("x/growth@Eve.transcript", "Ada")]) == [
        "Ada", "The transcript is \"Ada\"'s, the file is \"Eve\"'s.",
      ]
    )
    #expect(try outcomes(file, [("x/Grace.transcript", nil)]) == ["Grace"])
  }
}
