import TerminalText
import Testing

@Suite("Tables")
struct TextTableTests {
  private let table = TextTable(
    header: ["layer", "rms", "what happens"].map { StyledText($0) },
    rows: [
      ["1", "1.5", "grows"], ["20", "3325.26", "is large beyond the first"], ["150", "inf", ""],
    ].map { $0.map { StyledText($0) } }
  )

  private func lines(_ columns: Int) -> [String] {
    table.rendered(columns: columns).encoded(as: .plain).split(separator: "\n").map(String.init)
  }

  @Test("Numbers to the right, texts to the left")
  func aligned() {
    #expect(
      lines(80) == [
        "layer      rms  what happens",
        "-----  -------  -------------------------",
        "    1      1.5  grows",
        "   20  3325.26  is large beyond the first",
        "  150      inf",
      ]
    )
  }

  @Test("Narrower: texts wrap, numbers do not")
  func wrapped() {
    #expect(
      lines(30) == [
        "layer     rms what happens",
        "----- ------- ----------------",
        "    1     1.5 grows",
        "   20 3325.26 is large beyond",
        "              the first",
        "  150     inf",
      ]
    )
  }

  @Test("Narrower still: columns from the right are left out and named")
  func dropped() {
    #expect(
      lines(15) == [
        "layer     rms", "----- -------", "    1     1.5", "   20 3325.26", "  150     inf",
        "Left out for", "want of room:", "what happens.",
      ]
    )
  }

  @Test("No width is too small", arguments: 1...60)
  func everyWidth(columns: Int) {
    #expect(table.rendered(columns: columns).width <= columns)
  }

  @Test("Rows without header, ragged rows, nothing at all, wide characters")
  func corners() {
    let ragged = TextTable(rows: [[StyledText("a")], [StyledText("日本"), StyledText("2")]])
    #expect(ragged.rendered(columns: 20).encoded(as: .plain) == "a\n日本  2")
    #expect(TextTable(rows: []).rendered(columns: 20).isEmpty)
    let header = TextTable(header: [StyledText("only")], rows: [])
    #expect(header.rendered(columns: 20).encoded(as: .plain) == "only\n----")
  }

  @Test("A stated alignment goes before the automatic one")
  func alignments() {
    let table = TextTable(
      rows: [[StyledText("1"), StyledText("a")], [StyledText("10"), StyledText("bb")]],
      alignments: [.left, .right]
    )
    #expect(table.rendered(columns: 20).encoded(as: .plain) == "1    a\n10  bb")
  }
}
