import Sessions
import Testing

/// What the end of a lesson says of its questions.
@Suite("Ending")
struct EndingTests {
  /// The end of the tour, played with these answers in their order.
  private func end(_ answers: [String: [String]], mode: String? = nil) throws -> Player {
    var player = try Player(Texts.tour)
    for _ in 0..<60 where player.session.place != .after {
      if case .answer(let id) = player.session.prompt, player.session.awaitsAnswer,
        let lines = answers[id]
      {
        player.type(lines)
        if player.session.place == .after { break }
      }
      player.enter()
    }
    return player
  }

  @Test("Who has answered all right is told so, with the points and the guesses")
  func allRight() throws {
    let player = try end([
      "guess": ["8"], "factor": ["1.5^5"], "way": ["b"], "why": ["Halves."],
      "balance": ["s = 1", "done"], "formula": ["s^(L-1)"], "even": ["b, c"],
    ])
    #expect(
      player.seen == """
        That is the whole lesson. 6.5 of 7.5 points.
        All 4 questions are right; the guess was good; 1 answer is kept.
        """
    )
  }

  @Test("What was missed is named with its step, what was given up too")
  func missed() throws {
    let player = try end([
      "guess": ["2.5"], "factor": ["3"], "way": ["a", "b"], "why": ["Halves."],
      "balance": [":skip"], "formula": ["s^L"],
    ])
    #expect(
      player.seen == """
        That is the whole lesson. 1.5 of 7.5 points.
        1 of 4 questions is right; 1 guess made; 1 answer is kept.
        Missed: factor (step 1, A little more); balance and formula (step 3, By hand).
        :answer factor goes there; :go 1 shows its step again.
        """
    )
  }

  @Test("What was never asked is counted and not named")
  func unseen() throws {
    var player = try Player(Texts.tour)
    player.type(":go hand")
    for _ in 0..<20 where player.session.place != .after { player.enter() }
    #expect(
      player.seen == """
        That is the whole lesson. 0 of 7.5 points.
        0 of 2 questions are right; 4 were not asked.
        Still open: balance and formula (step 3, By hand).
        :answer balance goes there; :go 3 shows its step again.
        """
    )
  }

  @Test("Going back and on again shows the end from its beginning")
  func again() throws {
    var player = try end([:])
    let sum = player.seen
    player.enter(2)
    #expect(player.session.isAllShown)
    player.type(":back")
    #expect(player.session.nextOfEnd == nil)
    for _ in 0..<20 where player.session.place != .after { player.enter() }
    #expect(player.seen == sum)
    #expect(player.session.nextOfEnd == .takeaways)
  }

  @Test("A lesson without counted questions has no screen for marks")
  func short() throws {
    var player = try Player(Texts.lesson("## One\nFirst."))
    #expect(player.enter() == "That is the whole lesson.")
    #expect(player.enter() == "What to take along:\n\n  It multiplies.")
    #expect(player.session.isAllShown)
  }

  @Test("Nothing of a graded lesson's marks is told before it is handed in")
  func graded() throws {
    var player = try Player(Texts.number("2", within: "exact", mode: "graded"))
    player.enter(until: "q")
    player.type("3")
    player.enter()
    for _ in 0..<5 where player.session.place != .after { player.enter() }
    #expect(player.seen == "That is the whole lesson.\n1 answer is kept.")
  }
}
