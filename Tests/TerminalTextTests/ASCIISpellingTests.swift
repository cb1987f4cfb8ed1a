import TerminalText
import Testing

@Suite("Spelling in ASCII")
struct ASCIISpellingTests {
  @Test(
    "Spellings",
    arguments: [
      ("ŷ = W⁽³⁾x", "y^ = W^(3)x"), ("y\u{302}", "y^"), ("1.5 × 10⁻²⁰", "1.5 x 10^-20"),
      ("σ² ≤ ½…", "sigma^2 <= 1/2..."), ("“a” ‘b’ – —", "\"a\" 'b' - --"),
      ("a → b ← c ⇒ d", "a -> b <- c => d"), ("x₁₂", "x_12"), ("‖a−b‖", "||a-b||"),
      ("日本", "??"), ("👩‍👩‍👧‍👦", "?"), ("plain", "plain"), ("x̄ · ∞", "x_ * inf"), ("Zürich", "Zuerich"),
      ("g′(z)", "g'(z)"), ("2²³", "2^23"),
    ]
  )
  func spelt(text: String, spelling: String) {
    #expect(spelledInASCII(text) == spelling)
  }

  @Test("Nothing beyond ASCII is left, whatever the text")
  func always() {
    for value in stride(from: UInt32(0x80), to: 0x1FFFF, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let spelling = spelledInASCII("a\(Character(scalar))b")
      #expect(spelling.utf8.allSatisfy { $0 < 0x80 }, "U+\(String(value, radix: 16))")
    }
  }

  @Test("Styles stay")
  func styles() {
    #expect(StyledText("ŷ", .code).spelledInASCII == StyledText("y^", .code))
  }
}
