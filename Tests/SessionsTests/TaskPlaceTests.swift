import Sessions
import Testing

/// A task is marked where it stands, whatever step the learner is in and whatever was typed.
@Suite("Tasks at their own place")
struct TaskPlaceTests {
  private static let text = Texts.lesson(
    """
    ## One

    ```toml parameters
    [s]
    value = 7
    meaning = "a factor"
    ```

    ```fathom
    twice = 2*s
    ```

    ## Two

    Now it is smaller.

    ```toml parameters
    [s]
    value = 1.5
    meaning = "a factor"
    ```

    ```toml question
    id = "q"
    kind = "task"
    ask = "Let k times s be 12."
    uses = ["k"]
    given = ["s"]
    require = ["k*s == 12"]
    accept = ["k = 8"]
    reject = ["k = 6", "k = 4"]
    points = 2
    hints = ["12/1.5"]
    explain = "8."
    ```

    ## Three

    ```fathom
    s = 100
    half = s/2
    ```
    """
  )

  private static let moves = [
    ":go 1", ":go 2", ":go 3", ":back", ":reset", ":mine", ":undo", "", "s = 2", "s = 0.1",
    "k = 5", "twice = k*s", "t = k", ":answer q", "done",
  ]

  @Test("the key's answer is right and a rejected one wrong after any walk", arguments: 1...150)
  func walks(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let walk = (0..<next(12)).map { _ in Self.moves[next(Self.moves.count)] }
    for (answer, isRight) in [("k = 8", true), ("k = 6", false), ("k = 4", false)] {
      var player = try Player(Self.text)
      player.enter(until: "q")
      player.type(walk)
      let before = player.verdict("q")?.mark
      player.type([":answer q", answer, "done"])
      guard before != .correct else { continue }
      #expect(
        (player.verdict("q")?.mark == .correct) == isRight,
        "\(walk), \(answer): \(player.seen)"
      )
    }
  }

  @Test("the learner's own names come along from every step", arguments: [1, 2, 3])
  func helpers(step: Int) throws {
    var player = try Player(Self.text)
    player.enter(until: "q")
    player.type([":go \(step)", ":answer q", "four = 4", "k = 2*four", "done"])
    #expect(player.verdict("q")?.mark == .correct, "\(player.seen)")
  }

  @Test("reset restores what stands right before a question too")
  func reset() throws {
    var player = try Player(Self.text)
    player.enter(until: "q")
    player.type(["s = 2", ":reset"])
    #expect(player.type("? s").hasPrefix("s = 1.5"), "\(player.seen)")
  }
}
