import Sessions
import Testing

/// What follows a change: each cause once, of the learner's own lines the last, and no failed line.
@Suite("Following a change")
struct FollowingTests {
  private func count(_ text: String, in whole: String) -> Int { whole.ranges(of: text).count }

  @Test("A definition that fails is told once, and what waits for it is named")
  func oneCause() throws {
    var player = try Player(Texts.tour)
    player.type(["rms(a[1])", "rms(a[2])", "W = weights(net)"])
    let said = player.type("M = invers([[1, 0], [0, 1]])")
    #expect(count("There is no function", in: said) == 1)
    #expect(said.hasSuffix("net, a, W and rms(a[2]) wait for M."))
    #expect(!said.contains("changed:"))
    #expect(player.type(":undo").hasPrefix("M = s*identity(2) again.\nchanged: M."))
  }

  @Test("A definition that was there before and fails by a change is told once too")
  func laterFailure() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("8")
    player.type(["v = 1/(s - 2)", "v"])
    let said = player.type("s = 2")
    #expect(count("divi", in: said) == 1)
    // Its failure is known by now.
    #expect(count("divi", in: player.type("L = 7")) == 0)
  }

  @Test("What loses its value by a change is named, with why, what waits for it, and the way back")
  func lost() throws {
    var player = Player(notebook: "mine")
    player.type(["M = [[1, 2], [3, 4]]", "V = M*[1, 1]", "U = V[1] + 1", "N = 2*M"])
    let said = player.type("M = [1, 2]")
    #expect(said.hasPrefix("M = [1, 2]\nchanged: M. With it: N.\nIn the definition of V:"))
    #expect(count("does not go with", in: said) == 1)
    #expect(said.hasSuffix("\nV no longer has a value; U waits for it. :undo takes M back."))
    // That it has none for this reason is known by now.
    #expect(player.type("M = [0, 2]") == "M = [0, 2]\nchanged: M. With it: N.")
    #expect(player.type("M = [[5, 6], [7, 8]]").hasSuffix("changed: M. With it: V, U, N."))
    #expect(player.type("U") == "U = 12")
  }

  @Test("What :undo takes away is missed by all that read it, in one sentence and without errors")
  func gone() throws {
    var player = Player(notebook: "mine")
    player.type(["M = [[1, 2], [3, 4]]", "V = M*[1, 1]", "plot V", "V[1]", "M[1, 1]", "V"])
    #expect(player.type(":undo") == "V is gone again.\nplot V and V[1] wait for V.")
    #expect(player.type(":undo") == "M is gone again.\nM[1, 1] waits for M.")
    #expect(player.type(["V = M*[1, 1]", "M = identity(2)"]).contains("With it: V."))
    #expect(player.type(":undo") == "M is gone again.\nV, plot V, V[1] and M[1, 1] wait for M.")
  }

  @Test("A new name that differs from a parameter in capitals alone is said to be another")
  func capitals() throws {
    var player = try Player(Self.depths)
    #expect(player.type("? S = 3").hasSuffix("\nS is another name than s, which stays as it is."))
    #expect(player.type("? S = 4") == "S = 4")
    #expect(player.type("? k = 3") == "k = 3")
    #expect(player.type("? l = 3").contains("l is another name than L"))
    #expect(player.definition("s") == "s = 2")
  }

  private static let depths = Texts.lesson(
    """
    ## One

    ```toml parameters
    [L]
    value = 4
    meaning = "layers"

    [s]
    value = 2
    meaning = "a factor"
    ```

    First.

    ```toml question
    id = "q"
    kind = "text"
    ask = "Why?"
    points = 1
    ```

    ```fathom
    M = s*identity(2)
    net = network(M, depth: L)
    y = net([1, 1])
    y
    ```
    """
  )

  @Test(
    "What the step defines further on from a parameter, and cannot, is named where that is typed"
  )
  func barred() throws {
    var player = try Player(Self.depths)
    for wrong in ["0", "2.5", "-1"] {
      let said = player.type("? L = \(wrong)")
      #expect(said.contains("In the definition of net:"))
      #expect(said.contains("this is \(wrong)."))
      #expect(said.hasSuffix("\nThis step defines net so further on. :undo takes L back."))
      // The same in a session that nobody looked at so far.
      var unseen = try Player(Self.depths)
      unseen.session.replay(.line("? s = 1"))
      #expect(unseen.type("? L = \(wrong)") == said)
    }
    #expect(player.type("? L = 3") == "L = 3")
    #expect(player.type("? s = 0") == "s = 0")
    #expect(player.type("? k = 0") == "k = 0")
    // What is defined by then is told as before, and a second mistake as another.
    player.enter(2)
    #expect(player.seen.contains("y = [0, 0]"))
    #expect(player.type("L = 0").contains("\nnet no longer has a value; y waits for it."))
    let again = player.type("L = 2.5")
    #expect(
      again.contains("this is 2.5.")
        && again.hasSuffix("net still has no value. :undo takes L back.")
    )
    #expect(!player.type("s = 3").contains("net"))
  }

  @Test("Lines that read it wait with it, and no second line tells the same")
  func lostLines() throws {
    var player = Player(notebook: "mine")
    player.type(["M = [[1, 2], [3, 4]]", "V = M*[1, 1]", "K = M[2, 2]", "plot V", "V[2] + K"])
    let said = player.type("M = 3")
    // Only K needs a matrix: 3*[1, 1] is a vector.
    #expect(
      said.contains("\nK no longer has a value; V[2] + K waits for it. :undo takes M back.\n")
    )
    let both = player.type(["M = [[1, 2], [3, 4]]", "M = \"m\""])
    #expect(both.contains("\nV and K no longer have a value; "))
    #expect(count("In the definition of", in: both) == 1)
  }

  @Test("It is told the same in a session that was resumed, where nothing was worked out before")
  func lostAnew() throws {
    let lines = [
      "A = diagonal(normal(64, seed: 1))", "s = 2", "M = s*A", "V = M*ones(64)", "W = rms(V)",
      "plot V", "s = \"two\"",
    ]
    var (seen, unseen) = (Player(notebook: "mine"), Player(notebook: "mine"))
    for line in lines.dropLast() {
      seen.type(line)
      unseen.session.replay(.line(line))
    }
    let last = try #require(lines.last)
    let said = seen.type(last)
    #expect(said == unseen.type(last))
    #expect(said.contains("M no longer has a value; V, W and plot V wait for it."))
  }

  @Test("A line that failed says nothing anew")
  func failedLine() throws {
    var player = try Player(Texts.tour)
    player.type(["rms(a[9])", "y = rms(a[5])", "y[0]"])
    let said = player.type("s = 2")
    #expect(!said.contains("^") && !said.contains("stale"))
    #expect(said.hasPrefix("s = 2\nchanged: s. With it: M, net, a, y."))
  }

  @Test("Of the learner's own lines the last one follows, beside the step's")
  func lastOwn() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("8")
    player.type(["rms(a[1])", "rms(a[2])", "rms(a[3])"])
    let said = player.type("s = 2")
    #expect(!said.contains("rms(a[1]) =") && !said.contains("rms(a[2]) ="))
    #expect(said.contains("rms(a[3]) = 8"))
    // They may still be asked for.
    #expect(player.type(":show 1.2") == "rms(a[1]) = 2")
  }

  @Test("The figure shown last is meant, one's own and at the end too, with the guess in it")
  func lastFigure() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("100")
    #expect(player.seen.contains("? your guess"))
    #expect(player.type(":show").contains("? your guess"))
    #expect(player.type(":point 3").contains("? your guess"))
    for _ in 0..<30 where player.session.place != .after { player.enter() }
    #expect(player.type(":describe").contains("guess"))
    player.type("plot [1, 4, 9] titled \"mine\"")
    #expect(player.type(":show").contains("mine"))
    #expect(player.type(":data").contains("9"))
    #expect(player.type(":describe").contains("mine") || player.type(":describe").contains("9"))
  }

  @Test("Who comes back reads what holds, and how to see the figures again")
  func orientation() throws {
    var player = try Player(Texts.tour)
    player.type("s = 2")
    player.enter(until: "guess")
    let said = player.session.orientation().text(player.session.settings.layout)
    #expect(said.contains("Depths, step 1 of 3: A little more\nHere s = 2 and L = 6."))
    #expect(said.contains("How large is a[5], about?"))
    player.type("8")
    #expect(
      player.session.orientation().text(player.session.settings.layout)
        .contains("Here s = 2 and L = 6. :run shows the step's figures and values.")
    )
  }

  @Test("The footer's example is no change that a task of the step is marked with")
  func inviting() throws {
    var player = try Player(Texts.tour)
    #expect(player.session.inviting?.statement == "s = 1.6")
    player = try Player(
      Texts.lesson(
        """
        ## One
        ```toml parameters
        [s]
        value = 1.1
        meaning = "a factor"
        range = [0, 2]
        step = 0.1
        [t]
        value = 4
        meaning = "another"
        range = [0, 9]
        step = 1
        ```
        ```fathom
        v = 2*s
        ```
        ```toml question
        id = "q"
        kind = "task"
        ask = "Make v 2."
        uses = ["v"]
        require = ["v == 2"]
        accept = ["s = 1"]
        reject = ["s = 3"]
        points = 1
        hints = ["One."]
        explain = "Twice one."
        ```
        """
      )
    )
    #expect(player.session.inviting?.statement == "t = 5")
  }
}
