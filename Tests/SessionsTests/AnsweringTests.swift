import Sessions
import Testing

/// What a line does at a question's prompt.
@Suite("Answering")
struct AnsweringTests {
  private func atFactor() throws -> Player {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("8")
    player.enter(until: "factor")
    return player
  }

  @Test("A right answer says so with its value and points, then explains; Enter goes on")
  func right() throws {
    var player = try atFactor()
    #expect(
      player.type("1.5^5")
        == "Right: 1.5^5 = 7.59375. 2 of 2 points.\n\n  Five of them multiply."
    )
    #expect(player.prompt == "answer[factor]>")
    #expect(player.enter().hasPrefix("Depths, step 2"))
  }

  @Test("Who looks back at an earlier question goes on at the one that waits")
  func lookingBack() throws {
    var player = try atFactor()
    player.type(":answer guess")
    #expect(player.prompt == "answer[guess]>")
    #expect(player.enter().contains("By what factor"))
    #expect(player.prompt == "answer[factor]>")
    player.type("1.5^5")
    #expect(player.enter().hasPrefix("Depths, step 2"))
  }

  @Test("A wrong answer keeps the prompt and says what to type next")
  func wrong() throws {
    var player = try atFactor()
    #expect(
      player.type("3") == "Not yet. A line that begins with ? is tried for free. :hint helps."
    )
    #expect(player.prompt == "answer[factor]>")
    player.type([":hint", ":hint"])
    #expect(
      player.type("3")
        == "Not yet (answer 2). A line that begins with ? is tried for free. :skip gives up and shows the explanation."
    )
    #expect(player.mark("factor") == .incorrect)
    #expect(player.enter().hasPrefix("Depths, step 2"))
  }

  @Test("A known wrong answer gets its meaning")
  func misconception() throws {
    var player = try atFactor()
    #expect(player.type("s^L") == "Not yet.\n\n  That counts the last one too.")
  }

  @Test("Enter before any answer leaves the question open; :answer returns; Enter then goes on")
  func leaving() throws {
    var player = try atFactor()
    let place = player.session.place
    #expect(
      player.enter() == "The question stays open: :answer factor returns to it. Enter goes on."
    )
    #expect(player.prompt == "fathom>")
    #expect(player.session.place == place)
    #expect(player.type(":answer factor").contains("By what factor"))
    #expect(player.prompt == "answer[factor]>")
    player.enter()
    #expect(player.enter().hasPrefix("Depths, step 2"))
    player.type([":answer factor", "1.5^5"])
    #expect(player.mark("factor") == .correct)
    #expect(player.session.place == .step(1, revealed: 1))
  }

  @Test("A definition, a figure and a line behind ? run in the notebook and cost nothing")
  func trials() throws {
    var player = try atFactor()
    #expect(player.type("? rms(a[5])") == "rms(a[5]) = 7.59375")
    #expect(player.type("s = 2").hasPrefix("s = 2\nchanged: s. With it: M, net, a."))
    #expect(player.type("t(n) = n + 1") == "the function t(n)")
    #expect(player.type("plot rms(a)").contains("layer"))
    #expect(player.figures.count == 1)
    #expect(player.type("?") == "Behind ? comes something to try, such as: ? 1.5^3")
    #expect(player.type("? q").contains("There is no \"q\""))
    #expect(player.prompt == "answer[factor]>")
    #expect(player.mark("factor") == .unanswered)
  }

  @Test("At the notebook's prompt ? is allowed and means nothing more")
  func trialOutside() throws {
    var player = try Player(Texts.tour)
    #expect(player.type("? s*2") == "s*2 = 3")
    #expect(player.type("?") == "Behind ? comes something to try, such as: ? 1.5^3")
    #expect(player.session.place == .step(0, revealed: 1))
  }

  @Test("The question's parameters are frozen: the notebook's s is another one")
  func frozen() throws {
    var player = try atFactor()
    player.type(["s = 0.5", "L = 3"])
    #expect(player.type("s^(L-1)").hasPrefix("Right: s^(L-1) = 7.59375."))
  }

  @Test("A notebook's value is no answer; the refusal costs nothing and says how to try it")
  func notebookValue() throws {
    var player = try atFactor()
    #expect(
      player.type("rms(a[5])")
        == "rms(a[5]) = 7.59375\nAn answer here is made of numbers, arithmetic, s and L, without "
        + "\"a\". This cost no attempt."
    )
    #expect(player.mark("factor") == .invalid)
    #expect(player.type("I don't know").contains("This cost no attempt."))
    #expect(player.mark("factor") == .invalid)
    player.type("7.59375")
    #expect(player.mark("factor") == .correct)
  }

  @Test("Bare words that are commands stay commands at a question")
  func bareWords() throws {
    var player = try atFactor()
    #expect(player.type("hint") == "Hint 1 of 2:\n\n  How many matrices?")
    #expect(player.type("help").hasPrefix("At the question factor\n"))
    #expect(player.prompt == "answer[factor]>")
    #expect(player.type("next").hasPrefix("Depths, step 2"))
    player.enter(until: "way")
    #expect(player.type("back").hasPrefix("Depths, step 1"))
    player.enter(until: "factor")
    player.type("quit")
    #expect(player.effects == [.leave])
    #expect(player.prompt == "answer[factor]>")
  }

  @Test("Choices take a letter or an id, in any case, and refuse the rest without an attempt")
  func choices() throws {
    for line in ["b", "B", "b)", "down", "Down", " b "] {
      var player = try Player(Texts.tour)
      player.enter(until: "way")
      player.type(line)
      #expect(player.mark("way") == .correct, "\(line)")
    }
    var player = try Player(Texts.tour)
    player.enter(until: "way")
    #expect(player.type("d") == "\"d\" is none of a, b and c. This cost no attempt.")
    #expect(player.type("a, b") == "This takes one letter. This cost no attempt.")
    #expect(player.type(",") == "\",\" is none of a, b and c. This cost no attempt.")
    #expect(player.type("s = 2").hasPrefix("s = 2"))
    #expect(player.type("plot rms(a)").contains("layer"))
    #expect(player.mark("way") == .invalid)
    #expect(player.type("a") == "Not yet.\n\n  That was the step before.")
    #expect(player.type("level") == "Not yet (answer 2). :hint helps.")
  }

  @Test("Several choices, or none, in any order")
  func severalChoices() throws {
    let marks: [(String, Mark)] = [
      ("b, c", .correct), ("c b", .correct), ("four;two", .correct), ("b", .incorrect),
      ("a b c", .incorrect), ("none", .incorrect), ("b,b,c", .correct), (",", .invalid),
    ]
    for (line, mark) in marks {
      var player = try Player(Texts.tour)
      player.enter(until: "even")
      player.type(line)
      #expect(player.mark("even") == mark, "\(line)")
    }
  }

  @Test("A text is kept for the instructor and earns nothing by machine")
  func text() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "why")
    #expect(player.type("Half of a half.") == "Kept for your instructor.")
    #expect(player.verdict("why") == Verdict.of(.toBeRead, 0, 100))
    #expect(player.type(":score").contains(/why +to be read +0 of 1 +1/))
    #expect(player.enter().hasPrefix("Depths, step 3"))
  }

  @Test("A task is handed in with done; everything else changes the notebook")
  func task() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "balance")
    #expect(player.type("done").hasPrefix("Not yet."))
    #expect(player.type("s = 1.01").hasPrefix("s = 1.01\nchanged: s."))
    #expect(player.type("s = = 2").contains("^"))
    #expect(
      player.type("# nothing")
        == "Change the notebook, then type done to hand it in. This cost no attempt."
    )
    let seen = player.type("Done")
    #expect(seen == "Right. 2 of 2 points.\n\n  One is level.", "\(seen)")
  }

  @Test("A step seen again shows its answered questions without asking")
  func seenAgain() throws {
    var player = try atFactor()
    player.type(["1.5^5", ":back"])
    #expect(player.prompt == "fathom>")
    #expect(
      player.enter().hasSuffix("You have answered this. :answer tries again; Enter goes on.")
    )
    #expect(player.prompt == "fathom>")
    player.enter()
    #expect(
      player.enter().hasSuffix("You have answered this. :answer tries again; Enter goes on.")
    )
  }
}
