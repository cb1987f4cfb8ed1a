import Sessions
import Testing

/// Coming to a step by another way than from the end of the one before.
@Suite("Jumping")
struct JumpingTests {
  private static let three = Texts.lesson(
    """
    ## One

    ```toml parameters
    [s]
    value = 1.5
    meaning = "a factor"
    ```

    First.

    ```fathom
    y = s + 1
    plot s*t over t in [1, 2]
    w = y + 1
    ```

    ## Two

    ```toml parameters
    [s]
    value = 2
    meaning = "a factor"
    ```

    ```fathom
    z = y + w
    ```

    ## Three

    ```fathom
    z
    ```
    """
  )

  @Test("Steps that were skipped have set their definitions, and shown nothing")
  func ahead() throws {
    var player = try Player(Self.three)
    let seen = player.type(":go 3")
    #expect(seen == "Depths, step 3 of 3: Three\nlesson> z\nz = 7")
    #expect(player.definitions == ["s = 2", "y = s + 1", "w = y + 1", "z = y + w"])
    #expect(player.figures.isEmpty)
  }

  @Test("The same definitions as by Enter, and a step left half way sets the rest")
  func same() throws {
    var walked = try Player(Self.three)
    var jumped = walked
    while walked.session.place != .step(2, revealed: 1) { walked.enter() }
    jumped.type(":go 2")
    jumped.type(":go 3")
    #expect(walked.definitions == jumped.definitions)
  }

  @Test("Back in an earlier step the lesson's values are those of that step")
  func back() throws {
    var player = try Player(Self.three)
    player.type([":go 3", ":go 1"])
    #expect(player.definition("s") == "s = 1.5")
    player.type(":go 3")
    #expect(player.definition("s") == "s = 2")
  }

  @Test("The learner's that give way are named, and come back")
  func displaced() throws {
    var player = try Player(Self.three)
    player.type(["s = 9", "z = 4"])
    let seen = player.type(":go 3")
    #expect(
      seen.contains("The lesson sets s and z anew; yours are kept, and :mine brings them back.")
    )
    player.type(":mine")
    #expect(player.definition("s") == "s = 9")
    #expect(player.definition("z") == "z = 4")
  }

  @Test("Going on by Enter leaves the learner's definitions that the next step doesn't set")
  func onwards() throws {
    var player = try Player(Self.three)
    player.type(["y = 5", "", ""])
    #expect(player.session.place == .step(2, revealed: 1))
    #expect(player.definition("y") == "y = 5")
  }
}
