import TestSupport
import Testing

/// Nothing scrolls away unread, and the end of a lesson leads on.
@Suite struct PagingTests {
  /// Space and Enter go on, b goes back, q leaves what is only looked up.
  @Test func longHelpIsReadAScreenAtATime() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    screen.type("help all")
    screen.press("Enter")
    try screen.wait("q: enough")
    let first = screen.text
    #expect(first.contains("\nTopics\n") || first.hasPrefix("Topics"))
    #expect(!first.contains("Arguments"))
    screen.press("Space")
    try screen.wait("the next screen") { $0 != first && $0.contains("q: enough") }
    let second = screen.text
    #expect(!second.contains("Topics\n"))
    screen.press("b")
    try screen.wait("the first screen again") { $0.contains("Topics\n") }
    screen.press("q")
    try screen.waitForPrompt("fathom>")
    #expect(!screen.history.contains("Arguments\n"))
    try screen.enter("1 + 1", "1 + 1 = 2")
  }

  /// A line that begins with a letter of the pager's is that line.
  @Test(arguments: ["bad = 12", "q = 12"])
  func aLineTypedAheadIsWhole(_ line: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    screen.type("help all")
    screen.press("Enter")
    try screen.wait("q: enough")
    try screen.enter(line, line)
    let name = String(line.prefix { $0 != " " })
    try screen.enter("\(name) + 1", "\(name) + 1 = 13")
  }

  /// Each screen of a lesson stays until somebody has seen it.
  @Test func aStepOfSeveralScreensWaits() throws {
    let fathom = try Fathom()
    let screen = try Screen(
      "\(Screen.quoted(Fathom.program)) play product",
      rows: 12,
      environment: fathom.environment()
    )
    try screen.wait("b: back")
    #expect(!screen.text.contains("answer[count]> "))
    #expect(screen.history.hasPrefix("\n  ") || screen.history.contains("A network"))
    for _ in 0..<6 where screen.text.contains("b: back") {
      let before = screen.history
      screen.press("Enter")
      try screen.wait("the next screen") { _ in screen.history != before }
    }
    try screen.waitForPrompt("answer[count]>")
  }

  /// A terminal that can't place characters runs through.
  @Test func aDumbTerminalRunsThrough() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("", ["TERM": "dumb"])
    try screen.enter("help all", "float8_e5m2")
    #expect(!screen.history.contains("q: enough"))
  }

  /// At the end Enter begins the next lesson, which the footer names.
  @Test func theEndLeadsOn() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play tour")
    try screen.enter(":go 5", "step 5 of 5")
    for _ in 0..<6 where !screen.text.contains("That is the whole lesson") {
      screen.press("Enter")
      try screen.wait("something new") { _ in true }
      try screen.waitForPrompt()
    }
    let next = "What comes next: A product of matrices. To begin it: :open product"
    #expect(screen.text.contains(next))
    #expect(screen.text.contains("Enter: what to take along   :score"))
    try screen.enter("", "Nothing is lost")
    #expect(screen.text.contains("Enter: the marks   :score"))
    try screen.enter("", "0 of 4")
    #expect(screen.text.contains("Enter: begin product (A product of matrices)   :score"))
    try screen.enter("", "A product of matrices, step 1 of 7")
    // The tour is done, and home says so.
    screen.press("C-d")
    try screen.wait("RC=0")
    #expect(try fathom.start().text.contains("done, 0 of 4 points"))
  }
}
