import TestSupport
import Testing

/// The lesson that the lecture turns on, from its beginning to its end.
@Suite struct ScalingTests {
  static let toFloats: [(String, String)] = [
    ("", "how large is each"), ("28.5", "The network: 2216.84"),
    ("", "this linear axis"), ("a", "Half of something"), ("b", "One row stands"),
    ("", "by what"), ("s = 1.2", "changed: s."), ("1.2^30", "counts the last matrix too"),
    ("? rms(a[20])", "rms(a[20]) = 31.9479"), ("1,2^29", "1.2"), ("s^(L-1)", "197.8"),
    ("", "A little less than"), ("", "how large"), ("1/1024", "Ten halvings"),
    ("", "Write the factor"), ("s^(L-1)", "One factor s for each"),
    ("", "Before you look"), ("a", "plot rms(a)"), ("", "Read it off"), ("1e-4", "Right"),
    ("", "What does a straight line"), ("a", "Not yet."), ("c", "Equal steps up a log axis"),
    ("", "Just a little"), ("d", "Your guess: d."), ("", "the first layer"),
    ("48", "1.05^47 is 9.91"),
    ("", "step 5 of 8"), ("0.9", "The network: 0.219"), ("", "What is left of 1?"),
    (":hint", "Hint 1 of 2"), ("4.3e-5", "Right"), ("", "Before you look"),
    ("27", "The network: 26.5898"), ("", "power of what"), ("151*log10(0.7)", "4e-24"),
  ]

  static let fromFloats: [(String, String)] = [
    ("", "step 7 of 8"), ("c", "subnormal"), ("", "made them vanish"),
    ("a", "A finer format moves"), ("", "At which layer does"), ("10", "that still fits"),
    ("11", "3^11 is 177147"), ("", "weren't there"), ("", "What has shrunk"),
    ("", "What has become small"), ("c", "Right."),
    ("", "Now balance it"), ("done", "Not yet."), ("s = 1.01", "changed: s."),
    ("done", "2 of 2"), ("", "That is the whole lesson."),
    ("", "What to take along"), ("", "17.5 of 17.5"),
  ]

  @Test(arguments: [(80, 24), (40, 20)])
  func fromStartToEnd(columns: Int, rows: Int) throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling", columns: columns, rows: rows)
    try screen.play(Self.toFloats)
    try screen.play(Self.fromFloats)
    for line in screen.history.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    screen.press("C-d")
    try screen.wait("RC=0\nisig icanon echo")
    #expect(fathom.inputs("scaling").contains("s = 1.2"))
    let replay = try fathom.run("replay", fathom.path("state/fathom/scaling.transcript"))
    #expect(replay.status == 0, "\(replay.output)")
  }

  @Test func aDefinitionIsEditedInPlace() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([("", "how large is each"), ("2000", "A good guess")])
    screen.type(":edit s")
    screen.press("Enter")
    try screen.wait("the definition in the line") { $0.hasSuffix("fathom> s = 1.5") }
    screen.press("BSpace", "BSpace", "BSpace")
    try screen.enter("1.1", "changed: s.")
    #expect(screen.text.contains("* s = 1.1"))
    #expect(fathom.inputs("scaling").last == "s = 1.1")
    try screen.enter(":edit nothing", "There is no \"nothing\" to edit")
  }

  @Test func aResizeInAQuestionKeepsTheAnswer() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("", "how large is each", prompt: "answer[guess]>")
    screen.type("2")
    for (columns, rows) in [(60, 20), (30, 10), (100, 30), (80, 24)] {
      screen.resize(columns: columns, rows: rows)
      try screen.wait("the line at \(columns)") { _ in
        screen.rows.last { !$0.isEmpty } == "answer[guess]> 2"
      }
    }
    try screen.enter("8.5", "Your guess: 28.5.")
  }

  @Test func aFigureIsAsWideAsTheTerminalIsNow() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([("", "how large is each"), ("2000", "A good guess")])
    screen.resize(columns: 50, rows: 24)
    try screen.waitForPrompt()
    try screen.enter("s = 1.2", "changed: s.")
    for line in screen.text.split(separator: "\n") { #expect(line.count <= 50) }
  }

  @Test func hintsBelowTheScreenTellWhatEnterDoes() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    #expect(screen.text.contains("Enter: go on   s = 1.6 changes s"))
    try screen.play([("", "how large is each"), ("2000", "A good guess"), ("", "linear axis")])
    #expect(screen.text.contains("type an answer   ? to try things   Enter: later"))
    try screen.enter("b", "0.5 of 0.5")
    // The question is over: the notebook's prompt is there again, and no line is another answer.
    try screen.waitForPrompt("fathom>")
    #expect(screen.text.contains("Enter: go on   s = 1.6 changes s"))
    try screen.enter("17", "17 = 17", prompt: "fathom>")
    try screen.enter(":score", "of 17.5", prompt: "fathom>")
    try screen.enter(":answer floor", "linear axis", prompt: "answer[floor]>")
  }

  @Test func anAnswerInTheWrongPlaceIsNoticed() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([
      ("", "how large is each"), ("", "The guess can still be made"),
      ("2000", "If that was your answer to guess: :answer guess goes to its prompt."),
    ])
    try screen.enter(":answer guess", "how large is each", prompt: "answer[guess]>")
    try screen.enter("2000", "A good guess")
  }

  /// A figure and the question that asks about it share a screen.
  @Test func figureAndQuestionShareAScreen() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([("", "how large is each"), ("28.5", "The network: 2216.84")])
    try screen.enter("", "What does this linear axis")
    #expect(screen.text.contains("* s = 1.5   o s = 0.5"))
  }
}
