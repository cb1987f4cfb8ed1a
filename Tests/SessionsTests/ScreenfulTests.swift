import Notebooks
import Sessions
import TerminalText
import Testing

/// What one press of a key shows, cut into screens.
@Suite("A screen at a time")
struct ScreenfulTests {
  private static let layout = Layout(columns: 80, rows: 13)

  private func message(_ lines: Int, _ name: String) -> Effect {
    .show(.message(StyledText((1...lines).map { "\(name)\($0)" }.joined(separator: "\n"))))
  }

  private func cut(_ effects: [Effect], rows: Int) -> [[String]] {
    Screenfuls(effects, Self.layout, rows: rows).screens.map { $0.lines.map(\.plain) }
  }

  @Test("What fits is one screen; a piece that does not fit begins the next")
  func pieces() {
    let effects = [message(2, "a"), message(2, "b"), message(1, "c")]
    #expect(cut(effects, rows: 5) == [["a1", "a2", "b1", "b2", "c1"]])
    #expect(cut(effects, rows: 4) == [["a1", "a2", "b1", "b2"], ["c1"]])
    #expect(cut(effects, rows: 3) == [["a1", "a2"], ["b1", "b2", "c1"]])
    #expect(cut([], rows: 3) == [])
  }

  @Test("A piece of several screens is cut into them, and what follows stands behind its rest")
  func long() {
    #expect(
      cut([message(5, "a"), message(1, "b")], rows: 2) == [
        ["a1", "a2"], ["a3", "a4"], ["a5", "b1"],
      ]
    )
  }

  @Test("A title and a cell stay with what they lead to, unless that fills the screen")
  func leading() {
    let cell = Effect.show(.cell("plot a"))
    #expect(
      cut([message(2, "a"), cell, message(2, "b")], rows: 4)
        == [["a1", "a2"], ["lesson> plot a", "b1", "b2"]]
    )
    #expect(cut([cell, message(3, "b")], rows: 3) == [["lesson> plot a"], ["b1", "b2", "b3"]])
    let heading = Effect.show(.heading(StyledText("Title")))
    #expect(
      cut([message(1, "a"), heading, message(1, "b")], rows: 3) == [["a1"], ["", "Title", "b1"]]
    )
  }

  @Test("The screens together are what is shown without them", arguments: [1, 2, 3, 7, 22, 200])
  func whole(rows: Int) throws {
    var player = try Player(Texts.tour)
    for line in ["", "8", "", "1.5^5", "help all", ":score", "plot rms(a)", ""] {
      player.type(line)
      let all = cut(player.effects, rows: .max)
      let screens = cut(player.effects, rows: rows)
      #expect(all.count == 1)
      #expect(screens.flatMap { $0 } == all.flatMap { $0 })
      #expect(screens.allSatisfy { $0.count <= rows && !$0.isEmpty })
    }
  }

  @Test("What is looked up may be left early; a lesson goes on")
  func lookup() throws {
    var player = try Player(Texts.tour)
    func isLookup() -> Bool { Screenfuls(player.effects, Self.layout, rows: 9).isLookup }
    #expect(!isLookup())
    for line in ["help all", ":score", ":notebook", "table [1, 2]", ":data"] {
      player.type(line)
      #expect(isLookup(), "\(line)")
    }
    player.enter(until: "guess")
    #expect(!isLookup())
  }
}
