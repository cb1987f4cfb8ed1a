import Lessons
import Notebooks
import Sessions
import Synchronization
import Testing

/// Says to stop from one question on.
private final class Patience: Sendable {
  private let asked = Atomic(0)
  private let end: Int

  init(_ end: Int) { self.end = end }

  var isOver: Bool { asked.wrappingAdd(1, ordering: .relaxed).newValue > end }
}

/// Ctrl-C stops a pasted block between two statements; what had run stays, and is what a replay runs.
@Suite("Stopping")
struct StoppingTests {
  static let block = ["p = 2", "p + 1", ")(", "q = 3*p", "plot [1, q]", "q", "p = 7"]

  @Test("at every moment: the first statements, as if they alone had been entered")
  func everywhere() throws {
    let tour = try lesson(Texts.tour)
    var beginning = Session(tour)
    _ = beginning.begin()
    _ = beginning.handle(.line("r = p + 100"))
    let text = Self.block.joined(separator: "\n")
    var counts: Set<Int> = []
    for end in 0..<400 {
      let patience = Patience(end)
      var stopped = beginning
      stopped.isCancelled = { patience.isOver }
      let effects = stopped.handle(.line(text))
      guard case .stopped(let count)? = effects.last else { continue }
      counts.insert(count)
      var again = beginning
      var replayed = beginning
      let shown = again.handle(.line(text), limit: count)
      replayed.replay(.line(text), limit: count)
      #expect(shown == Array(effects.dropLast()))
      let definitions = stopped.notebook.definitions.all.map(\.statement)
      #expect(definitions == again.notebook.definitions.all.map(\.statement))
      #expect(definitions == replayed.notebook.definitions.all.map(\.statement))
      var alone = beginning
      alone.replay(.line(Self.block.prefix(count).joined(separator: "\n")))
      let texts = alone.notebook.definitions.all.map(\.statement.text)
      #expect(definitions.map(\.text) == texts)
      // What is undone and shown again next is the same too.
      stopped.isCancelled = { false }
      for line in [":undo", ":show", ":run", "p = 5", ":mine", ":undo", ":undo"] {
        #expect(stopped.handle(.line(line)) == again.handle(.line(line)), "\(count) \(line)")
      }
    }
    // Between any two, before the first, and in what follows from the last.
    #expect(counts == Set(0...Self.block.count))
  }

  @Test("one statement is not a block: its definition stays")
  func alone() throws {
    var session = Session(try lesson(Texts.tour))
    _ = session.begin()
    session.isCancelled = { true }
    let effects = session.handle(.line("p = rms([1, 2])"))
    #expect(!effects.contains { if case .stopped = $0 { true } else { false } })
    #expect(session.notebook.definitions["p"] != nil)
  }

  @Test("what stands before a statement was entered is what it sees")
  func sees() throws {
    var player = try Player(Texts.tour)
    #expect(player.type("p = 1\np\np = 2\np").contains("p = 1\np = 1\np = 2\np = 2"))
  }
}
