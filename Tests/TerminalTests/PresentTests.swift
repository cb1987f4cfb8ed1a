import TestSupport
import Testing

/// The lesson in front of a class.
@Suite struct PresentTests {
  @Test func scalingToItsEndWithOneDetour() throws {
    let fathom = try Fathom()
    let screen = try Screen(
      "\(Screen.quoted(Fathom.program)) present scaling",
      environment: fathom.environment()
    )
    try screen.wait("space: next")
    try press(screen, until: "how large is each entry of a[19]")
    #expect(!screen.text.contains("2216.84"))
    try press(screen, until: "* s = 1.5")
    // what somebody asks is tried, and the lesson's definitions are back behind it
    screen.press("t")
    try screen.waitForPrompt("fathom>")
    try screen.enter("s = 3", "changed: s.", prompt: "fathom>")
    screen.press("Enter")
    try screen.wait("space: next")
    try screen.wait("* s = 1.5")
    try press(screen, until: "This is the end.")
    screen.press("q")
    try screen.wait("RC=0\nisig icanon echo")
    #expect(fathom.inputs("scaling.presented").contains("s = 3"))
  }

  /// Reveals one piece after another until one has what is looked for.
  private func press(_ screen: borrowing Screen, until expected: String) throws {
    var seen = screen.text
    for _ in 0..<200 {
      if seen.contains(expected) { return }
      screen.press("Space")
      try screen.wait("change behind '\(expected.prefix(12))'") {
        $0 != seen && $0.contains("q: leave")
      }
      seen = screen.text
    }
    try screen.wait(expected)
  }
}
