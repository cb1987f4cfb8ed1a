import Sessions
import Testing

/// What people stumbled over who played the lessons to their ends.
@Suite("What players stumbled over")
struct PlayedFaultTests {
  private static let text = Texts.lesson(
    """
    ## One

    First.

    ```fathom
    c = 2
    list = [1.25, 2.25, 3.25, 4.25, 5.25, 6.25, 7.25, 8]
    ```

    ```toml question
    id = "roads"
    kind = "number"
    ask = "{n} layers, and k = {k}. How many roads?"
    vary = { n = [10, 12], k = [3, 4] }
    answer = "2^n"
    reject = ["2*n"]
    hints = ["Two ways at each."]
    points = 1
    explain = "So it is."
    ```

    ```toml question
    id = "first"
    kind = "task"
    ask = "Make c 3."
    uses = ["c"]
    given = ["list"]
    require = ["c > 2.5"]
    accept = ["c = 3"]
    reject = ["c = 1"]
    hints = ["Type it."]
    points = 1
    explain = "So it is."
    ```

    ## Two

    More.

    ```toml question
    id = "why"
    kind = "text"
    ask = "Why?"
    points = 1
    ```

    ```toml parameters
    [w]
    value = 2
    range = [0, 4]
    step = 1
    meaning = "a weight"
    ```

    ```fathom
    pair(t) = network(w*identity(2), depth: w, activation: tanh)([t, t])[1]
    plot pair(t) over t in 0...1 by 0.25
    ```

    Last.

    ```toml question
    id = "second"
    kind = "task"
    ask = "Make c 4."
    uses = ["c"]
    require = ["c > 3.5"]
    accept = ["c = 4"]
    reject = ["c = 1"]
    hints = ["Type it."]
    points = 1
    explain = "So it is."
    ```
    """
  )

  @Test("A drawn number whose name stands nowhere is not offered for answers")
  func hidden() throws {
    var player = try Player(Self.text)
    player.enter(until: "roads")
    let said = player.type("net")
    #expect(
      said
        == "An answer here is made of numbers, arithmetic and k, without \"net\". This cost no attempt."
    )
    // It counts where somebody types it.
    #expect(player.type("2^n").hasPrefix("Right"))
  }

  @Test("done before a task that is to come says so, and not that one is at hand that is right")
  func done() throws {
    var player = try Player(Self.text)
    player.enter(until: "first")
    player.type("c = 3")
    #expect(player.type("done").hasPrefix("Right"))
    player.enter(1)
    player.type("because")
    player.enter(1)
    #expect(
      player.type("done")
        == "done hands in a task at its own prompt, and the next one has not been asked yet. Enter goes on."
    )
  }

  @Test("Long definitions that differ far on are shown where they differ")
  func longDefinitions() throws {
    var player = try Player(Self.text)
    player.enter(until: "first")
    player.type(["list = [1.25, 2.25, 3.25, 4.25, 5.25, 6.25, 7.25, 9]", "c = 3"])
    let said = player.type("done")
    #expect(said.contains("Given: list = …8], instead of your list = …9]."), "\(said)")
  }

  @Test("A question that was answered wrongly is not called answered when it comes again")
  func wrong() throws {
    var player = try Player(Self.text)
    player.enter(until: "roads")
    player.type("7")
    player.type(":go one")
    player.enter(1)
    #expect(player.seen.contains("Your answers to this were not right yet."))
    player.type(":answer roads")
    player.type("2^n")
    player.type(":go one")
    player.enter(1)
    #expect(player.seen.contains("You have answered this."))
  }

  @Test("A step's name before a question's leads to the question")
  func question() throws {
    var player = try Player(Self.text)
    player.enter(1)
    #expect(
      player.type(":go one.roads") == "roads is a question, not a step: :answer roads goes there."
    )
  }

  @Test("A figure of the lesson that fails for another reason says so")
  func another() throws {
    var player = try Player(Self.text)
    player.type(":go two")
    player.type("because")
    player.enter(1)
    #expect(player.type("w = 1.5").contains("this is 1.5."))
    #expect(player.type("w = -1").contains("this is -1."))
    // The same again is known.
    #expect(!player.type("c = 9").contains("depth"))
    #expect(player.type("w = \"a\"").contains("text"))
  }

  @Test("What is typed is offered once there is something to take back and a parameter to change")
  func keys() throws {
    var player = try Player(Self.text)
    player.type(":go two")
    player.type("because")
    #expect(!player.session.keys(behind: nil).contains(":undo"))
    #expect(!player.session.keys(behind: nil).contains { $0.contains("changes w") })
    player.enter(1)
    #expect(player.session.keys(behind: nil).contains { $0.contains("changes w") })
    player.type("w = 1")
    #expect(player.session.keys(behind: nil).contains(":undo"))
  }
}
