import Sessions
import Testing

/// Lines that are no answers though one can see what was meant: it is said what to type.
@Suite("What was meant")
struct MeantAnswerTests {
  /// The line that a refusal tells to type, which stands behind its last colon.
  private func advised(_ said: String) -> String? {
    said.split(separator: ": ").last.map(String.init)
  }

  @Test(
    "A number among words is told alone, and is an answer so",
    arguments: [
      ("28 layers", "28"), ("about 28", "28"), ("~28", "28"), ("it is 28.", "28"),
      ("28 or so", "28"),
      ("2.8e1 times", "2.8e1"), ("-28 or so", "-28"), ("10^2 or so", "10^2"), ("a million", "1e6"),
      ("2.5 million", "2.5e6"), ("three thousand", "3e3"), ("twelve", "12"), ("28 hundred", "28e2"),
      ("10^2 million", "10^2*1e6"),
    ]
  )
  func number(line: String, told: String) throws {
    var player = try Player(Texts.number("\(told)", within: "rel 1e-3"))
    player.enter(until: "q")
    let said = player.type(line)
    #expect(said.hasPrefix("This cost no attempt."), "\(said)")
    let advice = try #require(advised(said))
    #expect(advice.hasSuffix(told), "\(said)")
    #expect(player.mark("q") == .invalid)
    #expect(player.type(told).hasPrefix("Right"))
  }

  @Test("Where several numbers stand, or none, no number is told")
  func noNumber() throws {
    for line in ["between 3 and 5", "3 or 4 layers", "no idea", "many layers"] {
      var player = try Player(Texts.number("28", within: "rel 1e-3"))
      player.enter(until: "q")
      let said = player.type(line)
      #expect(!said.contains("The number alone"), "\(said)")
      #expect(said.contains("This cost no attempt."))
    }
  }

  @Test("A point that ends the line ends a sentence")
  func fullStop() throws {
    for (key, line) in [("0.5", "0.5."), ("28", "28."), ("1.5^19", "1.5^19."), ("6", "(1 + 5).")] {
      var player = try Player(Texts.number(key, within: "rel 1e-3"))
      player.enter(until: "q")
      #expect(player.type(line).hasPrefix("Right"), "\(line)")
    }
  }

  @Test(
    "Of an expression small letters, the sign of a product, and one side of an equation are told"
  )
  func expression() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "formula")
    for (line, told) in [
      ("S^(L-1)", "It is written s."), ("sL", "For the product write s*L"),
      ("s^(L-1) = y", "without =: s^(L-1)"), ("= s^(L-1)", "without =: s^(L-1)"),
    ] {
      let said = player.type(line)
      #expect(said.contains(told) && said.contains("This cost no attempt."), "\(said)")
    }
    #expect(player.mark("formula") == .invalid)
    #expect(player.type("s^(L-1).").hasPrefix("Right."))
    // A definition with a fault is not one side of an equation.
    #expect(!player.type("y = s^(L-1").contains("without ="))
    #expect(player.type("x = [1, 1] (the input)").contains("behind #: x = [1, 1]"))
    // A comparison is none.
    #expect(!player.type("s^(L-1) == 2").contains("without ="))
  }

  @Test("A letter among words is told alone, several are asked about, an article is none")
  func letter() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "way")
    for (line, letter) in [
      ("option b", "b"), ("I think b", "b"), ("b because it is half", "b"),
      ("the answer is c.", "c"),
      ("answer b", "b"), ("it is a", "a"), ("choice (b)", "b"),
    ] {
      #expect(player.type(line) == "This cost no attempt. Type the letter alone: \(letter)")
    }
    #expect(
      player.type("a or b") == "\"a or b\" may mean a or b; type the letter. This cost no attempt."
    )
    #expect(player.type("a lot of it").contains("is none of a, b and c."))
    #expect(player.mark("way") == .invalid)
    player.enter(until: "even")
    #expect(player.type("I say b, c").hasSuffix("Type the letter alone: b, c"))
  }

  @Test("An answer with a colon before it is told without")
  func colon() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "way")
    #expect(player.type(":b") == "An answer has no colon: b")
    #expect(player.type(":z").hasPrefix("There is no command \":z\"."))
    #expect(player.mark("way") == .unanswered)
    player.enter(until: "balance")
    #expect(player.type(":done") == "An answer has no colon: done")
    player.enter()
    #expect(player.type(":done") == "done stands without a colon, at the prompt of a task.")
  }

  @Test("Other words for leaving, helping and going are told by their commands")
  func commands() throws {
    var player = try Player(Texts.tour)
    for (line, meant) in [
      (":exit", "quit"), (":q", "quit"), (":h", "help"), (":?", "help"), (":prev", "back"),
      (":continue", "next"),
    ] {
      #expect(player.type(line).hasSuffix(" Did you mean :\(meant)?"))
    }
  }

  @Test("At a task other words for done ask for it, unless they are names")
  func done() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "balance")
    for line in ["finished", "I am done", "I'm done!", "check", "Ready"] {
      #expect(
        player.type(line)
          == "Change the notebook, then type done to hand it in. This cost no attempt."
      )
    }
    #expect(player.type(["check = 3", "check"]) == "check = 3")
  }

  @Test("A line that is the name of what was defined says nothing twice")
  func once() throws {
    var player = try Player(Texts.lesson("## One\nFirst."))
    player.type("k")
    #expect(player.type("k = 1") == "k = 1")
    #expect(player.type("k = 2") == "k = 2")
    #expect(player.type(["m = k", "m", "k = 3"]).hasSuffix("changed: k. With it: m.\nm = 3"))
  }

  /// 0.7^3 is tried where the question has 0.6: its number is no answer to that.
  @Test("A trial is told which numbers the question has, where they are others")
  func otherNumbers() throws {
    var player = try Player(
      Texts.lesson(
        """
        ## One

        ```toml parameters
        [s]
        value = 0.7
        meaning = "a factor"
        ```

        ```toml question
        id = "q"
        kind = "number"
        ask = "At s = {s}: what is left after 3 layers?"
        given = { s = 0.6, a = 3 }
        answer = "s^a"
        within = "rel 0.01"
        reject = ["1"]
        points = 1
        hints = ["Multiply."]
        explain = "So it is."
        ```
        """
      )
    )
    player.enter(until: "q")
    let told = "In the question s = 0.6: what is tried here has the numbers of the step."
    #expect(player.type("? s^3") == "s^3 = 0.343\n\(told)")
    #expect(player.type("? 0.6^3") == "0.6^3 = 0.216")
    player.type("? s = 0.6")
    #expect(player.type("? s^3") == "s^3 = 0.216")
    #expect(player.type("0.216").hasPrefix("Right."))
  }
}
