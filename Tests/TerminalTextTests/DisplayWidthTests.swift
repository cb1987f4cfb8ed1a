import TerminalText
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Columns of texts",
    arguments: [
      ("", 0), ("fathom", 6), ("ŷ", 1), ("y\u{302}", 1), ("日本", 4), ("한국어", 6), ("ﾊﾝ", 2),
      ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇨🇭", 2), ("❤", 1), ("❤️", 2), ("W⁽³⁾", 4),
      ("שלום", 4), ("q̃", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("x → y", 5), ("…", 1),
    ]
  )
  func columns(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test("A combining mark takes no column wherever it stands")
  func marks() {
    #expect(displayWidth("\u{301}a") == 1)
    #expect(displayWidth(" \u{FE0F}") == 1)
  }
}
