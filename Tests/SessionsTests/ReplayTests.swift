import Lessons
import Notebooks
import Sessions
import TestSupport
import Testing

/// `replay` and a copy without keys make the same transitions as `handle` on the full lesson.
@Suite("Replay")
struct ReplayTests {
  /// Everything of every kind, right, wrong, out of place, and garbage.
  private static let alphabet = [
    "", "", "", "", "", ":next", ":back", ":go 2", ":go hand", ":go 9", ":steps", ":answer",
    ":answer factor", ":answer guess", ":answer way", ":answer nope", ":hint", ":skip", ":score",
    ":undo", ":undo", ":mine", ":reset", ":show", ":show 1.1", ":run", ":describe", ":data",
    ":point 2", ":point 1.1 value 3", ":point 1, 2", "explain a", "explain 1.1",
    ":why a", ":notebook", ":note x", ":set columns 60", ":set figures text", ":set what 1",
    ":help", ":nonsense", ":", "s = 2", "s = 0.5", "L = 3", "k = s + 1", "s = k", "a = 3",
    "rms = 2", "M = [[1, 2], [3, 4]]", "p = q", "? s", "?", "s = 1.01", "plot rms(a)", "rms(a[1])",
    "1.5^5", "7.59375", "s^L", "s^(L-1)", "b", "a, b", "b, c", "none", "down", "done", "0", "inf",
    "nan", "1,5", "I think it grows", "next", "back", "hint", "x =", ")(", "\u{1B}[31m", "ŷ",
    "s = 1\nL = 2\nplot rms(a)", "\n", "\"", "1/0", "9^9^9^9", "🙂",
  ]

  private static func inputs(_ dice: inout SplitMix64) -> [Input] {
    let count = 2 + Int(dice.next() % 6)
    return (0..<count).map { _ in
      dice.next() % 40 == 0 ? .cancelled : .line(dice.pick(alphabet))
    }
  }

  /// What the rest of the session depends on, as one text.
  private static func state(_ session: Session) -> String {
    var replies = session
    // The learner's answers, hints and displaced definitions have no other face.
    let shown = [":steps", ":notebook", ":mine", ":undo", ":answer", ":hint", ":show 1.1"].map {
      replies.handle(.line($0)).text(.init()) + replies.prompt.text
    }
    return "\(session.place) \(session.prompt) \(session.settings)\n"
      + shown.joined(separator: "\n")
  }

  @Test("2 000 sequences: the same place, prompt, definitions and answers, handled or replayed")
  func replay() throws {
    let tour = try lesson(Texts.tour)
    var handledBeginning = Session(tour)
    var replayedBeginning = Session(tour)
    _ = handledBeginning.begin()
    replayedBeginning.replayBeginning()
    var dice = SplitMix64(seed: 1)
    for round in 0..<2_000 {
      let inputs = Self.inputs(&dice)
      var handled = handledBeginning
      var replayed = replayedBeginning
      let agrees = inputs.allSatisfy { input in
        _ = handled.handle(input)
        replayed.replay(input)
        return handled.place == replayed.place && handled.prompt == replayed.prompt
      }
      #expect(agrees, "\(inputs)")
      #expect(handled.settings == replayed.settings)
      #expect(
        handled.notebook.definitions.all.map(\.statement)
          == replayed.notebook.definitions.all.map(\.statement),
        "\(inputs)"
      )
      if round % 32 == 0 {
        for question in tour.questions {
          #expect(handled.verdict(question) == replayed.verdict(question), "\(inputs)")
        }
        #expect(Self.state(handled) == Self.state(replayed), "\(inputs)")
      }
    }
  }

  @Test("Replay evaluates nothing: what would take for ever is replayed at once")
  func nothingEvaluated() throws {
    var session = Session(try lesson(Texts.tour))
    session.isCancelled = {
      Issue.record("Replay asked whether to stop, so it was computing.")
      return true
    }
    session.replayBeginning()
    for line in Self.alphabet + Self.alphabet { session.replay(.line(line)) }
    // What is known already can be had for nothing.
    var notebook = session.notebook
    let nothing = Meter(limits: Meter.Limits(operations: 0, bytes: 1e9))
    for name in ["a", "net", "M"] {
      #expect((try? notebook.value(of: name, meter: nothing)) == nil)
    }
  }

  @Test("2 000 sequences: a copy without keys plays the same way, and is marked the same later")
  func released() throws {
    let full = try lesson(Texts.tour)
    let copy = try copyWithoutKeys(Texts.tour)
    var myBeginning = Session(full, learner: Learner(name: "Ada"))
    var theirBeginning = Session(copy, learner: Learner(name: "Ada"))
    myBeginning.replayBeginning()
    theirBeginning.replayBeginning()
    var dice = SplitMix64(seed: 2)
    for round in 0..<2_000 {
      let inputs = Self.inputs(&dice)
      var mine = myBeginning
      var theirs = theirBeginning
      let agrees = inputs.allSatisfy { input in
        mine.replay(input)
        theirs.replay(input)
        return mine.place == theirs.place && mine.prompt == theirs.prompt
      }
      #expect(agrees, "\(inputs)")
      let (one, other) = (mine.notebook.definitions.all, theirs.notebook.definitions.all)
      #expect(one.map(\.statement) == other.map(\.statement), "\(inputs)")
      guard round % 32 == 0 else { continue }
      // What was typed at the copy, given to the lesson by whoever marks.
      var recorded = Session(copy, learner: Learner(name: "Ada"))
      var graded = Session(full, learner: Learner(name: "Ada"))
      _ = recorded.begin()
      graded.replayBeginning()
      for input in inputs {
        _ = recorded.handle(input)
        graded.replay(input)
      }
      for (question, keyless) in zip(full.questions, copy.questions) {
        #expect(graded.verdict(question) == mine.verdict(question), "\(inputs)")
        if let verdict = recorded.verdict(keyless) {
          #expect(verdict == graded.verdict(question), "\(inputs)")
        }
      }
    }
  }

  @Test("A copy without keys keeps answers and says so, and shows no verdict")
  func keptAnswers() throws {
    var player = Player(try copyWithoutKeys(Texts.tour))
    player.enter(until: "guess")
    #expect(player.type("3").contains("0.5 of 0.5 for guessing."))
    player.enter(until: "factor")
    #expect(player.type("1") == "Your answer is kept. It is marked with the full lesson.")
    #expect(player.prompt == "answer[factor]>")
    #expect(player.verdict("factor") == nil)
    let score = player.type(":score")
    #expect(score.contains("factor    kept            - of 2         1"))
    #expect(score.contains("all       so far      0.5 of 7.5"))
    #expect(
      player.type(":skip")
        == "What you have answered stays; further answers score nothing. The explanation is in the full lesson. Enter goes on."
    )
  }
}
