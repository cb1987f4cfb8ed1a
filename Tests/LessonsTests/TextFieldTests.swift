import Lessons
import Testing

/// A text means itself, whatever it begins with: swirl's lessons broke on hints like `!is.na(`.
@Suite struct TextFieldTests {
  private func hint(_ toml: String) throws -> Prose {
    let text = altered("hints = [\"A power.\"]", "hints = [\(toml)]")
    return try #require(try question("formula", in: text).hints.first)
  }

  @Test(arguments: [
    "!is.na(x)", "& then", "? or not", ": so", "- minus", "# of layers", "@ all", "% of it", "> 1",
    "[a list", "{ a brace", "| a | b |", "1. first", "+1", "---", "===", "~~~", "<3", "5:20", "no",
    "~", "null", "010", "1e3", "3.10", "    four blanks", "```", "=", "\\#", "&#x41",
  ])
  func aTextMeansItself(_ text: String) throws {
    let isBackslash = text.hasPrefix("\\")
    let expected = isBackslash ? "#" : String(text.drop { $0 == " " })
    #expect(try hint("'\(text)'").plain == expected)
  }

  @Test func starsAndBackticksAreInlineMarkdown() throws {
    let spans = try hint("'* a star, *stressed*, `code` and **strong**'").elements[0].content
    #expect(
      spans
        == .paragraph([
          .text("* a star, ", .none), .text("stressed", .emphasis), .text(", ", .none),
          .code("code"), .text(" and ", .none), .text("strong", .strong),
        ])
    )
  }

  @Test(arguments: ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "NaN", "230"])
  func aChoiceMayHaveAnyID(_ id: String) throws {
    let text = altered("answer = \"signal\"", "answer = \"\(id)\"")
      .replacing("signal = \"the signal\"", with: "\(id) = \"\(id)\"")
    let question = try question("why", in: text)
    #expect(question.choices.map(\.id.value) == ["weights", id])
    #expect(question.choices[1].text.plain == id)
  }

  @Test func aChoiceMayBeATilde() throws {
    let text = altered("answer = \"signal\"", "answer = \"~\"")
      .replacing("signal = \"the signal\"", with: "\"~\" = \"~\"")
    #expect(try question("why", in: text).choices.map(\.id.value) == ["weights", "~"])
  }

  @Test func backslashesInSingleQuotesMeanThemselves() throws {
    #expect(try hint("'\\s and \\d'").plain == "\\s and \\d")
  }

  @Test func severalParagraphs() throws {
    let hint = try hint("\"\"\"\n  One\n  line.\n\n  - Another.\n\"\"\"")
    #expect(
      hint.elements.map(\.content) == [
        .paragraph([.text("One line.", .none)]), .paragraph([.text("- Another.", .none)]),
      ]
    )
  }

  @Test func placeholdersInThreeQuotes() throws {
    let text = altered(
      "ask = \"By what factor is x scaled for s = {s}, L = {L}?\"",
      "ask = \"\"\"\nFor s = {s}\nand L = {L}?\"\"\""
    )
    #expect(
      try question("factor", in: text).ask.placeholders.map(\.position) == [
        Position(line: 85, column: 9), Position(line: 86, column: 9),
      ]
    )
  }

  @Test func bracesThatHoldNoNameAreText() throws {
    #expect(try hint("'{1, 2}, {}, {a b}, {2x} and {s'").placeholders.isEmpty)
  }

  @Test func aBackslashOrCodeKeepsAPlaceholderLiteral() throws {
    let hint = try hint("'\\{s} and `{s}`'")
    #expect(hint.placeholders.isEmpty)
    #expect(hint.plain == "{s} and {s}")
  }
}
