import Foundation
import TestSupport
import Testing

@Suite struct SignalTests {
  @Test func ctrlCDropsTheLineOnly() throws {
    let screen = try Screen.probe()
    screen.type("half a li")
    try screen.wait("half a li")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    try screen.enter("whole")
    #expect(screen.rows.prefix(4).dropFirst() == ["ŷ› half a li", "interrupted", "ŷ› whole"])
  }

  @Test func ctrlCFromTheFirstRowOfManyKeepsTheOthersVisible() throws {
    let screen = try Screen.probe()
    screen.paste("aaa\nbbb\nccc")
    try screen.wait("ccc")
    screen.press("Up", "Up")
    try screen.wait("first row") { _ in screen.cursor.hasSuffix(",1") }
    screen.press("C-c")
    try screen.wait("interrupted")
    #expect(screen.rows[1...4] == ["ŷ› aaa", "bbb", "ccc", "interrupted"])
  }

  @Test func twoHundredCtrlCLeaveTheSessionAlive() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    for _ in 0..<200 { terminal.send("\u{3}") }
    try terminal.wait("interrupted")
    // A Ctrl-C not yet answered takes the line with it, the last one too: type again until one gets through.
    #expect(
      eventually {
        terminal.send("alive\r")
        return terminal.has("got <alive>", within: 0.5)
      }
    )
    #expect(try terminal.end(sending: "quit\r") == 0)
  }

  @Test func ctrlCCancelsWhatRuns() throws {
    let screen = try Screen.probe()
    for turn in 1...3 {
      screen.type("run")
      screen.press("Enter")
      try screen.wait("running", times: turn)
      screen.press("C-c")
      try screen.wait("cancelled", times: turn)
      try screen.waitForPrompt()
    }
    try screen.enter("after")
  }

  @Test func whatIsTypedAheadIsKept() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("one\rtwo ŷ\rthree\r")
    try terminal.wait("got <one>")
    try terminal.wait("got <two ŷ>")
    try terminal.wait("got <three>")
  }

  /// The terminal is cooked until then, and takes it for an end of its own.
  @Test func ctrlDTypedBeforeThePromptEnds() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    terminal.send("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(terminal.text.contains("end"))
  }

  @Test func ctrlDTypedWhileSomethingRunsEndsBehindWhatWasTypedBefore() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("run\r")
    try terminal.wait("running")
    // The terminal shows the line when it has it, and after that the rest.
    terminal.send("ahead\r")
    try terminal.wait("ahead")
    terminal.send("\u{4}")
    kill(terminal.process, SIGINT)  // a Ctrl-C would make the terminal forget what it holds
    try terminal.wait("cancelled")
    try terminal.wait("got <ahead>")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func aWishToEndRestoresTheTerminal(signal: Int32) throws {
    let screen = try Screen.probe()
    screen.type("half")
    try screen.wait("half")
    kill(try screen.process(), signal)
    try screen.wait("terminated \(signal)")
    try screen.wait("RC=0")
    try screen.wait("isig icanon echo")
  }

  /// Whatever loop runs, a wish to end is granted: the second at once, the first when nobody has looked for two seconds.
  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT], [1, 2])
  func aWishThatNobodySeesIsGranted(signal: Int32, times: Int) throws {
    let screen = try Screen.probe()
    screen.type("keys")
    screen.press("Enter")
    try screen.wait("keys", times: 2)
    screen.type("!")
    try screen.wait("deaf")
    for _ in 0..<times { kill(try screen.process(), signal) }
    try screen.wait("RC=\(128 + signal)")
    try screen.wait("isig icanon echo")
  }

  @Test(arguments: [
    SIGSEGV, SIGILL, SIGABRT, SIGUSR1, SIGALRM, SIGPIPE, SIGIO, SIGPWR, SIGVTALRM, 34, 64,
  ])
  func aCrashRestoresTheTerminal(signal: Int32) throws {
    let screen = try Screen.probe()
    screen.type("half")
    try screen.wait("half")
    kill(try screen.process(), signal)
    try screen.wait("RC=\(128 + signal)")
    try screen.wait("isig icanon echo")
  }

  @Test func aFatalErrorBetweenReadsLeavesTheTerminalAsItWas() throws {
    let screen = try Screen.probe()
    screen.type("trap")
    screen.press("Enter")
    try screen.wait("RC=")
    try screen.wait("isig icanon echo")
  }

  @Test func endingTakesBracketedPasteBack() throws {
    for signal in [SIGTERM, SIGSEGV] {
      let terminal = try PseudoTerminal(environment: Programs.environment())
      try terminal.wait("\u{1B}[?2004h")
      try terminal.wait("›")
      kill(terminal.process, signal)
      _ = try terminal.end()
      #expect(terminal.text.contains("\u{1B}[?2004l"))
    }
  }

  @Test func aClosedTerminalEndsTheProgram() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("half")
    terminal.hangUp()
    _ = try terminal.end()
  }

  @Test func ctrlDLeavesOnlyFromAnEmptyLine() throws {
    let screen = try Screen.probe()
    screen.type("ab")
    screen.press("Left", "C-d", "C-d", "Enter")
    try screen.wait("got <a> 1")
    try screen.waitForPrompt()
    screen.press("C-d")
    try screen.wait("end\nRC=0")
    try screen.wait("isig icanon echo")
  }

  @Test func ctrlZAndFgAtThePrompt() throws {
    let screen = try Screen(
      "PS1='sh> ' bash --norc --noprofile -i",
      environment: Programs.environment(["PROBE": Programs.probe])
    )
    try screen.wait("sh> ")
    screen.type("\"$PROBE\"")
    screen.press("Enter")
    try screen.wait("›")
    screen.paste("upper\nlower ŷ")
    try screen.wait("lower ŷ")
    screen.press("Up")
    // Ctrl-Z and Ctrl-C make the terminal forget keys that were not read yet
    try screen.wait("upper row") { _ in screen.cursor.hasSuffix(",2") }
    screen.press("C-z")
    try screen.wait("Stopped")
    screen.type("stty -a | grep -o -w -E -- '-?(icanon|echo)' | tr '\\n' ' '")
    screen.press("Enter")
    try screen.wait("icanon echo ")
    #expect(!screen.text.contains("-icanon"))
    screen.type("fg")
    screen.press("Enter")
    try screen.wait("the line again") { $0.hasSuffix("ŷ› upper\nlower ŷ") }
    screen.type("2")
    screen.press("Enter")
    try screen.wait("got <upper2⏎lower ŷ>")
  }

  @Test func ctrlZAndFgDuringARun() throws {
    let screen = try Screen(
      "PS1='sh> ' bash --norc --noprofile -i",
      environment: Programs.environment(["PROBE": Programs.probe])
    )
    try screen.wait("sh> ")
    screen.type("\"$PROBE\"")
    screen.press("Enter")
    try screen.wait("›")
    screen.type("run")
    screen.press("Enter")
    try screen.wait("running")
    screen.press("C-z")
    try screen.wait("Stopped")
    screen.type("fg")
    screen.press("Enter")
    try screen.wait("fg\n")
    // Ctrl-C would go to the shell until the program is in the foreground: press until it is heard
    try screen.wait("cancelled") {
      if !$0.contains("cancelled") { screen.press("C-c") }
      return $0.contains("cancelled")
    }
    try screen.waitForPrompt()
    try screen.enter("alive")
  }

  @Test func aStopThatCannotBeCaughtIsSurvived() throws {
    let screen = try Screen(
      "PS1='sh> ' bash --norc --noprofile -i",
      environment: Programs.environment(["PROBE": Programs.probe])
    )
    try screen.wait("sh> ")
    screen.type("\"$PROBE\"")
    screen.press("Enter")
    try screen.wait("›")
    screen.type("abc")
    try screen.wait("abc")
    kill(try screen.process(), SIGSTOP)
    try screen.wait("Stopped")
    screen.type("stty sane; fg")
    screen.press("Enter")
    try screen.wait("the line again") { $0.hasSuffix("ŷ› abc") }
    screen.press("Left", "x", "Enter")
    try screen.wait("got <abxc>")
  }

  @Test func aSignalOfNoInterestChangesNothing() throws {
    let screen = try Screen.probe()
    screen.type("abc")
    try screen.wait("abc")
    let process = try screen.process()
    for _ in 0..<20 { kill(process, SIGCHLD) }
    kill(process, SIGWINCH)
    screen.press("Enter")
    try screen.wait("got <abc>")
    #expect(!screen.text.contains("interrupted"))
  }
}
