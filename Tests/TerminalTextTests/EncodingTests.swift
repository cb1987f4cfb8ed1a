import TerminalText
import Testing

@Suite("Encoding")
struct EncodingTests {
  private static let styles: [Style] =
    [
      .plain, .strong, .emphasis, .code, .heading, .faint, .prompt, .error, .warning, .success,
      .axis,
      .grid, .threshold, .overlap, .offScale,
    ] + (0..<12).map { .series($0) }

  /// Removes SGR sequences, as a terminal would.
  private func stripped(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { result.append(character) }
      if isEscape, character == "m" { isEscape = false }
    }
    return result
  }

  @Test(
    "Without its escapes coloured text is the plain text; plain has no escape, no trailing blank"
  )
  func stripping() {
    var text = StyledText("  ")
    for (index, style) in Self.styles.enumerated() {
      text.append("word \(index)", style)
      text.append(index.isMultiple(of: 3) ? " \n" : "  ", index.isMultiple(of: 2) ? style : .plain)
    }
    let plain = text.encoded(as: .plain)
    #expect(!plain.contains("\u{1B}"))
    #expect(!plain.split(separator: "\n").contains { $0.hasSuffix(" ") })
    for depth in [ColorDepth.eight, .indexed256, .trueColor] {
      let coloured = text.encoded(as: .ansi(depth))
      #expect(coloured.contains("\u{1B}["))
      #expect(stripped(coloured) == plain)
    }
  }

  @Test("The first series in each depth, reset at its end")
  func series() {
    let text = StyledText("*", .series(0))
    #expect(text.encoded(as: .ansi(.eight)) == "\u{1B}[36m*\u{1B}[0m")
    #expect(text.encoded(as: .ansi(.indexed256)) == "\u{1B}[38;5;33m*\u{1B}[0m")
    #expect(text.encoded(as: .ansi(.trueColor)) == "\u{1B}[38;2;30;136;229m*\u{1B}[0m")
  }

  @Test("Each line sets its own style; ten series look different from each other")
  func lines() {
    let text = StyledText("a\nb", .strong).encoded(as: .ansi(.eight))
    #expect(text == "\u{1B}[1ma\u{1B}[0m\n\u{1B}[1mb\u{1B}[0m")
    let looks = (0..<10).map { StyledText("x", .series($0)).encoded(as: .ansi(.indexed256)) }
    #expect(Set(looks).count == 10)
  }

  @Test("An escape inside text is shown, not sent")
  func hostile() {
    let text = StyledText("\u{1B}[2J\u{9B}x", .error)
    #expect(text.encoded(as: .plain) == "^[[2J<U+009B>x")
    #expect(text.encoded(as: .ansi(.eight)).filter { $0 == "\u{1B}" }.count == 2)
  }
}
