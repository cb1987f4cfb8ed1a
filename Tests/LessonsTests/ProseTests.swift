import Lessons
import Testing
import TerminalText

/// Prose reduced to elements, and set at a width.
@Suite struct ProseTests {
  private func prose(_ text: String) throws -> Prose {
    let lesson = try lesson(altered("Here `W[l]` is *s* times the **identity**.", text))
    return try #require(
      lesson.opening.compactMap { block in if case .prose(let prose) = block { prose } else { nil }
      }
      .first
    )
  }

  private func set(_ text: String, columns: Int) throws -> String {
    try prose(text).rendered(columns: columns) { $0 == "s" ? StyledText("1.5", .strong) : nil }
      .plain
  }

  @Test func spans() throws {
    let prose = try prose("a *b **c*** `d{s}` {s} \\{s} &lt;\ne")
    let placeholder = try #require(prose.placeholders.first)
    #expect(placeholder.position == Position(line: 16, column: 20))
    #expect(
      prose.elements.map(\.content) == [
        .paragraph([
          .text("a ", .none), .text("b ", .emphasis), .text("c", .strong), .text(" ", .none),
          .code("d{s}"), .text(" ", .none), .placeholder(placeholder, .none),
          .text(" {s} < e", .none),
        ])
      ]
    )
  }

  @Test func placeholdersOnEachLineOfAParagraph() throws {
    let text = "a {s}\n  b {L} and {L}\n\n- in {ŷ}\n  and **{s}**\n\n| a |\n|---|\n| {s} |"
    #expect(
      try prose(text).placeholders.map { Located($0.name, at: $0.position) } == [
        Located("s", at: Position(line: 16, column: 3)),
        Located("L", at: Position(line: 17, column: 5)),
        Located("L", at: Position(line: 17, column: 13)),
        Located("ŷ", at: Position(line: 19, column: 6)),
        Located("s", at: Position(line: 20, column: 9)),
        Located("s", at: Position(line: 24, column: 3)),
      ]
    )
  }

  @Test func linksShowTheirAddress() throws {
    #expect(
      try prose("[the lecture](https://example.org/a) and <https://example.org/b>").plain
        == "the lecture (https://example.org/a) and https://example.org/b"
    )
  }

  @Test func paragraphsWrap() throws {
    #expect(
      try set("With s = {s} each layer multiplies.\\\nNew line.", columns: 20) == """
        With s = 1.5 each
        layer multiplies.
        New line.
        """
    )
  }

  @Test func listsNest() throws {
    #expect(
      try set(
        "- first item that wraps\n- second\n\n  9. nine\n  10. ten that wraps\n\n      more\n- last",
        columns: 19
      ) == """
        - first item that
          wraps

        - second

          9. nine

          10. ten that
              wraps

              more

        - last
        """
    )
  }

  @Test func tightLists() throws {
    #expect(
      try set("Text:\n\n- a\n  - b\n  - c\n- d\n\nEnd.", columns: 20) == """
        Text:

        - a
          - b
          - c
        - d

        End.
        """
    )
  }

  @Test func quotesAndCode() throws {
    #expect(
      try set(
        "> A quote that wraps.\n>\n> More.\n\n```\nx = 1\n\n  y\n```\n\n### Head",
        columns: 14
      )
        == """
        > A quote that
        > wraps.

        > More.

          x = 1

            y

        Head
        """
    )
  }

  @Test func tablesAlign() throws {
    #expect(
      try set("| s | what |\n|--:|:----:|\n| {s} | grows |\n| 0.25 | shrinks |", columns: 40)
        .split(separator: "\n").map { line in
          String(line.reversed().drop { $0 == " " }.reversed())
        } == [
          "   s  what", "----  -------", " 1.5  grows", "0.25  shrinks",
        ]
    )
  }

  @Test(arguments: [1, 2, 5, 20, 40, 80, 132, 1000])
  func everyLineFits(_ columns: Int) throws {
    let text = """
      A paragraph that is long enough to wrap at most widths, with {s} and `some code` in it.

      - an item
        1. in an item
           > with a quote
           > that wraps too

      ```
      code that is rather long, too, so that it wraps
      ```

      | a | b |
      |---|---|
      | cell | another cell |
      """
    let rendered = try prose(text).rendered(columns: columns) { _ in StyledText("1.5") }
    #expect(rendered.width <= columns)
  }

  @Test func stylesSayWhatTextMeans() throws {
    let rendered = try prose("a *b* **c** `d`").rendered(columns: 40) { _ in nil }
    #expect(
      rendered == StyledText("a ") + StyledText("b", .emphasis) + StyledText(" ")
        + StyledText("c", .strong) + StyledText(" ") + StyledText("d", .code)
    )
  }

  @Test func aNameWithoutValueStandsAsWritten() throws {
    #expect(try prose("so {t}").rendered(columns: 40) { _ in nil }.plain == "so {t}")
  }
}
