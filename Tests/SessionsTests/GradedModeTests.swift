import Lessons
import Sessions
import Testing

/// A graded lesson tells nothing before it is handed in, and its last answers count.
@Suite("Graded lessons")
struct GradedModeTests {
  private static let text = Texts.number("7", within: "rel 1e-3", mode: "graded")

  private static func player(_ text: String = text) throws -> Player {
    var player = try Player(text)
    player.enter(until: "q")
    return player
  }

  @Test("Right and wrong answers get the same words, on either copy")
  func concealed() throws {
    let kept = "Kept. The last answer counts; :submit hands in."
    for lesson in [try lesson(Self.text), try copyWithoutKeys(Self.text)] {
      for answer in ["7", "1"] {
        var player = Player(lesson)
        player.enter(until: "q")
        #expect(player.type(answer) == kept)
        #expect(player.type(":score").contains("kept"))
        #expect(!player.seen.contains("correct"))
        #expect(player.session.score.earned == 0)
        let explains =
          lesson.isReleased
          ? ". The explanation is in the full lesson." : "; :skip shows the explanation then."
        #expect(
          player.type(":skip")
            == "The question stays open until its answer is handed in\(explains) Enter goes on."
        )
        #expect(player.type([":answer", ":hint"]) != "")
        #expect(player.type(":hint") == "That was the last hint.")
        #expect(!player.seen.contains("So it is."))
        player.type(":submit")
        #expect(player.type([":answer q", ":skip"]).contains("So it is.") == !lesson.isReleased)
      }
    }
  }

  @Test("A hint that is read once all is handed in costs nothing")
  func lateHints() throws {
    let two = Self.text.replacing("hints = [", with: "hints = [\"Think.\", ")
    var player = try Self.player(two)
    player.type([":hint", "7", ":submit", ":answer q", ":hint"])
    #expect(player.seen.contains("Hint 2"))
    let question = try lesson(two).questions[0]
    #expect(player.session.account(question)?.effort.hints == 1)
  }

  @Test(
    "A guess that came late is no answer: not in the table, not when it is handed in",
    arguments: [true, false]
  )
  func lateGuess(_ isGraded: Bool) throws {
    let text = Texts.question(
      """
      kind = "predict"
      form = "number"
      points = 1
      shows = "1 + 1"
      within = "log10 0.1"
      """,
      after: "```fathom\n1 + 1\n```",
      mode: isGraded ? "graded" : "practice"
    )
    for lesson in [try lesson(text), try copyWithoutKeys(text)] {
      var player = Player(lesson)
      player.enter(until: "q")
      player.type(["", "", ":answer q", "2"])
      #expect(player.seen.contains("scores nothing"))
      #expect(player.type(":steps").contains("0 of 1 answered"))
      #expect(player.type(":score").contains("unanswered"))
      let seen = player.type(":submit")
      #expect(
        seen.hasPrefix("0 of 1 questions answered. Closed before an answer counted: q."),
        "\(seen)"
      )
      #expect(!seen.contains("Answer it"))
      if let account = player.session.account(lesson.questions[0]) {
        #expect(account.verdict.mark == .unanswered && account.effort.attempts == 0)
      }
    }
  }

  @Test("The last answer counts, not the best")
  func last() throws {
    var player = try Self.player()
    player.type(["7", "1"])
    #expect(player.mark("q") == .incorrect)
    player.type("7")
    #expect(player.verdict("q") == Verdict.of(.correct, 200, 200))
  }

  @Test("Handing in closes what is answered, tells its mark and opens its explanation")
  func handingIn() throws {
    var player = try Self.player()
    player.type(["1", "7"])
    let seen = player.type(":submit")
    #expect(seen.hasPrefix("The question is answered. What is answered is final now."))
    #expect(seen.contains("correct"))
    player.type([":answer q", "1"])
    #expect(player.seen.hasPrefix("Not yet"))
    #expect(player.mark("q") == .correct)
    #expect(player.type(":skip").contains("So it is."))
  }

  @Test("What is not answered is named, stays open, and may still be handed in")
  func openQuestions() throws {
    var player = try Self.player()
    #expect(
      player.type(":submit hw.transcript").hasPrefix(
        "0 of 1 questions answered. Without an answer: q. Answer it, and :submit again."
      )
    )
    player.type([":answer q", "7", ":submit"])
    #expect(player.mark("q") == .correct)
  }

  @Test("attempts closes a question after so many answers, in either mode and on either copy")
  func attempts() throws {
    let graded = Texts.number("7", within: "rel 1e-3", more: "attempts = 2", mode: "graded")
    for lesson in [try lesson(graded), try copyWithoutKeys(graded)] {
      var player = Player(lesson)
      player.enter(until: "q")
      #expect(
        player.type("1") == "Kept (answer 1 of 2). The last answer counts; :submit hands in."
      )
      #expect(
        player.type("2") == "Kept (answer 2 of 2). It takes 2 answers, and no more."
      )
      // Nothing is told before it is handed in, and nothing counted.
      #expect(
        player.type("7") == "The question is closed: this answer scores nothing and is not counted."
      )
      #expect(player.session.score.earned == 0)
      // A copy without keys has no account.
      if let account = player.session.account(lesson.questions[0]) {
        #expect(account.effort.attempts == 2)
      }
    }
    var player = try Self.player(Texts.number("7", within: "rel 1e-3", more: "attempts = 2"))
    #expect(player.type(":answer").contains("2 answers"))
    #expect(player.type("1").hasPrefix("Not yet (answer 1 of 2)."))
    #expect(player.type("2").hasPrefix("Not yet (answer 2 of 2)."))
    #expect(player.seen.contains("So it is."))
    #expect(player.type("7").hasPrefix("Right. It scores nothing now."))
    #expect(player.verdict("q") == Verdict.of(.incorrect, 0, 200))
  }

  @Test("A guess is answered in the same words on both copies of a graded lesson")
  func guesses() throws {
    let text = Texts.question(
      """
      kind = "predict"
      form = "choice"
      points = 1
      answer = "up"

      [choices]
      up = "Up."
      down = "Down."

      [misconceptions]
      down = "It grows."
      """,
      after: "```fathom\n1 + 1\n```",
      mode: "graded"
    )
    for line in ["up", "down"] {
      let seen = try [lesson(text), copyWithoutKeys(text)].map { lesson in
        var player = Player(lesson)
        player.enter(until: "q")
        return player.type(line)
      }
      #expect(seen[0] == seen[1])
      #expect(seen[0].contains("1 of 1 for guessing"))
    }
  }

  @Test("A question for practice has its verdict at once in a graded lesson too")
  func practice() throws {
    let text = Texts.question(
      """
      kind = "number"
      answer = "7"
      reject = ["1"]
      practice = true
      hints = ["Count."]
      explain = "So it is."
      """,
      mode: "graded"
    )
    var player = try Self.player(text)
    #expect(player.type("7").hasPrefix("Right."))
  }

  @Test("In a lesson for practice :submit closes nothing")
  func practiceLesson() throws {
    var player = try Self.player(Texts.number("7", within: "rel 1e-3"))
    player.type(["1"])
    #expect(player.type(":submit").hasPrefix("The question is answered."))
    player.type([":answer q", "7"])
    #expect(player.mark("q") == .correct)
  }
}
