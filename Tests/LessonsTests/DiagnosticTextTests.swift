import Lessons
import Testing

/// What a diagnostic prints is one line, whatever the author wrote.
@Suite struct DiagnosticTextTests {
  /// Found by the fuzzer: an id of two lines, taken twice, was quoted with its line end.
  @Test func anIdOfTwoLinesIsQuotedInOne() {
    let step =
      "\n## a\n<!-- id: s -->\n\n```toml question\nid = \"\"\"a\nb\"\"\"\nkind = \"text\"\n```\n"
    let diagnostics = Lesson.parse("# Title\n" + step + step, path: "x.lesson.md").diagnostics
    #expect(diagnostics.contains { $0.code == "FL030" })
    for diagnostic in diagnostics {
      #expect(diagnostic.text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(diagnostic.code)")
    }
  }
}
