import Sessions
import TerminalText
import Testing

/// What a figure showed before a change stays in it.
@Suite("Before and after")
struct BeforeTests {
  private static let lesson = Texts.lesson(
    """
    ## Powers

    ```toml parameters
    [s]
    value = 2
    range = [1, 4]
    step = 0.5
    meaning = "a factor"

    [L]
    value = 4
    range = [2, 40]
    step = 1
    meaning = "layers"
    ```

    ```fathom
    a = activations(network(s*identity(2), depth: L), [1, 1])
    plot rms(a)
    ```
    """
  )

  /// The y labels of a figure: what stands before its axis.
  private func labels(_ figure: String) -> [String] {
    figure.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "+").map { line[..<$0].filter { $0 != " " } }
    }
    .filter { !$0.isEmpty }
  }

  /// Whether an axis goes up to 81 and not only to 2^4: the uppermost label is beyond the one and not beyond the other.
  private static func reachesThreeToTheFourth(_ labels: [String]) -> Bool {
    labels.first.flatMap { Double($0) }.map { 16 < $0 && $0 <= 81 } ?? false
  }

  @Test(
    "One parameter changed names itself; the sentences compare; asked for anew it has no before"
  )
  func one() throws {
    var player = try Player(Self.lesson)
    player.type("s = 3")
    #expect(player.figures.last?.contains(". before: s = 2") == true)
    #expect(Self.reachesThreeToTheFourth(labels(player.figures.last ?? "")))
    let words = player.type(":describe").replacing("\n", with: " ")
    #expect(words.contains("Now ×3 per layer, before (s = 2) ×2."))
    #expect(
      player.type(":data")
        == "layer\trms(a)\tbefore: s = 2\n0\t1\t1\n1\t3\t2\n2\t9\t4\n3\t27\t8\n4\t81\t16"
    )
    player.type("plot rms(a)")
    #expect(player.figures.last?.contains("before") == false)
    #expect(!player.type(":describe").contains("before"))
    #expect(player.type(":data") == "layer\trms(a)\n0\t1\n1\t3\n2\t9\n3\t27\n4\t81")
  }

  @Test(
    "Before is the figure before the input; several names stand beside each other; :undo too has one"
  )
  func several() throws {
    var player = try Player(Self.lesson)
    player.type("s = 3\nL = 6\ns = 1.5")
    #expect(player.figures.last?.contains(". before: s = 2, L = 4") == true)
    player.type("L = 3")
    #expect(player.figures.last?.contains(". before: L = 6") == true)
    player.type("s = 3")
    player.type(":undo")
    #expect(player.figures.last?.contains(". before: s = 3") == true)
  }

  @Test("A figure that is pointed at keeps its before, on the same axis")
  func pointed() throws {
    var player = try Player(Self.lesson)
    player.type("s = 3")
    let changed = labels(player.figures.last ?? "")
    player.type(":point 2")
    #expect(player.figures.last?.contains(". before: s = 2") == true)
    #expect(Self.reachesThreeToTheFourth(labels(player.figures.last ?? "")))
    #expect(labels(player.figures.last ?? "").first == changed.first)
    #expect(player.seen.contains("layer 2: rms(a) is 9."))
  }

  @Test("The same curve has no before; neither has one that was not there before")
  func same() throws {
    var player = try Player(Self.lesson)
    player.type("s = 4/2")
    #expect(player.figures.count == 1)
    #expect(player.figures.last?.contains("before") == false)
    player.type(["s = relu", "s = 3"])
    #expect(player.figures.last?.contains("before") == false)
  }

  @Test("A long definition is cut")
  func long() throws {
    var player = try Player(Self.lesson)
    player.type("a = activations(network(3*identity(2), depth: 4), [1, 1])")
    #expect(player.figures.last?.contains(". before: a = activations(network(s*ide...") == true)
  }

  @Test("A step that is left takes what was before with it")
  func left() throws {
    var player = try Player(Self.lesson)
    player.type("s = 3")
    player.type(":reset")
    #expect(!player.type(":describe").contains("before"))
  }

  @Test("While a knob turns axes hold, and the curve where the turn began stays")
  func knob() throws {
    let session = try Player(Self.lesson).session
    var copy = session
    var knob = try copy.knob("s")
    var turning = Turning()
    func frame(_ knob: KnobTurn) throws -> String {
      let preview = try #require(session.preview([knob], turning: &turning))
      return preview.figures.map { $0.rendered(session.settings.layout).plain }.joined()
    }
    let first = try frame(knob)
    #expect(!first.contains("before"))
    // 1.5^4 stays below 2^4: nothing of the axis moves.
    knob.turn(by: -1)
    let lower = try frame(knob)
    #expect(labels(lower) == labels(first) && lower.contains(". before: s = 2"))
    // 3^4 leaves the axis.
    knob.turn(by: 3)
    let higher = try frame(knob)
    #expect(Self.reachesThreeToTheFourth(labels(higher)) && higher.contains(". before: s = 2"))
    // Back where it began: the axis stays as wide, and there is nothing that has changed.
    knob.turn(by: -2)
    let back = try frame(knob)
    #expect(labels(back) == labels(higher) && !back.contains("before"))
  }

  @Test("A deeper network makes the axis of layers longer, a shallower one leaves it")
  func depth() throws {
    let session = try Player(Self.lesson).session
    var copy = session
    var knob = try copy.knob("L")
    var turning = Turning()
    func last(_ knob: KnobTurn) throws -> String? {
      let preview = try #require(session.preview([knob], turning: &turning))
      let lines = preview.figures.map { $0.rendered(session.settings.layout).plain }.joined()
        .split(separator: "\n").map(String.init)
      let axis = try #require(lines.firstIndex { $0.hasSuffix("-") || $0.hasSuffix("-+") })
      return lines[axis + 1].split(separator: " ").last.map(String.init)
    }
    #expect(try last(knob) == "4")
    knob.turn(by: 4)
    #expect(try last(knob) == "8")
    knob.turn(by: -6)
    #expect(try last(knob) == "8")
  }
}
