import Foundation
import TestSupport
import Testing

/// Terminals that can do little, and none at all.
@Suite struct PlainTests {
  private static let escape = "\u{1B}"

  /// A lesson to its end, on a terminal whose every byte is seen.
  private func tour(_ terminal: PseudoTerminal) throws {
    let exchanges = [
      ("17", "The network: 1.95744e6."), ("", "step 2 of 5"), ("", "neither explodes"),
      ("s = 1", "changed: s."), ("done", "Right."), ("", "step 3 of 5"), ("", "first time?"),
      ("73", "Right."), ("", "step 4 of 5"), ("", "how large is y?"), ("1.1e-7", "Right."),
      ("", "step 5 of 5"), ("", "to the power of what"), ("140", "Right."),
      ("", "nearly all you need"),
      ("", "That is the whole lesson."), ("", "Nothing is lost"), ("", "how-large"),
    ]
    try terminal.wait("answer[how-large]>")
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
    let fathom = try Fathom()
    let screen = try fathom.start(
      "play product",
      columns: columns,
      ["LANG": "C"]
    )
    try screen.play([
      ("4", "Right."), ("", "three layers of two units"), ("", "W[1]*x = [3, 2]"),
      ("", "matrix times [4, 2]?"), ("10", "Right."), ("", "entry of a[1]?"), ("0", "Right."),
      ("", "c) Because"), ("c", "Right."), ("", "answer[line-1]>"), ("a1 = W[1]*x", "a1 = [3, 2]"),
      ("done", "Right."), ("", "answer[line-2]>"), ("a2 = W[2]*a1", "a2 = [6, 2]"),
      ("done", "Right."), ("", "answer[line-3]>"), ("y = W[3]*a2", "y = [2, 6]"),
      ("done", "Right."), ("", "net = network"), ("", "y^ = W[152]"),
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
      input: ["17", "", "", "s = 1", "done", "? 1 +", "2", ":steps"]
    )
    #expect(result.status == 0)
    #expect(result.output.contains("answer[neither]> done\nRight."))
    #expect(result.output.contains("1 +\n…> 2 = 3") || result.output.contains("…> 2\n"))
    #expect(!result.output.contains(Self.escape))
    #expect(fathom.inputs("tour").count == 7)
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
    #expect(eventually { out().contains("About how large") })
    terminal.send("17\n")
    #expect(eventually { out().contains("The network: 1.95744e6.") })
    terminal.send("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(!out().contains(Self.escape))
  }

  @Test func inputThatIsNoTerminalIsEchoed() throws {
    let fathom = try Fathom()
    let command = "printf '17\\n\\n' | \"$FATHOM\" play tour"
    let screen = try Screen(
      "/bin/sh -c \(Screen.quoted(command))",
      rows: 40,
      environment: fathom.environment()
    )
    try screen.wait("RC=0\nisig icanon echo")
    #expect(screen.history.contains("answer[how-large]> 17\nlesson> a = activations("))
    #expect(fathom.inputs("tour") == ["17", ""] || fathom.inputs("tour") == ["17", ":next"])
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
