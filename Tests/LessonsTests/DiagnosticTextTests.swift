import Lessons
import Testing

/// What a diagnostic prints is one line without controls, whatever the author wrote.
@Suite struct DiagnosticTextTests {
  /// Found by the fuzzer: an id of two lines, taken twice, was quoted with its line end.
  @Test func anIdOfTwoLinesIsQuotedInOne() {
    let step = "\n## a\n<!-- id: s\u{7} -->\n\n```toml question\nid = \"\"\"a\nb\"\"\"\n```\n"
    let diagnostics = Lesson.parse("# Title\n" + step + step, path: "x.lesson.md").diagnostics
    #expect(diagnostics.contains { $0.code == "FL030" })
    for diagnostic in diagnostics {
      #expect(diagnostic.text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(diagnostic.code)")
    }
  }
}
