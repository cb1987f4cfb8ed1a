import Lessons
import Notebooks
import Sessions
import TerminalText
import Testing

/// On a terminal that is not UTF-8 words are spelt, which makes them longer, and still fit.
@Suite("Spelt in ASCII")
struct SpeltTests {
  private static let words = "σ² ≤ ŷ, ∂ℒ/∂a → ∞ ∉ ℝ for all ∑ and ∏ of W⁽¹⁾ … W⁽ᴸ⁾"

  /// A session of the tour with something of everything that is shown.
  private static func everything() throws -> [Shown] {
    var player = try Player(Texts.tour)
    var shown: [Shown] = []
    func take(_ effects: [Effect]) {
      for effect in effects { if case .show(let one) = effect { shown.append(one) } }
    }
    take(player.effects)
    let lines = [
      "", "s = 1/0", "plot [1, 2]", "table [1, 2]", ":help", ":score", ":steps", ":nothing",
      ":data",
      ":notebook", "help plot", ":hint", ":skip", "", "",
    ]
    for line in lines {
      player.type(line)
      take(player.effects)
    }
    let text = StyledText(words)
    return shown + [
      .heading(text), .message(text), .cell(words + "\n" + words), .verbatim("ŷ"),
      .table(TextTable(header: [text, text], rows: [[text, text], [StyledText("1"), text]])),
    ]
  }

  @Test("everything that is shown fits", arguments: [20, 40, 60, 80])
  func fits(columns: Int) throws {
    let all = try Self.everything()
    #expect(all.contains { if case .parameters = $0 { true } else { false } })
    #expect(all.contains { if case .question = $0 { true } else { false } })
    #expect(all.contains { if case .prose = $0 { true } else { false } })
    #expect(all.contains { if case .failure = $0 { true } else { false } })
    #expect(all.contains { if case .output(.figure) = $0 { true } else { false } })
    for shown in all {
      let text = shown.rendered(Layout(columns: columns, isASCII: true))
      #expect(text.plain.utf8.allSatisfy { $0 < 0x80 }, "\(text.plain)")
      // What is meant for other programs is not wrapped.
      if case .verbatim = shown { continue }
      #expect(text.width <= columns, "\(columns): \(text.plain)")
    }
  }
}
