import TestSupport
import Testing

@Suite struct CompletionTests {
  @Test func oneCandidateIsInserted() throws {
    let screen = try Screen.probe()
    screen.type("y = plo")
    screen.press("Tab", "x", ")", "Enter")
    try screen.wait("got <y = plot(x)>")
  }

  @Test func whatIsSharedIsInsertedThenTheRestIsListed() throws {
    let screen = try Screen.probe()
    screen.type("pa")
    screen.press("Tab")
    try screen.wait("› param")
    #expect(!screen.text.contains("one parameter"))
    screen.press("Tab")
    try screen.wait("the list and the line") {
      $0.hasSuffix("ŷ› param\nparam   one parameter\nparams  all parameters\nŷ› param")
    }
    screen.press("s", "Enter")
    try screen.wait("got <params>")
  }

  @Test func nothingFitsNothingHappens() throws {
    let screen = try Screen.probe()
    screen.type("xyz")
    screen.press("Tab", "Tab", "Enter")
    try screen.wait("got <xyz>")
  }

  @Test func accentsComplete() throws {
    let screen = try Screen.probe()
    screen.type("ŷ ré")
    screen.press("Tab", "Enter")
    try screen.wait("got <ŷ résumé>")
  }

  @Test func theMiddleOfAnEntryOfManyLinesCompletes() throws {
    let screen = try Screen.probe()
    screen.paste("pa + 1\nbelow\nlast")
    try screen.wait("last")
    screen.press("Up", "Up", "Home", "Right", "Right", "Tab", "Tab")
    // listed below the last row, then the entry again with the cursor where it was
    try screen.wait("the list") {
      $0.hasSuffix(
        "last\nparam   one parameter\nparams  all parameters\nŷ› param + 1\nbelow\nlast"
      )
    }
    screen.press("s", "Enter")
    try screen.wait("got <params + 1⏎below⏎last>")
  }

  @Test func rowsFitTheWindow() throws {
    let screen = try Screen.probe("", columns: 20)
    screen.press("Tab")
    try screen.wait("the list") { _ in
      screen.rows.contains("résumé  ŷ in words") && screen.rows.contains("param   one paramet…")
    }
  }
}
