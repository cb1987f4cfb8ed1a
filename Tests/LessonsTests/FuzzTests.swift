import Lessons
import TerminalText
import TestSupport
import Testing

/// Whatever the bytes, reading ends and nothing traps.
@Suite struct FuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\t", " ", "```", "````", "```fathom\n", "```toml question\n", "# ", "## ",
      "<!-- ",
      "-->", "{s}", "{", "}", "\"", "\"\"\"", "'", "[", "]", "= ", "[[a]]\n", "a.b.c = 1\n", "> ",
      "- ",
      "1. ", "|", "---", "\\", "*", "**", "_", "`", "![", "](", "&#0;", "\u{FEFF}", "\u{1680}", "ŷ",
      "e\u{301}", "1979-05-27", "inf", "1e999", "9223372036854775808", "\\u0000",
      "released = true\n",
      "practice = true\n", "...", " by ", "    ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xF0, 0x9F]]

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    case 1:
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      bytes.removeSubrange(place..<end)
    case 2:
      let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
      let other = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: bytes[place..<end], at: other)
    default:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      bytes.insert(contentsOf: piece, at: place)
    }
  }

  @Test(arguments: 0..<8)
  func mutationsNeverTrap(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let whole = Array(wholeLesson.utf8)
    var lessons = 0
    for _ in 0..<250 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
      let (lesson, diagnostics) = Lesson.parse(bytes, path: "a")
      #expect(lesson != nil || !diagnostics.isEmpty)
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
      for diagnostic in diagnostics {
        #expect((1...lines).contains(diagnostic.position.line))
        #expect(diagnostic.position.column >= 1)
      }
      if let lesson {
        lessons += 1
        check(lesson)
      }
    }
    #expect(lessons > 0)
  }

  /// What holds for each lesson that is read without an error.
  private func check(_ lesson: Lesson) {
    for case .prose(let prose) in lesson.opening + lesson.steps.flatMap(\.blocks) {
      _ = prose.rendered(columns: 40) { _ in nil }
    }
    guard let text = try? lesson.released() else { return }
    let copy = Lesson.parse(text, path: "a").lesson
    #expect(copy?.digest == lesson.digest)
    #expect((try? copy?.released()) == text)
  }

  @Test(arguments: [
    "![[]()", "[", "]", "<", "&", "*a_ ", "**x", "`", "> ", "- ", "1. ", "|", "a|\n|-", "\\", "\"",
    "{s}", "<!--", "```\n", "[a]: b\n\n", "# a\n", "- a\n ", ">a\n", "$", "~", "\n", "[a](", "a\n",
    "* * *\n", "<?", "</", "x", " ", "_a ", "***", "<!A", "[^1]", "&amp;", "- - - ", "a | b\n",
  ])
  func repetitionsEnd(_ piece: String) {
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    #expect(Lesson.parse(text, path: "a").lesson == nil)
    let broken = String(
      text.enumerated().flatMap { $0.offset % 4000 == 3999 ? "\n\n" : String($0.element) }
    )
    #expect(Lesson.parse(broken, path: "a").lesson == nil)
    _ = Lesson.parse(wholeLesson + broken, path: "a")
  }

  @Test(arguments: [
    "a = [", "[a.b]\n", "a.b = {", "\"", "a = 1\n", "[[a]]\n", "a = '''\n", "{", ".",
  ])
  func repetitionsInTOMLEnd(_ piece: String) {
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    #expect(Lesson.parse("```toml lesson\n\(text)\n```\n", path: "a").lesson == nil)
  }
}
