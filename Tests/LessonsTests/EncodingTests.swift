import Lessons
import Testing

/// How a file may be written; swirl, mdx, slides and zx each failed on one of these.
@Suite struct EncodingTests {
  private func parse(_ text: String) throws -> Lesson {
    let (lesson, diagnostics) = Lesson.parse(Array(text.utf8), path: "a.lesson.md")
    #expect(diagnostics.isEmpty)
    return try #require(lesson)
  }

  @Test func lineEndsMakeNoDifference() throws {
    let plain = try parse(wholeLesson)
    for end in ["\r\n", "\r"] {
      let other = try parse(
        wholeLesson.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: end)
      )
      #expect(other == plain)
      #expect(other.digest == plain.digest)
    }
  }

  @Test func mixedLineEnds() throws {
    var isReturn = false
    let mixed = wholeLesson.flatMap { character -> String in
      guard character == "\n" else { return String(character) }
      isReturn.toggle()
      return isReturn ? "\r\n" : "\n"
    }
    #expect(try parse(String(mixed)) == parse(wholeLesson))
  }

  @Test func aByteOrderMarkMakesNoDifference() throws {
    #expect(try parse("\u{FEFF}" + wholeLesson) == parse(wholeLesson))
  }

  @Test func noNewlineAtTheEnd() throws {
    #expect(try parse(String(wholeLesson.dropLast())) == parse(wholeLesson))
    #expect(try parse(wholeLesson + "\n\n").digest == parse(wholeLesson).digest)
  }

  @Test func strippedBlanksMakeNoDifference() throws {
    let padded = altered(
      "plot rms(a) over s in [1.5, 0.5]\n",
      "plot rms(a) over s in [1.5, 0.5]  \n"
    )
    .replacing("\n\n", with: "\n \n")
    #expect(try parse(padded).digest == parse(wholeLesson).digest)
  }

  @Test func columnsCountCharacters() {
    let text = altered("ask = \"What shrank?\"", "ask = \"ŷ, λ and W⁽ᴸ⁾ 日本 for {q}\"")
    #expect(
      findings(text) == [
        "a.lesson.md:102:29: error FL070: {q} is no parameter of the question. "
          + "Give it one with given = { q = … }."
      ]
    )
  }

  @Test func emptyLinesFirstAndLastInAFence() throws {
    let text = altered("```fathom\nM = s", "```fathom\n\n\nM = s")
      .replacing("[1.5, 0.5]\n```", with: "[1.5, 0.5]\n\n```")
      .replacing("```toml question\n# The", with: "```toml question\n\n# The")
    let cell = try #require(try lesson(text).steps[0].cells.first)
    #expect(cell.source == "\n\nM = s * identity(2)\nplot rms(a) over s in [1.5, 0.5]\n\n")
  }

  @Test func fourBackticksHoldThree() throws {
    let text = altered("```text\nplain code\n```", "````text\n```fathom\n# no heading\n```\n````")
    let step = try lesson(text).steps[0]
    #expect(step.cells.count == 1)
    guard case .prose(let prose) = step.blocks[0] else {
      Issue.record("prose first")
      return
    }
    #expect(
      prose.elements.last?.content == .code("```fathom\n# no heading\n```\n", language: "text")
    )
  }

  @Test func theNameOfTheFileIsOnlyRepeated() {
    let path = "/home/日本 語/my lessons/a.lesson.md"
    #expect(Lesson.parse("", path: path).diagnostics.map(\.path) == [path, path])
  }

  @Test func anEmptyFile() {
    #expect(
      findings("") == [
        "a.lesson.md:1:1: error FL036: The lesson has no header. "
          + "Begin with a fence ```toml lesson that has format, id, title, version, …",
        "a.lesson.md:1:1: error FL024: The lesson has no title. "
          + "Write # and the title before the first step.",
      ]
    )
  }
}
