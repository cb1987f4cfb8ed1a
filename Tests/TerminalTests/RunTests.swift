import Glibc
import TestSupport
import Testing

/// Computations that take long.
@Suite struct RunTests {
  private func running(_ screen: borrowing Screen) throws {
    try screen.enter("deep = network(gaussian(), width: 1000, depth: 2000)", "2000 layers")
    screen.type("rms(deep(ones(1000)))")
    screen.press("Enter")
    try screen.wait("Ctrl-C stops")
  }

  @Test func isCancelledAndTheSessionGoesOn() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try running(screen)
    screen.press("C-c")
    try screen.wait("Cancelled.")
    try screen.waitForPrompt()
    #expect(!screen.text.contains("Ctrl-C stops"))
    try screen.enter("depth(deep)", "depth(deep) = 2000")
    #expect(
      fathom.inputs("scaling").suffix(3) == ["rms(deep(ones(1000)))", ":cancelled", "depth(deep)"]
    )
    let replay = try fathom.run("replay", fathom.path("state/fathom/scaling.transcript"))
    #expect(replay.status == 0, "\(replay.output)")
  }

  @Test func itsBarAppearsAndIsGoneAtTheEnd() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    // of a length that every build takes some time for
    try screen.enter("deep = network(gaussian(), width: 500, depth: 200)", "200 layers")
    screen.type("rms(deep(ones(500)))")
    screen.press("Enter")
    try screen.wait("the bar") { $0.contains("% ") || $0.contains("%,") || $0.contains(" = ") }
    try screen.wait("rms(deep(ones(500))) = ")
    try screen.waitForPrompt()
    #expect(!screen.history.contains("Ctrl-C stops"))
  }

  @Test func ctrlZStopsARunAndFgGoesOn() throws {
    let fathom = try Fathom()
    let screen = try fathom.startInShell("play scaling")
    try running(screen)
    screen.press("C-z")
    try screen.wait("Stopped")
    screen.type("stty -a | grep -o -w -E -- '-?(icanon|echo)' | tr '\\n' ' '")
    screen.press("Enter")
    try screen.wait("icanon echo ")
    screen.type("fg")
    screen.press("Enter")
    // Ctrl-C would go to the shell until the program is in the foreground: press until it is heard
    try screen.wait("Cancelled.") {
      if !$0.contains("Cancelled.") { screen.press("C-c") }
      return $0.contains("Cancelled.")
    }
    try screen.waitForPrompt()
    try screen.enter("1 + 1", "1 + 1 = 2")
  }

  @Test func aSignalEndsIt() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try running(screen)
    kill(fathom.process, SIGTERM)
    try screen.wait("RC=143\nisig icanon echo")
  }
}
