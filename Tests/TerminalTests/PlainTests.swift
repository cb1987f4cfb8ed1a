import Foundation
import TestSupport
import Testing

/// Terminals that can do little, and none at all.
@Suite struct PlainTests {
  private static let escape = "\u{1B}"

  /// A lesson to its end, on a terminal whose every byte is seen.
  private func tour(_ terminal: PseudoTerminal) throws {
    let exchanges = [
      ("", "the first entry of y?"), ("16", "Right."), ("", "step 2 of 4"),
      ("", "What do you type?"),
      ("b", "Right."), ("", "How large does a 1 become?"), ("20", "The network: 1024."),
      ("", "That surprise"), ("", "then type done."), ("s = 5", "changed: s."), ("done", "Right."),
      ("", "where you are,"), ("", "That is the whole lesson."),
      ("", "Nothing is lost"), ("", "make"),
    ]
    try terminal.wait("fathom>")
    for (input, expected) in exchanges {
      terminal.send(input + "\r")
      try terminal.wait(expected)
      // a prompt, perhaps in colour
      try terminal.wait(">")
    }
    terminal.send(":quit\r")
    #expect(try terminal.end() == 0)
  }

  @Test func textModeFinishesALessonWithoutCursorAndPicture() throws {
    let terminal = try Fathom().bytes(["play", "tour"], ["FATHOM_PLOT": "text"])
    try tour(terminal)
    let text = terminal.text
    #expect(text.contains("rises all the way"))
    for mark in ["****", "+---", ". . . .", "[####"] { #expect(!text.contains(mark)) }
    // colours and bracketed paste only
    let sequences = text.matches(of: /\u{1B}\[[0-9;?]*[A-Za-z]/).map { String($0.output) }
    for sequence in Set(sequences) where !sequence.hasSuffix("m") {
      #expect(
        ["\u{1B}[?2004h", "\u{1B}[?2004l"].contains(sequence),
        "\(sequence.debugDescription)"
      )
    }
  }

  @Test(arguments: ["dumb", ""])
  func aTerminalThatCanNothing(term: String) throws {
    let terminal = try Fathom().bytes(["play", "tour"], ["TERM": term])
    try tour(terminal)
    #expect(!terminal.text.contains(Self.escape))
    if term == "dumb" { #expect(!terminal.text.contains("****")) }
  }

  @Test(arguments: ["nobody-knows-it", nil])
  func aTerminalNobodyKnows(term: String?) throws {
    try tour(try Fathom().bytes(["play", "tour"], ["TERM": term]))
  }

  @Test func noColorIsHeeded() throws {
    let terminal = try Fathom().bytes(["play", "tour"], ["NO_COLOR": "1"])
    try tour(terminal)
    #expect(!terminal.text.contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test(arguments: [80, 40])
  func withoutUTF8EverythingIsSpelt(columns: Int) throws {
    let screen = try Fathom().start(
      "play product",
      columns: columns,
      ["LANG": "C"]
    )
    try screen.play([
      ("4", "Right."), ("", "Three matrices"), ("", "simplifications"), ("", "q] = [4, 3]"),
      ("7", "Right."), ("", "a) Because"), ("b", "Right."), ("", "Before you look"),
      ("a", "derive(net)"), ("", "y^?"),
    ])
    let history = screen.history
    #expect(history.utf8.allSatisfy { $0 < 0x80 })
    for line in history.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
  }

  @Test func withoutUTF8ALongTitleAndAnErrorFit() throws {
    let fathom = try Fathom()
    let title = "σ² → ∞, ∂ℒ/∂a ≤ ŷ: a table of ∑ and ∏ ∉ ℝ"
    let statements = [
      "table [1, 2] titled \"\(title)\"", "plot [1, 2] titled \"\(title)\"",
      "\"\(title)\" + nosuch",
    ]
    try fathom.write(statements.joined(separator: "\n"), "long.fathom")
    let screen = try Screen(
      "/bin/sh -c \(Screen.quoted("\"$FATHOM\" run \"$HOME/long.fathom\""))",
      columns: 60,
      rows: 60,
      environment: fathom.environment(["LC_ALL": "C"])
    )
    try screen.wait("RC=1")
    let history = screen.history
    #expect(history.contains("sigma^2 -> inf") && history.contains("^~~~~~"))
    #expect(history.utf8.allSatisfy { $0 < 0x80 })
    for line in history.split(separator: "\n") { #expect(line.count <= 60, "\(line)") }
  }

  @Test func aPipeHasTheSameGrammar() throws {
    let fathom = try Fathom()
    let result = try fathom.run(
      ["play", "tour"],
      input: ["", "s = 3", "16", "", "? 1 +", "2", ":steps"]
    )
    #expect(result.status == 0)
    #expect(result.output.contains("answer[first]> 16\nRight."))
    #expect(result.output.contains("1 +\n…> 2 = 3") || result.output.contains("…> 2\n"))
    #expect(!result.output.contains(Self.escape))
    #expect(fathom.inputs("tour").count == 6)
  }

  @Test func outputThatIsNoTerminalGetsPlainLines() throws {
    let fathom = try Fathom()
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "exec \"$FATHOM\" play tour > \"$HOME/out\""],
      environment: fathom.environment()
    )
    func out() -> String {
      (try? String(contentsOfFile: fathom.path("out"), encoding: .utf8)) ?? ""
    }
    #expect(eventually { out().contains("y = [4, 12]") })
    terminal.send("s = 3\n")
    #expect(eventually { out().contains("y = [9, 27]") })
    terminal.send("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(!out().contains(Self.escape))
  }

  @Test func inputThatIsNoTerminalIsEchoed() throws {
    let fathom = try Fathom()
    let command = "printf '\\n16\\n' | \"$FATHOM\" play tour"
    let screen = try Screen(
      "/bin/sh -c \(Screen.quoted(command))",
      rows: 40,
      environment: fathom.environment()
    )
    try screen.wait("RC=0\nisig icanon echo")
    #expect(screen.text.contains("answer[first]> 16\nRight. 1 of 1 point."))
    #expect(fathom.inputs("tour") == ["", "16"] || fathom.inputs("tour") == [":next", "16"])
  }

  @Test func closedInputEndsIt() throws {
    let result = Programs.run(
      [Fathom.program, "play", "tour"],
      environment: try Fathom().environment(),
      input: nil
    )
    #expect(result.status == 0)
  }
}
