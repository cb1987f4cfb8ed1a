import Sessions
import Testing

/// Predictions: a guess before the surprise.
@Suite("Guessing")
struct GuessingTests {
  private func atGuess() throws -> Player {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    return player
  }

  @Test("Nothing of what the cell will show is there before")
  func before() throws {
    var player = try Player(Texts.tour)
    var all = player.seen
    all += player.enter(until: "guess")
    #expect(player.figures.isEmpty)
    for secret in ["7.59", "plot", "*****", "over s in"] { #expect(!all.contains(secret)) }
    for command in [":show", ":describe", ":data", ":point 5", ":run"] {
      #expect(!player.type(command).contains("7.59"))
    }
  }

  @Test("The guess is compared, the cell runs, the guess is drawn as ?, and the prompt is free")
  func guess() throws {
    var player = try atGuess()
    let seen = player.type("3")
    #expect(
      seen.hasPrefix(
        """
        lesson> plot rms(a) over s in [1.5, 0.5] on linear
        Your guess: 3. The network: 7.59375. 0.5 of 0.5 for guessing.
        """
      )
    )
    #expect(seen.contains("? your guess"))
    #expect(player.figures.count == 1)
    #expect(player.prompt == "fathom>")
    #expect(player.verdict("guess")?.earned == 50)
  }

  @Test("A near guess is praised, a known wrong one gets its meaning; both earn the same")
  func praise() throws {
    var player = try atGuess()
    #expect(player.type("8").contains("A good guess. 0.5 of 0.5"))
    player = try atGuess()
    let seen = player.type("2.5")
    #expect(seen.contains("\n\n  That adds a half at each layer.\n"))
    #expect(player.verdict("guess")?.earned == 50)
  }

  @Test("A second guess scores nothing and moves nothing")
  func second() throws {
    var player = try atGuess()
    player.type("3")
    let place = player.session.place
    #expect(
      player.type(":answer guess").hasSuffix(
        "You may answer for yourself; the question is closed, so it scores nothing."
      )
    )
    #expect(
      player.type("8")
        == "Your guess: 8. The network: 7.59375. A good guess. It scores nothing now."
    )
    #expect(player.session.place == place)
    #expect(player.prompt == "fathom>")
    #expect(player.verdict("guess")?.earned == 50)
  }

  @Test("Who goes on without a guess sees the figure, and can't guess for points any more")
  func missed() throws {
    var player = try atGuess()
    #expect(
      player.enter()
        == "The guess can still be made: :answer guess returns to it. Enter goes on without."
    )
    let seen = player.enter()
    #expect(
      seen.hasPrefix("What follows answers guess; a guess scores nothing now.\nlesson>")
    )
    #expect(!seen.contains("your guess"))
    player.type([":answer guess", "7.6"])
    #expect(player.mark("guess") == .unanswered)
    #expect(player.verdict("guess")?.earned == 0)
  }

  @Test("A guess left open and made before its cell counts")
  func returned() throws {
    var player = try atGuess()
    player.enter()
    player.type(["s = 3", ":answer guess"])
    #expect(player.type("2").contains("for guessing."))
    #expect(player.figures.count == 1)
    #expect(player.mark("guess") == .guessed)
  }

  @Test("In another step a guess is credited, and nothing of that step is compared with it")
  func elsewhere() throws {
    var player = try atGuess()
    player.type([":go less", ":answer guess"])
    #expect(player.type("3") == "Your guess: 3. 0.5 of 0.5 for guessing.")
    #expect(player.session.place == .step(1, revealed: 1))
  }

  @Test("A skipped guess is closed; the figure comes with Enter")
  func skipped() throws {
    var player = try atGuess()
    #expect(player.type(":skip") == "Passed on; this question scores nothing now. Enter goes on.")
    #expect(player.enter().hasPrefix("lesson> plot"))
    #expect(player.mark("guess") == .unanswered)
  }

  private static let forms = Texts.lesson(
    """
    ## Forms

    ```fathom
    a = activations(network(2*identity(2), depth: 5), [1, 1])
    ```

    ```toml question
    id = "points"
    kind = "predict"
    form = "points"
    ask = "How large at layers 1 and 3?"
    shows = "rms(a)"
    at = [1, 3]
    points = 1
    ```

    ```fathom
    plot rms(a)
    ```

    ```toml question
    id = "shape"
    kind = "predict"
    form = "choice"
    ask = "Which shape on a log axis?"
    answer = "line"
    points = 1

    [choices]
    cliff = "A cliff."
    line = "A line."

    [misconceptions]
    cliff = "Equal factors take equal steps."
    ```

    ```fathom
    plot rms(a) on log
    ```
    """
  )

  @Test("Several guesses at once, and a choice")
  func otherForms() throws {
    var player = try Player(Self.forms)
    let asked = player.enter(until: "points")
    #expect(
      asked.contains("(1 point; 2 guesses, separated by commas; you are credited for making them)")
    )
    #expect(
      player.type("2")
        == "This takes 2 numbers, separated by commas; here are 1. This cost no attempt."
    )
    #expect(player.type("k = 4") == "k = 4")
    #expect(
      player.type("2, 4").contains("Your guess: 2, 4. The network: 2, 8. 1 of 1 for guessing.")
    )
    #expect(player.seen.contains("? your guess"))
    player.enter(until: "shape")
    let seen = player.type("a")
    #expect(
      seen.contains(
        "Your guess: a. It is b. 1 of 1 for guessing.\n\n  Equal factors take equal steps."
      )
    )
    #expect(player.mark("shape") == .guessed)
    #expect(player.figures.count == 1)
  }
}
