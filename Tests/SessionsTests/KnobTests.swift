import Sessions
import Testing

/// What presses of a key make of a parameter.
@Suite("Knobs")
struct KnobTests {
  private static let lesson = Texts.lesson(
    """
    ## One

    ```toml parameters
    [s]
    value = 0.1
    range = [0.1, 3]
    step = 0.1
    meaning = "a factor"

    [rate]
    value = 0.01
    range = [0.001, 10]
    scale = "log"
    step = 2
    meaning = "a rate"
    ```

    ```fathom
    y = 2*s
    t = 0.37
    n = 12
    ```
    """
  )

  private func turned(_ name: String, by steps: [Int]) throws -> String {
    var session = try Player(Self.lesson).session
    var knob = try session.knob(name)
    for step in steps { knob.turn(by: step) }
    return knob.statement
  }

  @Test("Nine steps of 0.1 from 0.1 are 1 exactly, and back again")
  func exactSteps() throws {
    #expect(try turned("s", by: Array(repeating: 1, count: 9)) == "s = 1")
    #expect(try turned("s", by: [10, -3]) == "s = 0.8")
  }

  @Test("At its ends the knob stops")
  func ends() throws {
    #expect(try turned("s", by: [-1]) == "s = 0.1")
    #expect(try turned("s", by: [100]) == "s = 3")
    #expect(try turned("rate", by: [-10]) == "rate = 0.001")
  }

  @Test("On a log scale a press is a factor")
  func factors() throws {
    #expect(try turned("rate", by: [1]) == "rate = 0.02")
    #expect(try turned("rate", by: [1, 1, 1]) == "rate = 0.08")
  }

  @Test("A number without a knob of the author's turns by a tenth of its decade, or by 1")
  func ownNumbers() throws {
    #expect(try turned("t", by: [1]) == "t = 0.38")
    #expect(try turned("n", by: [10]) == "n = 22")
  }

  @Test("Turning changes nothing in the session")
  func nothingChanges() throws {
    var session = try Player(Self.lesson).session
    var knob = try session.knob("s")
    knob.turn(by: 5)
    var turning = Turning()
    _ = session.preview([knob], turning: &turning)
    #expect(try session.knob("s").statement == "s = 0.1")
  }
}
