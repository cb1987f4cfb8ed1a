import SessionSupport
import Sessions
import Testing

/// Tasks: conditions on the learner's own definitions.
@Suite("Tasks")
struct TaskMarkTests {
  private static func lesson(require: String, uses: String = "\"s\"", given: String = "") -> String
  {
    Texts.lesson(
      """
      ## Do

      ```toml parameters
      [s]
      value = 1.5
      meaning = "a factor"

      [L]
      value = 20
      meaning = "layers"
      ```

      ```fathom
      x = [1, 1]
      M = s*identity(2)
      net = network(M, depth: L, last: identity(2))
      a = activations(net, x)
      ```

      ```toml question
      id = "q"
      kind = "task"
      ask = "Make it level."
      uses = [\(uses)]
      given = [\(given)]
      require = [\(require)]
      accept = ["s = 1.01"]
      reject = ["s = 1.5"]
      points = 2
      hints = ["Near one."]
      explain = "Level."
      ```
      """
    )
  }

  private static let level = lesson(
    require: #""rms(a[L]) <= 2", "rms(a[L]) >= 0.5", "s != 1""#,
    given: #""L", "x", "M", "net", "a""#
  )

  private static func played(_ text: String, _ lines: [String]) throws -> Player {
    var player = try Player(text)
    player.enter(until: "q")
    player.type(lines + ["done"])
    return player
  }

  @Test("Right when all conditions hold on the learner's definitions")
  func right() throws {
    for lines in [["s = 1.01"], ["s = 0.99"], ["t = 0.01", "s = 1 + t"], ["s = 7", "s = 1.02"]] {
      #expect(try Self.played(Self.level, lines).verdict("q") == Verdict.of(.correct, 200, 200))
    }
  }

  @Test("Given names are the lesson's: nobody solves it with L = 2 or another x")
  func given() throws {
    for lines in [
      ["L = 2", "s = 1.4"], ["x = [0, 0]"], ["a = activations(net, [1, 1])*0 + 1"],
      ["M = identity(2)"], ["net = network(identity(2), depth: L)"], ["a = [1, 1]", "L = 1"],
    ] {
      let player = try Self.played(Self.level, lines)
      #expect(player.verdict("q")?.mark != .correct, "\(lines)")
      #expect(player.verdict("q")?.earned ?? 0 < 200, "\(lines)")
    }
  }

  @Test("Built-ins in conditions are the built-ins, whatever the learner calls so")
  func builtIns() throws {
    for lines in [
      ["rms(v) = 1"], ["rms = 1"], ["abs(v) = 0", "rms(v) = 1", "s = 1.5"],
      ["activations(n, v) = [1, 1]"], ["network(m) = 1"], ["identity(n) = 0.99"],
    ] {
      let player = try Self.played(Self.level, lines)
      #expect(player.verdict("q")?.mark != .correct, "\(lines)")
    }
    #expect(
      try Self.played(Self.level, ["rms(v) = 1", "s = 1.01"]).verdict("q")
        == Verdict.of(.correct, 200, 200)
    )
  }

  @Test("Names like those that a marker might use are the learner's own affair")
  func collisions() throws {
    let lines = ["key = 1", "answer = 2", "q = 3", "require = 4", "points = 5", "s = 1.01"]
    #expect(try Self.played(Self.level, lines).mark("q") == .correct)
  }

  @Test("Some of the conditions give some of the points, but nothing for what held before")
  func partial() throws {
    // At the beginning s = 1.5: only "rms(a[L]) >= 0.5" and "s != 1" hold.
    #expect(try Self.played(Self.level, []).verdict("q") == Verdict.of(.incorrect, 0, 200))
    let three = Self.lesson(require: #""s < 1.2", "s < 1.1", "s < 1.01", "s > 0""#)
    for (s, earned) in [("1.15", 66), ("1.05", 133), ("1", 200), ("2", 0)] {
      #expect(try Self.played(three, ["s = \(s)"]).verdict("q")?.earned == earned, "\(s)")
    }
    // What held before must go on holding.
    #expect(try Self.played(three, ["s = -1"]).verdict("q") == Verdict.of(.incorrect, 0, 200))
    let player = try Self.played(three, ["s = 1.05"])
    #expect(
      player.seen
        == """
        Partly there. 1.33 of 2 points. Go on changing the notebook, then type done again.
        What does not hold: s < 1.01; s is 1.05
        """
    )
  }

  @Test("Each name that a task reads and the learner has otherwise is told, as it was marked")
  func redefined() throws {
    // What a name of the task's is made of counts, and is told with it.
    var helped = try Self.played(Self.level, ["k = 1.3", "s = k"])
    #expect(helped.seen.hasSuffix("\nMarked with your s = k and your k = 1.3."))
    // Where nothing fails, none of them is why.
    helped.type("k = 1.01")
    #expect(!helped.type("done").contains("Marked with"))
    // What the conditions read is the lesson's, far behind them too; what is the same is not told.
    let open = Self.lesson(require: #""rms(a[L]) <= 2", "rms(a[L]) >= 0.5", "s != 1""#)
    let lines = ["M = 3", "x = [1, 1]", "s = 1.2"]
    let other = try Self.played(open, lines)
    #expect(
      other.seen.hasSuffix(
        "Marked with your s = 1.2. Given: M = s*identity(2), instead of your M = 3."
      )
    )
    // Without the key nothing is known of the conditions.
    var copy = Player(try copyWithoutKeys(open))
    copy.enter(until: "q")
    copy.type(lines)
    #expect(copy.type("done").hasSuffix("Marked with your s = 1.2."))
  }

  @Test("Each attempt is about the notebook of its moment; the best counts")
  func moments() throws {
    var player = try Self.played(Self.level, ["s = 1.01"])
    player.type(["s = 3", "done"])
    #expect(player.seen.hasPrefix("Not yet (answer 2)."))
    #expect(player.mark("q") == .correct)
  }

  @Test("What would take too long to check is over budget, and no pass")
  func overBudget() throws {
    let text = Self.lesson(
      require: #""rms(net(ones(4000))) > 0", "s != 1.5""#,
      uses: "\"net\", \"s\""
    )
    let lines = ["net = network(gaussian(gain: 1), width: 4000, depth: 1000, seed: 1)", "s = 2"]
    let player = try Self.played(text, lines)
    #expect(player.verdict("q") == Verdict.of(.overBudget, 0, 200))
    #expect(
      player.seen
        == """
        Checking this would take too long. Take fewer layers or smaller widths, then type done again.
        """
    )
  }

  @Test("A value beyond the range of numbers is a wrong one, not a dear one")
  func beyondRange() throws {
    let text = Self.lesson(require: #""s^10^13 > 2""#)
    #expect(try Self.played(text, ["s = 10"]).verdict("q") == Verdict.of(.incorrect, 0, 200))
  }

  @Test("A bound is reached within rounding, and what fails is shown with the digits that tell")
  func rounding() throws {
    // mpmath: 10^(1/151) = 1.01536576572587400..., whose 151st power is 10 but for its last digit;
    // 1.0153657^151 = 9.999902, 1.0153658^151 = 10.000051.
    let text = Self.lesson(
      require: #""s^151 <= 10", "s^151 >= 10", "s != 1""#,
      given: #""L""#
    )
    for s in ["10^(1/151)", "1.01536576572587"] {
      #expect(try Self.played(text, ["s = \(s)"]).mark("q") == .correct, "\(s)")
    }
    for s in ["1.0153657", "1.0153658"] {
      #expect(try Self.played(text, ["s = \(s)"]).mark("q") != .correct, "\(s)")
    }
    let near = try Self.played(Self.level, ["s = 1.0000000001"])
    #expect(near.seen.hasSuffix("What does not hold: s != 1; s is 1.0000000001"))
    let above = try Self.played(Self.lesson(require: #""2*s <= 2*L""#), ["s = 20.0000001"])
    #expect(above.seen.hasSuffix("2*s is 40.0000002 and 2*L is 40"), "\(above.seen)")
  }

  @Test("What the learner has typed is the learner's, also where it is what the lesson has there")
  func provenance() throws {
    let text = Texts.tour.replacing("## By hand", with: "## By hand")
      .replacing("value = 0.5", with: "value = 1.01")
      .replacing("Now you.", with: "Now you.\n\n```fathom\ns = 3\n```")
    for (before, after) in [
      (["s = 1.01"], []), ([], ["s = 1.01"]), ([], ["s = 5", "s = 1.01"]),
      (["s = 5", ":undo", "s = 1.01"], []), (["s = 1.01", "s = 5", ":undo"], []),
    ] {
      var player = try Player(text)
      player.enter(until: "balance")
      player.type([":go less"] + before + [":answer balance"] + after + ["done"])
      #expect(player.mark("balance") == .correct, "\(before) \(after): \(player.seen)")
    }
    // What nobody typed is the lesson's at the task's own place.
    for lines in [[], ["s = 1.01", ":undo"], ["s = 1.01", ":reset"]] {
      var player = try Player(text)
      player.enter(until: "balance")
      player.type([":go less"] + lines + [":answer balance", "done"])
      #expect(player.mark("balance") != .correct, "\(lines)")
    }
  }

  @Test("What has no value is no answer and costs none, on either copy")
  func noValue() throws {
    for lesson in [try SessionSupport.lesson(Self.level), try copyWithoutKeys(Self.level)] {
      for (line, why) in [
        ("s = q", "s waits for q, which is not defined. This cost no attempt."),
        ("s = 1...2", "s is a range of 2 numbers; the task needs a number. This cost no attempt."),
        ("s = 1/0", "s has no value: "), ("s = \"text\"", "s is a text; the task needs a number."),
      ] {
        var player = Player(lesson)
        player.enter(until: "q")
        player.type([line, "done"])
        #expect(player.seen.contains(why), "\(player.seen)")
        #expect(player.mark("q") == .invalid)
        player.type(["s = 1.01", "done"])
        #expect(!player.seen.contains("answer 2"))
      }
    }
  }

  @Test("A task handed in again is told what it was told before, and anew once it has changed")
  func again() throws {
    var player = try Player(Self.level)
    player.enter(until: "q")
    player.type("s = 3")
    let first = player.type("done").split(separator: "\n").dropFirst()
    #expect(player.type("done").split(separator: "\n").dropFirst() == first)
    player.type("s = 1.01")
    #expect(player.type("done").hasPrefix("Right."))
    player.type("s = 3")
    let again = player.type("done").split(separator: "\n")
    #expect(again[1] == "What you earned before stays: 2 of 2 points.")
    #expect(again.dropFirst(2) == first)
  }

  @Test("Odd definitions are never a pass and never stop the session")
  func odd() throws {
    for value in [
      "\"text\"", "[1, 2]", "[[1]]", "true", "1/0", "nope", "s(1)", "tanh", "float16", "0",
      "1e300", "10^10^9", "1...3", "network(identity(2), depth: 2)", "q",
    ] {
      let player = try Self.played(Self.level, ["s = \(value)"])
      let verdict = player.verdict("q")
      #expect([.incorrect, .partial, .invalid].contains(verdict?.mark), "\(value)")
      #expect(verdict?.earned ?? 0 < 200, "\(value)")
      #expect(player.prompt == "answer[q]>")
    }
  }

  @Test("A condition that is no expression, or none at all, is the lesson's fault")
  func faults() throws {
    for require in [#""s <""#, #""s = 1""#, #""s > 0", "plot s""#] {
      let player = try Self.played(Self.lesson(require: require), ["s = 1.01"])
      #expect(player.verdict("q") == Verdict.of(.lessonFault, 0, 0), "\(require)")
    }
  }

  @Test("Who has changed another name than those that the task looks at is told so")
  func otherName() throws {
    let told = "The task looks at s; you changed S."
    #expect(try Self.played(Self.level, ["S = 1.01"]).seen.contains(told))
    var player = try Self.played(Self.level, ["k = 3", "S = 1.01"])
    #expect(player.seen.contains("The task looks at s; you changed k and S."))
    // Once the task's own name is changed, nothing else is asked about.
    #expect(!player.type(["s = 2", "done"]).contains("The task looks"))
    #expect(!(try Self.played(Self.level, []).seen.contains("you changed")))
    // Given names are told as such.
    #expect(!(try Self.played(Self.level, ["L = 2"]).seen.contains("you changed")))
    #expect(!(try Self.played(Self.level, ["S = 1.01", ":undo"]).seen.contains("you changed")))
  }

  @Test("A definition that reads what nobody has defined is no answer, however dear the rest is")
  func waiting() throws {
    for (line, missing) in [
      ("s = zz", "zz"), ("s = zz*yy*[1, 1]", "zz"), ("s = x^T*x^T*[1, 1]", "T"),
      (
        "s = rms(activations(network(gaussian(), width: 400, depth: 400), ones(400))[400])*zz", "zz"
      ),
    ] {
      let player = try Self.played(Self.level, [line])
      #expect(player.seen == "s waits for \(missing), which is not defined. This cost no attempt.")
      #expect(player.verdict("q")?.mark == .invalid, "\(line)")
    }
    var player = try Player(Self.level)
    player.enter(until: "q")
    #expect(player.type("s = x^T*[1, 1]").contains("There is no \"T\". Write x'\n"))
  }

  @Test("What was earned stays when a later answer earns less, and that is said")
  func stays() throws {
    var player = try Self.played(Self.level, ["s = 1.01"])
    #expect(player.seen.hasPrefix("Right. 2 of 2 points."))
    let worse = player.type(["s = 1.5", "done"])
    #expect(worse.contains("What you earned before stays: 2 of 2 points."))
    #expect(player.verdict("q") == Verdict.of(.correct, 200, 200))
    // A session that is taken up tells the same.
    var unseen = try Player(Self.level)
    unseen.enter(until: "q")
    for line in ["s = 1.01", "done", "s = 1.5"] { unseen.session.replay(.line(line)) }
    #expect(unseen.type("done") == worse)
    #expect(!player.type(["s = 1.02", "done"]).contains("stays"))
    #expect(!(try Self.played(Self.level, ["s = 1.5", "done", "s = 2"]).seen.contains("stays")))
  }

  @Test("A drawn name means its value, whatever the learner calls so")
  func drawn() throws {
    let text = Self.lesson(require: #""s*t == 12""#, given: #""L""#)
      .replacing("Make it level.\"", with: "Let s times {t} be 12.\"\nvary = { t = [2, 3, 4, 6] }")
    for name in ["Ada", "Grace", "Kurt", "Emmy"] {
      var player = try Player(text, learner: Learner(name: name))
      let asked = player.seen + player.enter(until: "q")
      let drawn = try #require([2, 3, 4, 6].first { asked.contains("Let s times \($0) be 12.") })
      player.type(["t = 12", "s = 1", "done"])
      #expect(player.mark("q") == .incorrect)
      player.type(["s = 12/\(drawn)", "done"])
      #expect(player.mark("q") == .correct)
    }
  }
}
