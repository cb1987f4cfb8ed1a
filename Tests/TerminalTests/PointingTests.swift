import TestSupport
import Testing

/// `:point` and `explain` in a session on a terminal, and the replay of what it wrote.
@Suite struct PointingTests {
  @Test func aPlaceIsMarkedAndTheTranscriptReplays() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("k = 3", "k = 3")
    try screen.enter("plot k*t^2 over t in 1...4", "* k*t^2")
    try screen.enter(":point 3", "t = 3: k*t^2 is 27.")
    try screen.enter(":point value 1e38", "never reaches it")
    try screen.enter(":point 9", "t = 9 is outside t from 1 to 4.")
    try screen.enter("explain k", "k = 3 is a number.")
    #expect(
      fathom.inputs("scaling").suffix(4)
        == [":point 3", ":point value 1e38", ":point 9", "explain k"]
    )
    screen.press("C-d")
    try screen.wait("RC=0")
    let replay = try fathom.run("replay", fathom.path("state/fathom/scaling.transcript"))
    #expect(replay.status == 0, "\(replay.output)")
  }
}
