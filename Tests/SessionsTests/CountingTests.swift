import Sessions
import Testing

/// Which attempt counts, and for how much.
@Suite("Counting")
struct CountingTests {
  private static func player(_ more: String) throws -> Player {
    var player = try Player(Texts.number("7", within: "rel 1e-3", more: more))
    player.enter(until: "q")
    return player
  }

  @Test("The best attempt before the explanation counts")
  func best() throws {
    var player = try Self.player("")
    player.type(["1", "2", "7", "3"])
    #expect(player.verdict("q") == Verdict.of(.correct, 200, 200))
    #expect(player.type("7").hasPrefix("Right. 2 of 2 points."))
  }

  @Test("Where the first answer counts, it says so, and later ones earn nothing")
  func first() throws {
    var player = try Self.player("count = \"first\"")
    #expect(player.type(":answer").contains("(2 points; the first answer counts; right within"))
    player.type(["oops", "1"])
    #expect(player.type("7").hasPrefix("Right. It scores nothing now."))
    #expect(player.verdict("q") == Verdict.of(.incorrect, 0, 200))
    player = try Self.player("count = \"first\"")
    player.type(["7", "1"])
    #expect(player.mark("q") == .correct)
  }

  @Test("Nothing scores after :skip; what scored before stays")
  func skip() throws {
    var player = try Self.player("")
    player.type([":skip", ":answer", "7"])
    #expect(player.seen.hasPrefix("Right. It scores nothing now."))
    #expect(player.verdict("q") == Verdict.of(.unanswered, 0, 200))
    player = try Self.player("")
    player.type(["1", ":skip", ":answer", "7"])
    #expect(player.verdict("q") == Verdict.of(.incorrect, 0, 200))
    player = try Self.player("")
    player.type(["7"])
    #expect(
      player.type(":skip").hasPrefix("What you have answered stays; further answers score nothing.")
    )
    player.type([":answer", "1"])
    #expect(player.mark("q") == .correct)
  }

  @Test("Practice is marked and worth nothing")
  func practice() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "even")
    player.type("a")
    #expect(player.verdict("even") == Verdict.of(.incorrect, 0, 0))
    #expect(player.type("b, c") == "Right.\n\n  Two and four.")
    #expect(player.verdict("even") == Verdict.of(.correct, 0, 0))
    #expect(!player.type(":score").contains("even"))
  }

  @Test("Points are whole hundredths and written as such")
  func points() throws {
    for (hundredths, text) in [
      (0, "0"), (1, "0.01"), (5, "0.05"), (10, "0.1"), (25, "0.25"), (50, "0.5"), (100, "1"),
      (101, "1.01"), (150, "1.5"), (200, "2"), (100_000, "1000"),
    ] { #expect(pointsText(hundredths) == text) }
    for points in ["0.01", "0.1", "0.7", "2.99", "1000"] {
      let text = Texts.number("7", within: "exact").replacing(
        "points = 2",
        with: "points = \(points)"
      )
      var player = try Player(text)
      player.enter(until: "q")
      let unit = points == "1" ? "point" : "points"
      #expect(player.type("7").hasPrefix("Right. \(points) of \(points) \(unit)."))
    }
  }

  @Test("A key that has no value is the lesson's fault, answered or not: no maximum either")
  func lessonFault() throws {
    for key in ["1/0", "nope", "[1, 2]", "\\\"7\\\"", "s^", "sqrt(-1)", "10^10^30"] {
      var player = try Player(Texts.number(key, within: "rel 1e-3"))
      #expect(player.verdict("q") == Verdict.of(.lessonFault, 0, 0), "\(key)")
      player.enter(until: "q")
      let seen = player.type("7")
      #expect(
        seen
          == "The lesson cannot mark this question; the fault is its own, and the question doesn't count. Enter goes on.",
        "\(key)"
      )
      #expect(player.verdict("q") == Verdict.of(.lessonFault, 0, 0))
      #expect(player.type(":score").contains("q         lesson fault  0 of 0"))
    }
  }

  @Test("Only lines that are no answers leave the mark invalid; silence leaves it unanswered")
  func invalid() throws {
    var player = try Self.player("")
    #expect(player.mark("q") == .unanswered)
    player.type(["k = 7", "? 7", ":hint", "plot 7*t over t in [1, 2]"])
    #expect(player.mark("q") == .unanswered)
    player.type("seven")
    #expect(player.verdict("q") == Verdict.of(.invalid, 0, 200))
    player.type("8")
    #expect(player.mark("q") == .incorrect)
  }
}

extension Verdict {
  /// A verdict to compare with; tests cannot make one otherwise.
  static func of(_ mark: Mark, _ earned: Int, _ maximum: Int) -> VerdictParts {
    VerdictParts(mark: mark, earned: earned, maximum: maximum)
  }
}

/// What a verdict should be.
struct VerdictParts: Equatable {
  var mark: Mark
  var earned: Int
  var maximum: Int
}

func == (left: Verdict?, right: VerdictParts) -> Bool {
  left.map { VerdictParts(mark: $0.mark, earned: $0.earned, maximum: $0.maximum) } == right
}
