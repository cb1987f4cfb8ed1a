import Notebooks
import TerminalText
import Testing

/// The line at fault, the caret under the place, and where lines and columns are.
@Suite("Reports")
struct ReportTests {
  private func report(_ text: String, columns: Int = 80, spoken: Bool = false) throws -> String {
    try #require(fault(text)).report(columns: columns, spoken: spoken).plain
  }

  @Test("a caret as wide as what it marks, however wide its characters are")
  func caret() throws {
    #expect(try report("層 + 漢字 漢").hasPrefix("  層 + 漢字 漢\n       ^~~~~~~\n"))
    #expect(try report("e\u{301} + $").hasPrefix("  e\u{301} + $\n      ^\n"))
    #expect(try report("\t1/0").hasPrefix("      1/0\n        ^\n"))
    #expect(try report("s = 1\n\n  2 $").hasPrefix("    2 $\n      ^\n"))
  }

  @Test("a place at the end of the line")
  func end() throws {
    #expect(try report("2 +").hasPrefix("  2 +\n     ^\n"))
    #expect(try report("2 +\n\n").hasPrefix("  2 +\n     ^\n"))
    #expect(try report("2 + # and\n").hasPrefix("  2 + # and\n     ^\n"))
  }

  @Test("in words, for who does not see the caret")
  func spoken() throws {
    #expect(
      try report("1 + nosuch", spoken: true)
        == "  1 + nosuch\ncolumn 5, \"nosuch\": There is no \"nosuch\". To make one: nosuch = 1.5"
    )
    #expect(try report("2 +", spoken: true).contains("column 4, \"the end\": "))
  }

  @Test("a long line is cut around the place, to the columns", arguments: [20, 40, 80, 200])
  func cut(_ columns: Int) throws {
    for filler in ["x + ", "漢 + ", "\u{202E}", "\0", "e\u{301}\u{302} * "] {
      for (before, after) in [(0, 300), (300, 0), (300, 300), (3, 300), (300, 3)] {
        let text =
          String(repeating: filler, count: before) + "1 + ; 2"
          + String(repeating: filler, count: after)
        let failure = try #require(fault(text))
        let lines = failure.excerpt(columns: columns).lines.map(\.plain)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { displayWidth($0) <= columns }, "\(lines)")
      }
    }
    let middle =
      String(repeating: "1 + ", count: 100) + "nosuch" + String(repeating: " + 1", count: 100)
    let lines = try #require(fault(middle)).excerpt(columns: columns).lines.map(\.plain)
    let caret = try #require(lines[1].firstIndex(of: "^"))
    let offset = lines[1].distance(from: lines[1].startIndex, to: caret)
    #expect(lines[0].dropFirst(offset).hasPrefix("nosuch"))
    #expect(lines[0].hasPrefix("  …") && lines[0].hasSuffix("…"))
  }

  @Test("lines and columns of a source")
  func positions() {
    let source = Source("ab\r\ncd\n\ne", firstLine: 7)
    #expect((0...7).map { source.line(at: $0) } == [1, 1, 1, 2, 2, 2, 3, 4])
    #expect((0...7).map { source.column(at: $0) } == [1, 2, 3, 1, 2, 3, 1, 1])
    #expect((1...4).map { source.text(source.lineRange($0)) } == ["ab", "cd", "", "e"])
    #expect(source.text(SourceRange(5, 99)) == "\n\ne")
    #expect(source.text(SourceRange(50, 99)) == "")
    #expect(Source("").line(at: 0) == 1)
  }

  @Test("a failure's line is that of the whole file")
  func firstLine() throws {
    let results = Parser.statements(of: Source("1\n2 $", firstLine: 100))
    guard case .failure(let failure) = results[1] else {
      Issue.record("2 $ should fail")
      return
    }
    #expect(failure.position == (101, 3))
  }
}
