import Sessions
import Testing

/// Going through a lesson with Enter.
@Suite("Reading")
struct ReadingTests {
  @Test("It begins with the step's title, its prose, parameters and cells, and no question")
  func beginning() throws {
    let player = try Player(Texts.tour)
    #expect(player.session.place == .step(0, revealed: 1))
    #expect(player.prompt == "fathom>")
    #expect(
      player.seen == """
        Depths, step 1 of 3: A little more

          Each layer multiplies by 1.5.
          s = 1.5 (each layer's factor)   L = 6 (layers)
        lesson> x = [1, 1]
        lesson> M = s*identity(2)
        lesson> net = network(M, depth: L, last: identity(2))
        lesson> a = activations(net, x)
        """
    )
  }

  @Test("Each Enter reveals the next unit; a question takes the prompt")
  func units() throws {
    var player = try Player(Texts.tour)
    #expect(
      player.enter() == """
          How large is a[5], about?
          (0.5 points; a guess; you are credited for making it)
        """
    )
    #expect(player.prompt == "answer[guess]>")
    #expect(player.session.place == .step(0, revealed: 2))
    player.type("3")
    #expect(player.session.place == .step(0, revealed: 3))
    #expect(
      player.enter() == """
          The last layer is another matter.

          By what factor with s = 1.5 and L = 6?
          (2 points; right within 0.1 %)
        """
    )
    #expect(player.prompt == "answer[factor]>")
    player.type("1.5^5")
    #expect(player.prompt == "answer[factor]>")
    #expect(player.enter().hasPrefix("Depths, step 2 of 3: A little less"))
    #expect(player.prompt == "fathom>")
    #expect(player.session.place == .step(1, revealed: 1))
  }

  @Test("A question shows its points and the rule by which it is marked")
  func terms() throws {
    var player = try Player(Texts.tour)
    let expected = [
      "factor": "(2 points; right within 0.1 %)",
      "way": "(1 point; one letter)",
      "why": "(1 point; in your own words; your instructor reads it)",
      "balance": "(2 points; change the notebook, then type done)",
      "formula": "(1 point; an expression of s and L)",
      "even": "(for practice; letters, separated by commas, or none)",
    ]
    for (id, terms) in expected.sorted(by: { $0.key < $1.key }) {
      player = try Player(Texts.tour)
      #expect(player.enter(until: id).contains(terms))
    }
  }

  @Test("The end has a screen for the sum, one for what to take along, one for the marks")
  func end() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "even")
    player.enter()
    let end = player.enter()
    #expect(player.session.place == .after)
    #expect(
      end == """
        That is the whole lesson. 0 of 7.5 points.
        0 of 4 questions are right.
        Missed: guess (step 1, A little more).
        Still open: factor (step 1, A little more); way and why (step 2, A little less); 2 more.
        :answer factor goes there; :go 1 shows its step again.
        """
    )
    #expect(player.session.nextOfEnd == .takeaways)
    #expect(player.enter() == "What to take along:\n\n  It multiplies.")
    #expect(player.session.nextOfEnd == .marks)
    #expect(player.enter().contains("0 of 7.5"))
    #expect(player.session.nextOfEnd == nil && player.session.isAllShown)
    #expect(
      player.enter()
        == "This is the end of the lesson. :back or :go STEP goes back, :quit leaves."
    )
    #expect(player.session.place == .after)
  }

  @Test("What stands before the first step is shown with it, and its parameters hold")
  func opening() throws {
    var player = try Player(
      Texts.lesson(
        """
        Before it all.

        ```toml parameters
        [s]
        value = 2
        meaning = "a factor"
        ```

        ## One
        First.

        ## Two
        Second.
        """
      )
    )
    #expect(
      player.seen.hasPrefix("  Before it all.\n  s = 2 (a factor)\n\nDepths, step 1 of 2: One")
    )
    #expect(player.type("s") == "s = 2")
    player.type(["s = 3", ":reset"])
    #expect(player.definition("s") == "s = 2")
  }

  @Test("Speaker notes are never shown")
  func notes() throws {
    var player = try Player(Texts.tour)
    var all = player.seen
    for _ in 0..<30 { all += player.enter() }
    #expect(!all.contains("surprise"))
  }

  @Test("A cell that must fail shows how it fails")
  func failingCell() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "factor")
    player.enter()
    let step = player.enter()
    #expect(step.contains("lesson> M*[1, 2, 3]\n  M*[1, 2, 3]\n    ^~~~~~~~~\nM is 2 × 2"))
  }

  @Test("A figure ends a unit, and with its question it fits a screen of 24 rows and 80 columns")
  func screen() throws {
    for scale in ["linear", "log"] {
      var player = try Player(
        Texts.lesson(
          """
          ## Figure

          ```fathom
          a = activations(network(1.5*identity(2), depth: 30), [1, 1])
          plot rms(a) on \(scale)
          ```

          ```toml question
          id = "read"
          kind = "choice"
          ask = "What does it show, if one looks at it from afar?"
          answer = "up"
          points = 1
          hints = ["Look."]
          explain = "Up."

          [choices]
          up = "It goes up."
          down = "It goes down."
          level = "It stays."
          ```
          """
        )
      )
      let figure = player.figures
      let question = player.enter()
      let screen = figure + ["", question, player.prompt]
      let lines = screen.joined(separator: "\n").split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      #expect(figure.count == 1)
      #expect(lines.count <= 24)
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }
}
