import Lessons
import Sessions
import Testing

/// One rule for points: what is kept, what is earned, and the most that there is.
@Suite("Score")
struct ScoreTests {
  @Test("A copy without keys has the same maximum, and what it keeps is not earned yet")
  func released() throws {
    for (lesson, kept) in [
      (try lesson(Texts.tour), 0), (try copyWithoutKeys(Texts.tour), 1),
    ] {
      var player = Player(lesson)
      #expect(player.session.score.points == "0 of 7.5")
      player.enter(until: "guess")
      player.type("3")
      #expect(player.session.score.points == "0.5 of 7.5")
      player.enter(until: "factor")
      player.type("1.5^5")
      let score = player.session.score
      #expect(score.kept == kept)
      #expect(score.maximum == 750)
      #expect(score.earned == (kept == 0 ? 250 : 50))
      #expect(player.type(":score").contains(score.points))
    }
  }

  @Test("An answer in words is kept on the full lesson too, and earns nothing by machine")
  func words() throws {
    var player = try Player(Texts.tour)
    player.type(":go less")
    player.enter(until: "why")
    player.type("so")
    #expect(player.session.score.kept == 1)
    #expect(player.session.score.toBeRead == 100)
    #expect(player.session.score.points == "0 of 7.5")
    #expect(player.type(":score").contains("so far"))
    #expect(player.session.privateQuestions == ["why"])
  }

  /// What is remembered of a question holds until something is done with it.
  @Test(
    "The table at any moment is the one of a session that asks for it then alone",
    arguments: [true, false]
  )
  func remembered(_ isGraded: Bool) throws {
    let tour = Texts.tour
    let text = isGraded ? Texts.number("7", within: "rel 1e-3", mode: "graded") : tour
    let lines =
      isGraded
      ? ["", "1", "7", "1/0", ":hint", ":submit", ":answer q", "1", ":skip", ":submit"]
      : [
        "", "", "3", "", "", "1", ":hint", "1.5^5", "2", ":skip", "", "", ":go less", "", "s = 1",
        "done", "so", ":undo", "done", ":answer factor", "9", ":submit", "", ":reset", ":back",
      ]
    let lesson = try lesson(text)
    var asking = Player(lesson)
    var tables: Set<String> = []
    for count in lines.indices {
      asking.type(lines[count])
      var fresh = Player(lesson)
      for line in lines[...count] { fresh.type(line) }
      let table = fresh.type(":score")
      #expect(asking.type(":score") == table)
      #expect(asking.type(":score") == table)
      tables.insert(table)
    }
    #expect(tables.count > 2)
  }

  @Test("A practice question has no worth, a withheld key takes nothing from the maximum")
  func worth() throws {
    let copy = try copyWithoutKeys(Texts.tour)
    let session = Session(copy)
    for question in copy.questions {
      switch question.credit {
      case .practice: #expect(session.worth(question) == nil)
      case .counted: #expect(session.worth(question) != nil)
      }
    }
  }
}
