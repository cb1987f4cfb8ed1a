import TestSupport
import Testing

@Suite struct ChoosingTests {
  @Test func aChoiceSaidInWordsIsTakenAndKeptByItsID() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([("", "how large is each"), ("2000", "A good guess")])
    try screen.enter("", "linear axis", prompt: "answer[floor]>")
    try screen.enter("small beside 2000", "Taken as b.")
    #expect(screen.history.contains("0.5 of 0.5"))
    #expect(fathom.inputs("scaling").contains("small"))
    #expect(!fathom.transcript("scaling").contains("Taken as"))
  }

  @Test func howToLeaveIsSaidOnce() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    for line in ["s = 98", "s = 99"] {
      screen.type(line)
      try screen.wait(line)
      screen.press("C-c")
      try screen.waitForPrompt()
    }
    try screen.enter("s", "s = 1.5")
    #expect(screen.history.ranges(of: "Ctrl-D or :quit leaves").count == 1)
  }
}
