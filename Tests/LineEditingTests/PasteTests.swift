import TestSupport
import Testing

@Suite struct PasteTests {
  @Test func thirtyLinesAreOneInput() throws {
    let lines = (1...30).map { "x\($0) = \($0)  # ŷ" }
    let screen = try Screen.probe("", rows: 40)
    screen.paste(lines.joined(separator: "\n") + "\n\n")
    try screen.wait("x30 = 30")
    #expect(!screen.text.contains("got"))
    screen.press("Enter")
    try screen.wait("got <x1 = 1")
    let count = lines.joined(separator: "\n").unicodeScalars.count
    try screen.wait("> \(count)\n")
  }

  @Test func unbracketedLinesComeOneByOneAndNoneIsLost() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send((1...30).map { "line \($0)\r" }.joined())
    for number in 1...30 { try terminal.wait("got <line \(number)>") }
  }

  @Test func controlCharactersAreDroppedAndNewlinesUnified() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("\u{1B}[200~a\u{1B}[31mb\u{7}\u{0}c\r\nd\re\nf\tg\u{9B}h\u{1B}[201~\r")
    try terminal.wait("got <a[31mbc⏎d⏎e⏎f⇥gh>")
  }

  @Test func invalidUTF8BecomesReplacementCharacters() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send(Array("a".utf8) + [0xFF, 0xC3] + Array("b\u{1B}[200~c".utf8) + [0xE2, 0x82])
    terminal.send("d\u{1B}[201~\r")
    try terminal.wait("got <a\u{FFFD}\u{FFFD}bc\u{FFFD}\u{FFFD}d>")
  }

  @Test func aSequenceInPiecesIsStillOne() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    let pieces = ["\u{1B}[2", "00~a", "\nb\u{1B}", "[20", "1~", "c\r"]
    for piece in pieces {
      terminal.send(piece)
      _ = terminal.has("never", within: 0.02)
    }
    try terminal.wait("got <a⏎bc>")
  }

  @Test func ctrlCLeavesAPasteWithoutAnEnd() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("\u{1B}[200~no end")
    _ = terminal.has("never", within: 0.05)
    terminal.send("\u{3}")
    try terminal.wait("interrupted")
    try terminal.wait("›")
    terminal.send("alive\r")
    try terminal.wait("got <alive>")
  }

  @Test func twentyThousandCharactersArrive() throws {
    let terminal = try PseudoTerminal(environment: Programs.environment())
    try terminal.wait("›")
    terminal.send("\u{1B}[200~" + String(repeating: "ŷ", count: 20_000) + "\u{1B}[201~\r")
    try terminal.wait("> 20000\r")
  }

  @Test func pastingIntoASearchOrACommandModeInserts() throws {
    let screen = try Screen.probe("--vi")
    screen.type("ad")
    screen.press("Escape")
    try screen.wait("command mode") { _ in screen.cursor == "4,1" }
    screen.paste("b\nc")
    try screen.wait("rows") { $0.contains("\nc") }
    screen.press("Enter")
    try screen.wait("got <ab⏎cd>")
  }
}
