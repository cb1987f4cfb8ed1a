import Foundation
import TestSupport
import Testing

@Suite struct SignalTests {
  @Test func ctrlCDropsTheLineOnly() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    screen.type("s = 99")
    try screen.wait("s = 99")
    screen.press("C-c")
    try screen.waitForPrompt()
    try screen.enter("s", "s = 1.5")
    #expect(!fathom.inputs("scaling").contains("s = 99"))
  }

  @Test func twoHundredCtrlCLeaveTheSessionAlive() throws {
    let fathom = try Fathom()
    let terminal = try fathom.bytes(["play", "scaling"])
    try terminal.wait("fathom>")
    for _ in 0..<200 { terminal.send("\u{3}") }
    // A Ctrl-C not yet answered takes the line with it, the last one too: type again until one gets through.
    #expect(
      eventually {
        terminal.send("6*7\r")
        return terminal.has("6*7 = 42", within: 0.5)
      }
    )
    #expect(try terminal.end(sending: ":quit\r") == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT], ["", "at a question"])
  func aWishToEndRestoresTheTerminalAndKeepsAll(signal: Int32, place: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("s = 1.25", "changed: s.")
    if !place.isEmpty { try screen.enter("", "how large is each", prompt: "answer[guess]>") }
    screen.type("half")
    try screen.wait("half")
    kill(fathom.process, signal)
    try screen.wait("RC=\(128 + signal)\nisig icanon echo")
    let again = try fathom.start("play scaling")
    try again.enter("? s", "s = 1.25")
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
  func aCrashRestoresTheTerminal(signal: Int32) throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("s = 1.25", "changed: s.")
    screen.type("half")
    try screen.wait("half")
    kill(fathom.process, signal)
    try screen.wait("RC=\(128 + signal)")
    try screen.wait("isig icanon echo")
    let again = try fathom.start("play scaling")
    try again.enter("s", "s = 1.25")
  }

  @Test func aClosedTerminalEndsTheSession() throws {
    let fathom = try Fathom()
    let terminal = try fathom.bytes(["play", "scaling"])
    try terminal.wait("fathom>")
    terminal.send("s = 1.25\r")
    try terminal.wait("changed: s.")
    terminal.send("half")
    terminal.hangUp()
    _ = try terminal.end()
    #expect(fathom.inputs("scaling") == ["s = 1.25"])
  }

  @Test func ctrlZAndFgAtThePrompt() throws {
    let fathom = try Fathom()
    let screen = try fathom.startInShell("play scaling")
    screen.type("s = 1.")
    // "s = 1." alone stands in the lesson's text too; Ctrl-Z flushes what was not read yet.
    try screen.wait("the line as typed") { $0.hasSuffix("fathom> s = 1.") }
    try stopAndGoOn(screen, line: "fathom> s = 1.")
    try screen.enter("25", "changed: s.")
  }

  @Test func ctrlZAndFgInAQuestion() throws {
    let fathom = try Fathom()
    let screen = try fathom.startInShell("play scaling")
    try screen.enter("", "how large is each", prompt: "answer[guess]>")
    screen.type("28")
    try screen.wait("answer[guess]> 28")
    try stopAndGoOn(screen, line: "answer[guess]> 28")
    try screen.enter(".5", "Your guess: 28.5.")
  }

  private func stopAndGoOn(_ screen: borrowing Screen, line: String) throws {
    screen.press("C-z")
    try screen.wait("Stopped")
    screen.type("stty -a | grep -o -w -E -- '-?(icanon|echo)' | tr '\\n' ' '")
    screen.press("Enter")
    try screen.wait("icanon echo ")
    #expect(!screen.text.contains("-icanon"))
    screen.type("fg")
    screen.press("Enter")
    try screen.wait("the line again") { $0.hasSuffix(line) }
  }
}
