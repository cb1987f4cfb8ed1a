import Notebooks
import Plotting
import TerminalText
import Testing

/// On a terminal that is not UTF-8 words are spelt, which makes them longer, and still fit.
@Suite("Spelt in ASCII")
struct SpeltTests {
  private static let widths = [20, 40, 60, 80]

  private func check(_ output: Output, _ columns: Int, _ name: String) {
    for figuresAsText in [false, true] {
      let layout = Layout(columns: columns, figuresAsText: figuresAsText, isASCII: true)
      let text = output.rendered(layout)
      #expect(text.width <= columns, "\(name) at \(columns): \(text.plain)")
      #expect(text.plain.utf8.allSatisfy { $0 < 0x80 }, "\(name) at \(columns): \(text.plain)")
    }
  }

  @Test("every help text fits", arguments: widths)
  func help(columns: Int) {
    check(.help(Help.text(nil)), columns, "help")
    for name in Help.topics.map(\.name) + BuiltIns.names {
      check(.help(Help.text(name)), columns, name)
    }
  }

  @Test("every figure fits, however long its title is when spelt", arguments: FigureVerb.allCases)
  func figures(verb: FigureVerb) throws {
    var desk = Desk(after: Help.setting.joined(separator: "\n"))
    for example in verb.help.examples {
      for statement in [
        example, example + " titled \"σ² ≤ ŷ, ∂ℒ/∂a → ∞ ∉ ℝ: a title of some fifty ∑ and ∏\"",
      ] {
        let output = try #require(try desk.enter(statement).last?.get())
        for columns in Self.widths { check(output, columns, statement) }
      }
    }
  }

  @Test("values, derivations and explanations fit")
  func values() throws {
    var desk = Desk(after: Help.setting.joined(separator: "\n"))
    for statement in ["derive(net)", "explain y", "net", "W", "1.5^9999", "M"] {
      let output = try #require(try desk.enter(statement).last?.get())
      for columns in Self.widths { check(output, columns, statement) }
    }
  }

  @Test("a caret stands under its place when what is before it is spelt")
  func caret() throws {
    let failure = try #require(fault("\"σ² → ∞\" + nosuch"))
    let lines = failure.excerpt(columns: 60, isASCII: true).lines.map(\.plain)
    #expect(lines == ["  \"sigma^2 -> inf\" + nosuch", "                     ^~~~~~"])
  }

  @Test("pictures in ASCII are made of ASCII, whatever the charset")
  func charset() {
    #expect(Layout(charset: .braille, isASCII: true).charset == .ascii)
    #expect(Layout(charset: .braille).charset == .braille)
  }
}
