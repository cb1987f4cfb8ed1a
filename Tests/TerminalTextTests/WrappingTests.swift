import Foundation
import TerminalText
import TestSupport
import Testing

@Suite("Wrapping")
struct WrappingTests {
  private func wrapped(
    _ text: String,
    _ columns: Int,
    _ indent: Int = 0,
    _ hanging: Int = 0
  )
    -> [String]
  {
    StyledText(text).wrapped(columns: columns, indent: indent, hanging: hanging).lines.map(\.plain)
  }

  @Test("Lines break at blanks, which are dropped there")
  func blanks() {
    #expect(wrapped("each layer multiplies", 11) == ["each layer", "multiplies"])
    #expect(wrapped("a  b", 10) == ["a  b"])
    #expect(wrapped("one two", 3) == ["one", "two"])
    #expect(wrapped("", 10) == [""])
    #expect(wrapped("one  ", 10) == ["one"])
    #expect(wrapped("  one ", 10, 1) == ["   one"])
    #expect(wrapped("a\n\nb", 10) == ["a", "", "b"])
  }

  @Test("Indents of the first and of the other lines")
  func indents() {
    #expect(wrapped("- one two three", 9, 0, 2) == ["- one two", "  three"])
    #expect(wrapped("one two", 5, 2) == ["  one", "two"])
    #expect(wrapped("one two", 4, 9, 9) == ["  on", "  e", "  tw", "  o"])
  }

  @Test("A word wider than a line is broken; wide characters may part anywhere")
  func longWords() {
    #expect(wrapped("abcdefgh", 3) == ["abc", "def", "gh"])
    #expect(wrapped("a bcdefg", 4) == ["a", "bcde", "fg"])
    #expect(wrapped("日本語学", 4) == ["日本", "語学"])
    #expect(wrapped("日本語", 3) == ["日", "本", "語"])
    #expect(wrapped("日", 1) == ["?"])
  }

  @Test("Styles survive a break inside a word")
  func styles() {
    let text = StyledText("ab", .strong) + StyledText("cd ef", .code)
    let lines = text.wrapped(columns: 4).lines
    #expect(
      lines == [StyledText("ab", .strong) + StyledText("cd", .code), StyledText("ef", .code)]
    )
  }

  @Test("Code stands on one line where it fits one", arguments: ["s = 0.9", "ŷ = 0.9"])
  func code(_ code: String) {
    var text = StyledText("raise the start, ")
    text.append(code, .code)
    text.append(", and look at half of it")
    for columns in 8...50 {
      let lines = text.wrapped(columns: columns).plainLines
      #expect(lines.contains { $0.contains(code) }, "\(lines)")
    }
    // Where it fits none it breaks as any words.
    #expect(text.wrapped(columns: 5).width <= 5)
  }

  /// ASCII alone is broken by its bytes; one letter beyond it, as wide, and the text by its characters.
  @Test("A letter's accent changes no break, whatever the blanks, styles and indents")
  func accents() {
    var dice = SplitMix64(seed: 11)
    let words = ["a", "to", "the", "layer", " ", "  ", "   ", "\n", "a:hint", "multiplications"]
    for _ in 0..<4_000 {
      var text = StyledText()
      for _ in 0..<Int.random(in: 0...12, using: &dice) {
        text.append(dice.pick(words), dice.pick([.plain, .strong, .code]))
        if dice.chance(2) { text.append(" ", dice.pick([.plain, .strong])) }
      }
      let columns = Int.random(in: 1...24, using: &dice)
      let indent = Int.random(in: 0...5, using: &dice)
      let hanging = Int.random(in: 0...5, using: &dice)
      let accented = Self.accented(text)
      #expect(
        Self.accented(text.wrapped(columns: columns, indent: indent, hanging: hanging))
          == accented.wrapped(columns: columns, indent: indent, hanging: hanging)
      )
      #expect(accented.plainLines == accented.encoded(as: .plain).components(separatedBy: "\n"))
      #expect(text.plainLines == text.encoded(as: .plain).components(separatedBy: "\n"))
    }
  }

  private static func accented(_ text: StyledText) -> StyledText {
    var accented = StyledText()
    for run in text.runs {
      accented.append(String(run.text.map { $0 == "a" ? "\u{E4}" : $0 }), run.style)
    }
    return accented
  }

  @Test("No line is wider than asked, no letter is lost", arguments: 1...40)
  func fits(columns: Int) {
    let text =
      "Let every matrix but the last be s·I: ŷ = W[L]…W[1]x, 日本語 and anextremelylongword 👍🏽 end"
    for hanging in [0, 2, 50] {
      let wrapped = StyledText(text).wrapped(columns: columns, indent: hanging, hanging: 2)
      #expect(wrapped.width <= columns)
      if columns > 1 {
        #expect(
          wrapped.plain.filter { $0 != " " && $0 != "\n" } == text.filter { $0 != " " }
            || columns < 4
        )
      }
    }
  }

  @Test("Cutting and filling up")
  func truncating() {
    #expect(StyledText("abcdef").truncated(to: 4).plain == "abc…")
    #expect(StyledText("abcd").truncated(to: 4).plain == "abcd")
    #expect(StyledText("日本語").truncated(to: 4).plain == "日…")
    #expect(StyledText("abc").truncated(to: 0).plain == "")
    #expect(StyledText("ab").padded(to: 4).plain == "ab  ")
    #expect(StyledText("ab").padded(to: 4, .right).plain == "  ab")
  }
}
