import TerminalText
import Testing

@Suite("Controls never reach a terminal")
struct NeutralisingTests {
  @Test(
    "What a control becomes",
    arguments: [
      ("\u{1B}[31mred", "^[[31mred"), ("a\tb", "a    b"), ("a\nb", "a b"), ("a\r\nb", "a^M b"),
      ("\u{7}", "^G"), ("\u{0}", "^@"), ("\u{7F}", "^?"), ("\u{9B}2J", "<U+009B>2J"),
      ("\u{202E}evil", "<U+202E>evil"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
      ("a\u{2028}b", "a<U+2028>b"), ("\u{FEFF}a", "<U+FEFF>a"), ("\u{E0041}", "<U+E0041>"),
      ("ŷ = σ² 日本 👍🏽", "ŷ = σ² 日本 👍🏽"),
    ]
  )
  func replaced(text: String, shown: String) {
    #expect(neutralised(text) == shown)
  }

  @Test("Newlines may stay")
  func newlines() {
    #expect(neutralised("a\n\u{1B}b", keepingNewlines: true) == "a\n^[b")
    #expect(StyledText("a\n\u{1B}b", .error).neutralised == StyledText("a\n^[b", .error))
  }

  @Test("Every control scalar is replaced, and replacing twice changes nothing")
  func all() {
    let controls = Array(0...0x1F) + Array(0x7F...0x9F) + Array(0x2028...0x202E) + [0x61C, 0x200F]
    for value in controls {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let shown = neutralised("a" + String(Character(scalar)) + "b")
      #expect(!shown.unicodeScalars.contains(scalar))
      #expect(neutralised(shown) == shown)
    }
  }
}
