import Sessions
import Testing

/// The learner's definitions and the lesson's.
@Suite("Definitions")
struct DefinitionTests {
  private static let two = Texts.lesson(
    """
    ## One

    ```toml parameters
    [s]
    value = 1.5
    meaning = "a factor"
    ```

    ```fathom
    y = s*2
    ```

    ## Two

    ```toml parameters
    [s]
    value = 0.5
    meaning = "a factor"
    ```

    ```fathom
    y = s*3
    z = y + 1
    ```

    More.
    """
  )

  @Test("Entering a step sets the lesson's definitions and names those of the learner it replaces")
  func replacing() throws {
    var player = try Player(Self.two)
    player.type(["s = 7", "y = 1", "k = 5"])
    let seen = player.enter()
    #expect(
      seen.contains(
        "  s = 0.5 (a factor)\nThe lesson sets s anew; yours is kept, and :mine brings it back."
      )
    )
    #expect(seen.contains("The lesson sets y anew; yours is kept, and :mine brings it back."))
    #expect(player.definitions == ["s = 0.5", "y = s*3", "k = 5", "z = y + 1"])
    #expect(
      player.type(":mine").hasPrefix("Yours again: s and y.\nchanged: s, y. With it: z.")
    )
    #expect(player.definitions == ["s = 7", "y = 1", "k = 5", "z = y + 1"])
    #expect(player.type(":mine") == "The lesson has replaced none of your definitions.")
  }

  @Test("The lesson's own definitions are replaced without a word")
  func lessonsOwn() throws {
    var player = try Player(Self.two)
    #expect(!player.enter().contains("anew"))
    #expect(player.type(":mine") == "The lesson has replaced none of your definitions.")
  }

  @Test("Several are named in one sentence")
  func several() throws {
    var player = try Player(Self.two)
    player.type(["y = 1", "z = 2"])
    #expect(
      player.enter().contains(
        "The lesson sets y and z anew; yours are kept, and :mine brings them back."
      )
    )
  }

  @Test("A name that the learner defines again is no longer brought back as it was")
  func newer() throws {
    var player = try Player(Self.two)
    player.type(["s = 7", ":next", "s = 3"])
    #expect(player.type(":mine") == "The lesson has replaced none of your definitions.")
    #expect(player.definition("s") == "s = 3")
  }

  @Test("A definition of the learner's that would close a circle gives way to the lesson")
  func circle() throws {
    var player = try Player(Self.two)
    player.type("s = z/2")
    let seen = player.enter()
    #expect(player.definition("s") == "s = 0.5")
    #expect(player.definition("z") == "z = y + 1")
    #expect(seen.contains("The lesson sets s anew"))
    player = try Player(Self.two)
    player.type(["k = z + 1", "y = 2*k"])
    #expect(player.enter().contains("The lesson sets y"))
    #expect(player.definitions == ["s = 0.5", "y = s*3", "k = z + 1", "z = y + 1"])
    player = try Player(
      Texts.lesson(
        """
        ## One

        ```fathom
        p = 1
        ```

        ## Two

        ```fathom
        q = p + 1
        ```
        """
      )
    )
    player.type("p = q*2")
    #expect(
      player.enter().contains("The lesson sets p anew; yours is kept, and :mine brings it back.")
    )
    #expect(player.definitions == ["p = 1", "q = p + 1"])
    #expect(
      player.type(":mine")
        == "Still kept: p, which would now depend on itself. Change what reads it, then :mine again."
    )
    player.type("q = 3")
    #expect(player.type(":mine").hasPrefix("Yours again: p."))
    #expect(player.type("p") == "p = 6")
  }

  @Test("Definitions that need each other come back together")
  func together() throws {
    var player = try Player(
      Texts.lesson(
        """
        ## One

        ```fathom
        a = 1
        b = a + 1
        ```

        ## Two

        ```fathom
        a = 2
        b = a + 2
        ```
        """
      )
    )
    player.type(["b = 10", "a = b + 1", ""])
    #expect(player.type(":mine").hasPrefix("Yours again: b and a."))
    #expect(player.type("a") == "a = 11")
  }

  @Test(":undo takes back one definition after another, back to what stood there before")
  func undo() throws {
    var player = try Player(Self.two)
    player.type(["s = 2", "s = 3", "k = s"])
    #expect(player.type(":undo") == "k is gone again.")
    #expect(player.type(":undo") == "s = 2 again.\nchanged: s. With it: y.")
    #expect(player.type(":undo").hasPrefix("s = 1.5 again."))
    #expect(player.type(":undo") == "There is no definition of yours to take back.")
    #expect(player.definitions == ["s = 1.5", "y = s*2"])
  }

  @Test(":undo never takes a mark, an attempt or a cell")
  func undoKeeps() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("3")
    player.enter(until: "factor")
    player.type(["1", "k = 1", "1.5^5"])
    let place = player.session.place
    let lessons = player.definitions.filter { $0 != "k = 1" }
    player.type([":undo", ":undo", ":undo"])
    #expect(player.definitions == lessons)
    #expect(player.session.place == place)
    #expect(player.mark("factor") == .correct)
    #expect(player.type(":score").contains("factor    correct         2 of 2         2"))
    player.type(["s = 3", ":go less", ":undo"])
    #expect(player.seen == "There is no definition of yours to take back.")
    #expect(player.definition("s") == "s = 0.5")
  }

  @Test("What :mine brought back can be undone")
  func undoMine() throws {
    var player = try Player(Self.two)
    player.type(["s = 7", "", ":mine", ":undo"])
    #expect(player.definition("s") == "s = 0.5")
  }

  @Test(":reset restores the step's beginning with what of it was revealed")
  func reset() throws {
    var player = try Player(Self.two)
    player.type(["k = 1", "s = 7", "", "z = 0", "k = 2", "m = 3"])
    #expect(
      player.type(":reset")
        == "The definitions are the step's own again. :show shows its figure, Enter goes on."
    )
    #expect(player.definitions == ["s = 0.5", "y = s*3", "k = 1", "z = y + 1"])
    #expect(player.session.place == .step(1, revealed: 1))
    #expect(player.type(":undo") == "There is no definition of yours to take back.")
    #expect(player.type(":mine").hasPrefix("Yours again: s."))
    player.type([":next", ":next"])
    #expect(player.session.place == .after)
    #expect(
      player.type(":reset")
        == "The lesson is over, and no step is open. :back opens the last one."
    )
  }

  @Test(":reset keeps marks and the question that waits")
  func resetKeeps() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("3")
    player.enter(until: "factor")
    player.type(["1.5^5", "s = 9", ":reset"])
    #expect(player.prompt == "answer[factor]>")
    #expect(player.mark("factor") == .correct)
    #expect(player.mark("guess") == .guessed)
    #expect(player.definition("s") == "s = 1.5")
    #expect(player.type(":show").contains("layer"))
  }

  @Test("A name that was built in may be the learner's, with a note")
  func shadowing() throws {
    var player = try Player(Self.two)
    #expect(
      player.type("rms = 3")
        == "rms was built in; from here on it is yours. :undo gives it back.\nrms = 3"
    )
    #expect(player.type("rms = 4") == "rms = 4")
    player.type([":undo", ":undo"])
    #expect(player.type("rms([3, 3])") == "rms([3, 3]) = 3")
  }

  @Test("A definition may wait for a name that comes later; a circle is refused and named")
  func waiting() throws {
    var player = try Player(Self.two)
    #expect(player.type("p = 2*later") == "p waits for later, which is not defined yet.")
    #expect(player.type("later = 4") == "later = 4\nchanged: later. With it: p.")
    #expect(player.type("later = p").contains("later"))
    #expect(player.definition("later") == "later = 4")
    #expect(player.type("p") == "p = 8")
  }

  @Test("What another definition lacks is told as what is waited for; a slip where it was typed")
  func waitingForAnother() throws {
    var player = try Player(Self.two)
    #expect(player.type("w1 = w0 + 1") == "w1 waits for w0, which is not defined yet.")
    #expect(player.type("w2 = w1 + 1") == "w2 waits for w0, which is not defined yet.")
    player.type("radius = 3")
    #expect(player.type("area = radus^2").contains("Did you mean radius?"))
    #expect(player.type("twice = 2*area") == "twice waits for radus, which is not defined yet.")
    #expect(player.type("w0 = 1") == "w0 = 1\nchanged: w0. With it: w1, w2.")
    #expect(player.type("w2") == "w2 = 3")
  }

  @Test("A matrix that was typed as it would be shown is shown by its entries")
  func entries() throws {
    var player = try Player(Self.two)
    #expect(player.type("identity(2)") == "identity(2) =\n  [1  0]\n  [0  1]")
    #expect(player.type("2.5*identity(2)") == "2.5*identity(2) =\n  [2.5    0]\n  [  0  2.5]")
    #expect(player.type("identity(9)") == "identity(9) = identity(9)")
    #expect(player.type("I = identity(2)") == "I = identity(2)")
  }
}
