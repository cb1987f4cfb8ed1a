import Notebooks
import Plotting
import Sessions
import TestSupport
import Testing

/// What `:point`, `:describe`, `:data` and `:save` mean where no figure is named: the one shown last.
@Suite("The last figure")
struct LastFigureTests {
  private static let text = Texts.lesson(
    """
    ## First
    ```toml parameters
    [s]
    value = 2
    meaning = "a factor"
    [k]
    value = 1
    meaning = "a height"
    ```
    ```fathom
    plot s*[1, 2, 4] titled "powers"
    plot k*[1, 2, 3] titled "heights"
    ```

    ## Second
    Look.

    ## Third
    ```fathom
    plot s*[1, 1, 1] titled "level"
    ```
    """
  )

  private func title(_ player: inout Player) throws -> String {
    try player.session.lastFigure()?.title ?? ""
  }

  @Test("Drawn anew by a change, shown again, pointed at or come to by :go: the one on the screen")
  func shownLast() throws {
    var player = try Player(Self.text)
    for (line, expected) in [
      ("k = 2", "heights"), ("s = 3", "powers"), ("k = 3", "heights"), (":show 1.1", "powers"),
      (":undo", "heights"), (":point 1.1 2", "powers"), ("plot [1, 2] titled \"own\"", "own"),
      ("s = 4", "powers"), (":go 2", "powers"), (":go 3", "level"), (":go 1", "heights"),
      ("s = 5", "powers"), (":back", "heights"), (":next", "heights"), (":go 3", "level"),
    ] {
      player.type(line)
      #expect(try title(&player) == expected, "\(line)")
    }
  }

  @Test("In a step without a figure it stays as it was shown, whatever is set there")
  func ofAnotherStep() throws {
    var player = try Player(Self.text)
    player.type(["s = 4", ":show 1.1"])
    let data = "entry\ts*[1, 2, 4]\n1\t4\n2\t8\n3\t16\n"
    #expect(player.type(":data") == data.dropLast())
    for line in [":go 2", "s = 9", "s*2", "s = 1"] {
      player.type(line)
      #expect(try player.session.lastFigure()?.data == data, "\(line)")
    }
    #expect(player.type(":point 3").contains("entry 3: s*[1, 2, 4] is 16."))
    #expect(player.type(":data") == data.dropLast())
  }

  @Test("What reads names that nobody has defined draws none, until they are defined")
  func unknown() throws {
    var player = try Player(Self.text)
    player.type("plot foo titled \"mine\"")
    #expect(try title(&player) == "heights")
    player.type("foo = [1, 2]")
    player.type("plot foo titled \"mine\"")
    #expect(try title(&player) == "mine")
  }

  /// Whoever plays a lesson in any order: what is meant is what came last, and a session in which
  /// nobody looked means the same.
  @Test("On walks through shipped lessons it is the figure that came last", arguments: 0..<12)
  func walks(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let name = ["01-tour", "03-scaling", "06-initialisation"][seed % 3]
    var player = try Player(Repository.text("lessons/\(name).lesson.md"))
    var unseen = player.session
    var shown = 0
    for _ in 0..<25 {
      let line = random.pick([
        "", "", "", "", ":next", ":back", ":go \(1 + Int(random.next() % 8))", ":skip", ":undo",
        "s = 1.\(1 + random.next() % 9)", "L = \(8 + random.next() % 5)", "plot [1, 2, s]", ":show",
        ":mine", "c = 1.\(1 + random.next() % 9)",
      ])
      player.type(line)
      unseen.replay(.line(line))
      guard let last = player.lastFigure else { continue }
      shown += 1
      #expect(try player.session.lastFigure()?.data == last, "\(line)")
      #expect(try unseen.lastFigure()?.data == last, "\(line)")
    }
    #expect(shown > 0)
  }
}

extension Player {
  /// The numbers of the last figure that the last input showed.
  fileprivate var lastFigure: String? {
    effects.reversed().lazy.compactMap { effect -> String? in
      guard case .show(.output(.figure(let output))) = effect else { return nil }
      return output.figure.data
    }.first
  }
}
