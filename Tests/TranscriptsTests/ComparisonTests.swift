import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

private func compared(_ text: String, _ lesson: Lesson) throws -> Comparison {
  let transcript = try parsed(text)
  return Comparison(transcript, with: Replay(transcript, lesson: lesson), lesson: lesson)
}

private let inputs = ["", "30", "", "t*n", ":hint", "t^n", "", "0", "? 0.5^27", "0.5^27", ":score"]

struct ComparisonTests {
  @Test func theSameLessonGivesTheSameBytes() throws {
    let lesson = try Growth.lesson()
    #expect(try compared(recorded(inputs, on: lesson), lesson) == .same)
  }

  @Test func namesTheFirstLineThatDiffers() throws {
    let lesson = try Growth.lesson()
    let text = recorded(["k = 1", "k"], on: lesson)
    let edited = text.replacing("k = 1\nfathom> k\n", with: "k = 2\nfathom> k\n")
    let line = edited.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex(of: "k = 2")
    let report = try compared(edited, lesson).report(path: "t.transcript")
    #expect(
      report
        == "t.transcript:\(try #require(line) + 1): differs\n  expected: k = 2\n  got:      k = 1"
    )
  }

  @Test func sameInUnicodeIsNotTheSameInBytes() throws {
    let lesson = try Growth.lesson()
    let text = recorded(["t = \"\u{E9}\"", "t"], on: lesson)
    let edited = text.replacing("\nt = \"\u{E9}\"\n", with: "\nt = \"e\u{301}\"\n")
    #expect(!edited.utf8.elementsEqual(text.utf8))
    #expect(try compared(edited, lesson) != .same)
  }

  @Test func anotherEngineIsNotADifference() throws {
    let lesson = try Growth.lesson()
    let text = recorded(["s"], on: lesson).replacing("# engine: 9 ", with: "# engine: 1 ")
    #expect(try compared(text, lesson) == .otherEngine(recorded: 1))
    #expect(
      try compared(text, lesson).report(path: "t")
        == "t: recorded with engine 1, and this is engine 9: not compared. --update records it anew."
    )
  }

  /// Where nobody looks the same is typed at the same prompts, and is worth the same.
  @Test(arguments: [0, 1])
  func whatIsNotLookedAtEndsTheSame(_ edit: Int) throws {
    let lesson = try Growth.lesson()
    let text = recorded(Growth.diligent + [":undo", "k = 3", ":mine"], on: lesson)
    let other = text.replacing("growth 1.0.0 sha256:", with: "growth 0.9.0 sha256:0")
    let transcript = try parsed(edit == 0 ? text : other)
    let seen = Replay(transcript, lesson: lesson)
    let unseen = Replay(transcript, lesson: lesson, looks: false)
    #expect(unseen.prompts == seen.prompts)
    #expect(unseen.changes == seen.changes)
    #expect(
      lesson.questions.map { unseen.session.verdict($0) }
        == lesson.questions.map { seen.session.verdict($0) }
    )
  }

  @Test func anotherTextOfTheLessonIsADifferenceOfTheHeader() throws {
    let lesson = try Growth.lesson()
    let text = recorded(["s"], on: lesson).replacing("growth 1.0.0", with: "growth 0.9.0")
    guard case .differs(let difference, let count) = try compared(text, lesson) else {
      Issue.record("nothing differs")
      return
    }
    #expect(count == 1)
    #expect(difference.line == 2)
    #expect(difference.expected?.hasPrefix("# lesson: growth 0.9.0") == true)
  }

  @Test(arguments: [20, 40, 132, 500])
  func atOtherWidthsInputsAndMarksStayAndLinesFit(_ columns: Int) throws {
    let lesson = try Growth.lesson()
    let transcript = try parsed(recorded(inputs + [":set columns 30", "plot [1, 2]"], on: lesson))
    let replay = Replay(transcript, lesson: lesson)
    #expect(Comparison(transcript, with: replay, lesson: lesson, columns: columns) == .same)
  }

  /// An input that was cancelled isn't evaluated again, and what it defined stays.
  @Test func aCancelledInputShowsNothing() throws {
    let lesson = try Growth.lesson()
    let text =
      recorded([], on: lesson) + """
        fathom> k = 3
        fathom> :cancelled
        Cancelled. What was defined before still is.
        fathom> k
        k = 3

        """
    let transcript = try parsed(text)
    let replay = Replay(transcript, lesson: lesson)
    #expect(replay.body == transcript.body)
  }

  @Test func carriesOverOnlyWhereNothingIsGone() throws {
    let old = try Growth.lesson()
    let newText = try Growth.text().replacing("id = \"tiny\"", with: "id = \"small\"")
      .replacing("version = \"1.0.0\"", with: "version = \"2.0.0\"")
    let new = try #require(Lesson.parse(newText, path: "l").lesson)
    let transcript = try parsed(recorded(inputs, on: old))
    #expect(CarryOver.missing(transcript, from: old, to: new) == ["tiny"])
    #expect(CarryOver.missing(transcript, from: nil, to: new) == ["tiny"])
    #expect(CarryOver.missing(transcript, from: old, to: old).isEmpty)
    let carried = try parsed(CarryOver.text(transcript, on: new))
    #expect(carried.header.lesson?.version == "2.0.0")
    // What answered the question that is gone is left out; the rest is taken along.
    let gone = ["0", "0.5^27"]
    #expect(
      carried.exchanges.map(\.input)
        == transcript.exchanges.map(\.input).filter { !gone.contains($0.lines[0]) }
    )
  }
}
