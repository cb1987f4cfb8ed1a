import Lessons
import Notebooks
import SessionSupport
import Sessions
import TerminalText
import TestSupport
import Testing

/// How pieces stand on a stage, and what would not fit it.
struct StageTests {
  private func paragraph(_ words: Int) -> Shown {
    .message(StyledText(Array(repeating: "word", count: words).joined(separator: " ")))
  }

  @Test func whatIsLargerThanTheStage() {
    // Four words and their blanks make 19 of 20 columns; 9 rows are 6 for pieces.
    let stage = StageLayout(columns: 20, rows: 9)
    #expect(stage.room == 6)
    // From the second line on a message is indented by two, which leaves room for three words.
    #expect(stage.misfit(of: paragraph(4 + 5 * 3)) == nil)
    #expect(stage.misfit(of: paragraph(4 + 5 * 3 + 1)) != nil)
    #expect(stage.misfit(of: .verbatim(String(repeating: "x", count: 20))) == nil)
    #expect(stage.misfit(of: .verbatim(String(repeating: "x", count: 21))) != nil)
  }

  @Test func aFigureIsAsLargeAsLeavesWhatFollowsInView() throws {
    var session = Session(try lesson(Growth.text()))
    _ = session.begin()
    let shown = session.handle(.line("plot [1, 2, 3]")).compactMap { effect -> Shown? in
      if case .show(let shown) = effect { shown } else { nil }
    }
    let figure = try #require(
      shown.first { if case .output(.figure) = $0 { true } else { false } }
    )
    for rows in [16, 24, 40] {
      let stage = StageLayout(columns: 80, rows: rows)
      var known = LaidOut()
      let alone = stage.lines(of: [figure], room: stage.room, &known).count
      #expect(alone <= stage.room && alone > stage.room - 3)
      let below = [figure, paragraph(30)]
      let lines = stage.lines(of: below, room: stage.room, &known)
      #expect(lines.count <= stage.room && lines.count > stage.room - 3)
      // What was laid out before is the same again.
      var fresh = LaidOut()
      #expect(stage.lines(of: below, room: stage.room, &known) == lines)
      #expect(stage.lines(of: below, room: stage.room, &fresh) == lines)
    }
  }

  @Test func aLessonThatIsTooLargeForASmallStage() throws {
    let growth = try lesson(Growth.text())
    #expect(StageCheck.findings(growth, on: StageLayout(columns: 80, rows: 24)).isEmpty)
    let stage = StageLayout(columns: 30, rows: 8)
    let words = StageCheck.findings(growth, on: stage).map { $0.words(stage) }
    #expect(!words.isEmpty)
    for sentence in words {
      let match = sentence.firstMatch(of: /piece \d+, .+, takes (\d+) (?:rows of 5|columns of 30)/)
      #expect(match.flatMap { Int($0.1) } ?? 0 > 5, "\(sentence)")
    }
  }
}
