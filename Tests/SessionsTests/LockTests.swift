import Lessons
import Sessions
import Testing

/// A function that a question locks can't be called before it is answered or given up.
@Suite("Locked functions")
struct LockTests {
  private static let said =
    "diagnose is locked until the question q is answered: say first what you think. Go to it with "
    + ":answer q; :skip gives it up."

  private static let text = Texts.lesson(
    """
    ## Before

    ```fathom
    first = diagnose(network(0.5*identity(2), depth: 3))
    ```

    Look.

    ## Patient

    ```fathom
    sick = network(0.5*identity(2), depth: 60)
    ```

    What is it?

    ```toml question
    id = "q"
    ask = "By which factor does a layer multiply?"
    kind = "number"
    answer = "0.5"
    within = "exact"
    reject = ["2"]
    points = 1
    hints = ["Count."]
    explain = "So it is."
    locked = ["diagnose", "gain"]
    ```

    ```fathom
    1 + 1
    ```

    ## Behind

    ```fathom
    diagnose(sick)
    ```
    """
  )

  /// Somebody in front of the question.
  private static func patient(_ text: String = text) throws -> Player {
    var player = try Player(text)
    player.enter(until: "q")
    return player
  }

  @Test("It is said when it is typed, at the question and beside it")
  func said() throws {
    var player = try Self.patient()
    #expect(player.typed("?diagnose(sick)").contains(Self.said))
    #expect(player.typed("?gain(tanh)").contains("gain is locked until the question q is answered"))
    // Enter goes back to the notebook with the question open.
    player.type("")
    for line in ["diagnose(sick)", "r = diagnose(sick)", "explain diagnose(sick)"] {
      #expect(player.typed(line).contains(Self.said), "\(line): \(player.seen)")
    }
    #expect(!player.type("rms(sick([1, 1]))").contains("locked"))
    #expect(player.type("help diagnose").contains("diagnose(net"))
  }

  @Test(
    "No other name and no function of one's own opens it, and what failed has a value behind it"
  )
  func ways() throws {
    var player = try Self.patient()
    player.type(["", "d = diagnose", "f(n) = diagnose(n)", "r = diagnose(sick)"])
    for line in ["d(sick)", "f(sick)", "r"] {
      #expect(player.typed(line).contains(Self.said), "\(line): \(player.seen)")
    }
    player.type([":answer q", "7", ""])
    for line in ["d(sick)", "f(sick)", "r", "diagnose(sick)", "gain(tanh)"] {
      #expect(!player.type(line).contains("locked"), "\(line): \(player.seen)")
    }
    #expect(player.type("r").contains("layer"))
  }

  @Test(
    "It opens with any answer and with :skip, whatever the answer is worth",
    arguments: ["0.5", "7", ":skip"],
    ["practice", "graded"]
  )
  func opens(_ line: String, _ mode: String) throws {
    // In a graded lesson a question without an answer stays open until all is handed in.
    let text = Self.text.replacing("format = 2", with: "format = 2\nmode = \"\(mode)\"")
    for lesson in [try lesson(text), try copyWithoutKeys(text)] {
      var player = Player(lesson)
      player.enter(until: "q")
      player.type(line)
      player.type("")
      let isOpen = mode == "graded" && line == ":skip"
      #expect(player.typed("diagnose(sick)").contains("is locked") == isOpen, "\(player.seen)")
      // The same without anybody looking, as a resumed session is.
      var resumed = Session(lesson)
      resumed.replayBeginning()
      while resumed.prompt != .answer("q") { resumed.replay(.line("")) }
      for input in [line, ""] { resumed.replay(.line(input)) }
      let effects = resumed.handle(.line("diagnose(sick)"))
      #expect(effects.text(resumed.settings.layout).contains("is locked") == isOpen)
    }
  }

  @Test("It is locked from the beginning of its step, wherever one goes then")
  func beginning() throws {
    var player = try Player(Self.text)
    #expect(!player.type("diagnose(network(identity(2), depth: 2))").contains("locked"))
    #expect(!player.type("first").contains("locked"))
    player.type(":go patient")
    #expect(player.typed("diagnose(network(identity(2), depth: 3))").contains("is locked"))
    player.type(":go before")
    #expect(player.typed("diagnose(network(identity(2), depth: 2))").contains(Self.said))
    // What the lesson itself shows it shows.
    player.type(":go behind")
    #expect(!player.seen.contains("locked") && player.seen.contains("diagnose(sick)"))
    player.type([":go patient", ":reset"])
    #expect(player.typed("diagnose(sick)").contains("is locked"))
  }

  @Test("In front of a class it is locked until the question is behind one")
  func talk() throws {
    var player = try Player(Self.text)
    player.session.isTalk = true
    player.enter(until: "q")
    #expect(player.typed("?diagnose(sick)").contains(Self.said))
    player.type(":skip")
    #expect(!player.type("diagnose(sick)").contains("locked"), "\(player.seen)")
  }

  @Test("A lesson of format 1 has no locks")
  func format() throws {
    let old = Self.text.replacing("format = 2", with: "format = 1")
    let diagnostics = Lesson.parse(old, path: "l.md").diagnostics.map(\.text)
    #expect(diagnostics.contains { $0.contains("'locked'") && $0.contains("format") })
  }
}

extension Player {
  /// What a line brings, as one line.
  fileprivate mutating func typed(_ line: String) -> String {
    type(line).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
