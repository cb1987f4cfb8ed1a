import Plotting
import TerminalText
import Testing

/// Cases 43 to 52: words in figures, and how figures leave the program.
@Suite("Words and output")
struct TextCaseTests {
  private func named(_ title: String, _ names: String...) -> Figure {
    Figure(
      title: title,
      kind: .line(names.enumerated().map { series($1, [1, Double($0 + 2), 3]) })
    )
  }

  @Test("43 Wide, combining and right-to-left text keeps every line in its width")
  func case43() {
    for text in ["日本語", "👩‍👩‍👧‍👦 👍🏽", "q̃ŷ", "שלום", "한국어", "\u{301}x"] {
      for columns in [20, 33, 72] {
        let lines = named(text, text, "b").rendered(columns: columns, rows: 12).lines
        #expect(lines.allSatisfy { displayWidth($0.plain) == columns })
      }
    }
  }

  @Test("44 Controls in words are shown, never sent")
  func case44() {
    let figure = Figure(
      title: "a\nb\u{1B}[2J",
      kind: .line([series("c\td\u{9B}m", [1, 2])]),
      xLabel: "l\u{202E}",
      thresholds: [Threshold(at: Sample(1.5), label: "\u{1B}]0;x\u{7}")]
    )
    let outputs =
      [figure.rendered(columns: 72, rows: 20).plain, figure.data] + figure.description
    for output in outputs {
      #expect(
        !output.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
            || $0.value == 0x202E
        }
      )
    }
    #expect(outputs[0].contains("a b^[[2J"))
  }

  @Test("45 A series without a name is not in the legend")
  func case45() throws {
    let unnamed = try Picture(named("t", ""))
    #expect(unnamed.smallPrint.allSatisfy { $0 == " " || $0 == "\n" })
    #expect(unnamed.xLabels.map(\.text).suffix(2) == ["layer", "2"])
    let half = try Picture(named("t", "", "b"))
    #expect(half.smallPrint.contains("o b") && !half.smallPrint.contains("*"))
  }

  @Test("46 A legend wider than the figure is broken, a name wider than it cut")
  func case46() throws {
    let picture = try Picture(named("t", "first name", "second name", "third name"), 36, 16)
    let lines = picture.smallPrint.split(separator: "\n").map { $0.filter { $0 != " " } }
    #expect(
      lines.prefix(2) == ["*firstname", "osecondname"] || lines[0] == "*firstnameosecondname"
    )
    let long = named("t", String(repeating: "long ", count: 30))
    #expect(long.rendered(columns: 40, rows: 12).plain.contains("…"))
  }

  @Test("47 The legend stands under the plot, never on it")
  func case47() throws {
    let picture = try Picture(named("t", "QQ", "WW"))
    #expect(picture.count("Q") == 0 && picture.count("W") == 0)
    #expect(picture.smallPrint.contains("* QQ   o WW   @ both"))
  }

  @Test("48 Plain output: no escape, no form feed, no trailing blank, ASCII when spelt so")
  func case48() {
    let figure = named("ŷ = σ², 日本", "s × 1", "→")
    let text = figure.rendered(columns: 72, rows: 20, isASCII: true).encoded(as: .plain)
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    #expect(text.contains("y^ = sigma^2, ??"))
    #expect(!text.hasSuffix("\n"))
  }

  @Test("50 Without its escapes the coloured figure is the plain one")
  func case50() {
    let text = named("t", "a", "b", "c").rendered(columns: 72, rows: 20)
    for depth in [ColorDepth.eight, .indexed256, .trueColor] {
      var stripped = ""
      var isEscape = false
      for character in text.encoded(as: .ansi(depth)) {
        if character == "\u{1B}" { isEscape = true }
        if !isEscape { stripped.append(character) }
        if isEscape, character == "m" { isEscape = false }
      }
      #expect(stripped == text.encoded(as: .plain))
    }
  }

  @Test("51 The same figure twice is the same text")
  func case51() {
    let figure = named("t", "a", "b")
    #expect(figure.rendered(columns: 72, rows: 20) == figure.rendered(columns: 72, rows: 20))
    #expect(figure.description == figure.description)
  }

  @Test("52 Lines differ without colour, and a glyph shows where they meet")
  func case52() throws {
    let two = try Picture(figure([0, 5, 10], [10, 5, 0], axis: .linear))
    #expect(two.count("*") > 0 && two.count("o") > 0 && two.count("@") > 0)
    #expect(two.smallPrint.contains("@ both"))
    let apart = try Picture(figure([0, 0], [10, 10], axis: .linear))
    #expect(apart.count("@") == 0 && !apart.smallPrint.contains("@"))
    let values = (0..<5).map { [Double($0), Double($0)] }
    let five = try Picture(
      Figure(kind: .line(values.enumerated().map { series("n\($0)", $1) }))
    )
    #expect("*o+x#".allSatisfy { five.count($0) > 0 })
    let meeting = try Picture(figure([0, 1], [0, 2], [0, 3], axis: .linear))
    #expect(meeting.smallPrint.contains("@ several"))
  }
}
