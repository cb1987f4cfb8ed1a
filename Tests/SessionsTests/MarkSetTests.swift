import Lessons
import Sessions
import TestSupport
import Testing

/// The marks are a closed set, of which only three score; no odd answer falls through to points.
@Suite("Marks")
struct MarkSetTests {
  @Test("Nine marks, by these names")
  func names() {
    #expect(
      Mark.allCases.map(\.rawValue) == [
        "correct", "partial", "guessed", "incorrect", "unanswered", "invalid", "over budget",
        "to be read", "lesson fault",
      ]
    )
  }

  /// Answers that no question of the tour means.
  private static let odd = [
    "-1", "-7.59375", "0", "-0", "1e999999", "-1e999999", "nan", "NaN", "inf", "-inf", "underflow",
    "null", "nil", "None", "true", "false", "TRUE", "NA", "\"\"", "[]", "[1]", "{}", "()", "1/0",
    "0/0", "sqrt(-1)", "s^L*0/0", "e^(10^9)", "1e-999999", "- - - 1", "q", "?", "?? 1", "*", "%",
    "..", "...", "1...9", "1 == 1", "7.59375 == 7.59375", "a[5] == a[5]", "correct", "answer",
    "key", "${answer}", "{s}", "%s%n", "'; drop", "../../etc", "😀", "٧", "７", "½", "\u{0}",
    "\u{1B}[2J", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "z) ", "abc", "a b c d", "d", "1 2 3",
    String(repeating: "9", count: 1_500), String(repeating: "(", count: 1_000),
    String(repeating: "a,", count: 900), String(repeating: "x", count: 100_000),
  ]

  @Test("Odd answers to every kind of question score nothing")
  func odds() throws {
    let tour = try lesson(Texts.tour)
    for question in tour.questions {
      let id = question.id.value
      var beginning = Player(tour)
      beginning.enter(until: id)
      for line in Self.odd {
        var player = beginning
        player.type(line)
        guard let verdict = player.verdict(id) else { continue }
        let isGuess = if case .predict = question.kind { true } else { false }
        if !isGuess { #expect(verdict.earned == 0, "\(id): \(line.prefix(40))") }
        #expect(isGuess || (verdict.mark != .correct && verdict.mark != .partial))
        #expect((0...verdict.maximum).contains(verdict.earned))
      }
    }
  }

  @Test("Any sequence: only correct and partial score, earned is within the maximum")
  func closed() throws {
    let tour = try lesson(Texts.tour)
    var beginning = Session(tour)
    beginning.replayBeginning()
    var dice = SplitMix64(seed: 3)
    let lines =
      Self.odd.filter { $0.utf8.count < 200 } + ["", "", "", ":answer", ":skip", "done", "b"]
      + ["s = 1.01", "s = true", "L = 1", "7.59375", "b, c", "s^(L-1)"]
    for _ in 0..<200 {
      var session = beginning
      for _ in 0..<12 { session.replay(.line(dice.pick(lines))) }
      for question in tour.questions {
        guard let verdict = session.verdict(question) else { continue }
        switch verdict.mark {
        case .correct, .guessed: #expect(verdict.earned == verdict.maximum)
        case .partial: #expect((1..<max(2, verdict.maximum)).contains(verdict.earned))
        case .incorrect, .unanswered, .invalid, .overBudget, .toBeRead:
          #expect(verdict.earned == 0)
        case .lessonFault: #expect(verdict.earned == 0 && verdict.maximum == 0)
        }
      }
    }
  }

  @Test("Redefining what a marker might use helps nobody")
  func redefined() throws {
    var player = try Player(Texts.tour)
    player.type([
      "abs(x) = 0", "log10(x) = 0", "rms(v) = 1", "pi = 1", "e = 1", "sqrt(x) = 1",
      "exactly(a) = 1",
    ])
    player.enter(until: "guess")
    player.type("3")
    player.enter(until: "factor")
    for line in ["0", "abs(3)", "pi", "e", "log10(10)"] {
      player.type(line)
      #expect(player.mark("factor") == .incorrect, "\(line)")
    }
    player.type("sqrt(57.6650390625)")
    #expect(player.mark("factor") == .correct)
  }
}
