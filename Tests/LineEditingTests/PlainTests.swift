import Foundation
import TestSupport
import Testing

@Suite struct PlainTests {
  private func output(_ arguments: [String] = [], _ input: Data?) -> [String] {
    Programs.run([Programs.probe] + arguments, input: input).output
      .split(separator: "\n").map(String.init).dropFirst().map { $0 }
  }

  @Test func linesComeWithoutAPrompt() {
    #expect(
      output([], Data("one\nŷ = 2\r\n\nlast".utf8)) == [
        "got <one> 3", "got <ŷ = 2> 5", "got <> 0", "got <last> 4", "end",
      ]
    )
  }

  @Test func thePromptIsPrintedIfAskedFor() {
    #expect(output(["--show-prompt"], Data("one\n".utf8)) == ["ŷ› got <one> 3", "ŷ› end"])
  }

  @Test func nulAndInvalidUTF8BecomeReplacementCharacters() {
    #expect(
      output([], Data([0x61, 0, 0x62, 0xFF, 0x63, 0x0A])) == ["got <a\u{FFFD}b\u{FFFD}c> 5", "end"]
    )
  }

  @Test func aMillionBytesAreOneLine() {
    let lines = output([], Data(repeating: 0x78, count: 1_000_000) + Data("\nnext\n".utf8))
    #expect(lines[0].hasSuffix("> 1000000"))
    #expect(lines.dropFirst() == ["got <next> 4", "end"])
  }

  /// While keys are read one by one a terminal gives Enter as CR.
  @Test func enterTypedAheadOfAPlainLineEndsIt() throws {
    let folder = try Folder()
    _ = try folder.file(".editrc", "edit off\n")
    let terminal = try PseudoTerminal(environment: Programs.environment(["HOME": folder.path]))
    try terminal.wait("plain")
    terminal.send("keys\n")
    try terminal.wait("keys\r\n")
    try terminal.wait("keys\r\n")
    terminal.send("w")
    try terminal.wait("key character(\"w\")")
    terminal.send("qone\r")
    kill(terminal.process, SIGINT)
    try terminal.wait("got <one> 3")
  }

  @Test func nothingToReadIsTheEnd() {
    #expect(output([], Data()) == ["end"])
    #expect(output([], nil) == ["end"])
    let (status, text) = Programs.run(
      ["/bin/sh", "-c", "\(Screen.quoted(Programs.probe)) < /dev/null"])
    #expect(status == 0)
    #expect(text.hasSuffix("end\n"))
  }

  @Test func noSequenceGoesToAPipe() {
    let (_, text) = Programs.run(
      [Programs.probe, "--show-prompt", "--colored"],
      input: Data("one\n".utf8)
    )
    #expect(!text.contains("\u{1B}[?2004"))
  }

  @Test func ctrlCWithoutAnEditorDropsTheLine() throws {
    let terminal = try PseudoTerminal(
      [
        "/bin/sh", "-c",
        "trap : INT; \(Screen.quoted(Programs.probe)) | (trap '' INT; exec cat)",
      ],
      environment: Programs.environment()
    )
    try terminal.wait("plain ")
    terminal.send("half")
    try terminal.wait("half")
    terminal.send("\u{3}")
    try terminal.wait("interrupted")
    terminal.send("two\r")
    try terminal.wait("got <two>")
  }

  @Test func signalsOfNoInterestDoNotEndTheInput() throws {
    let terminal = try PseudoTerminal(
      [
        "/bin/sh", "-c",
        "(sleep 0.2; echo one; sleep 0.2; echo two) | exec \(Screen.quoted(Programs.probe))",
      ],
      environment: Programs.environment()
    )
    try terminal.wait("plain ")
    for size in [30, 40, 50] { terminal.resize(columns: size, rows: 20) }
    try terminal.wait("got <one>")
    for size in [30, 40, 50] { terminal.resize(columns: size, rows: 20) }
    try terminal.wait("got <two>")
    try terminal.wait("end")
  }
}
