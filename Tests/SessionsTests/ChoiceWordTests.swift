import Sessions
import Testing

/// A choice that is answered in words instead of its letter.
@Suite("Choices in words")
struct ChoiceWordTests {
  private func asked(several: Bool = false) throws -> Player {
    let key = several ? "[\"grows\", \"sinks\"]" : "\"grows\""
    var player = try Player(
      Texts.question(
        """
        kind = "\(several ? "choices" : "choice")"
        answer = \(key)
        points = 1
        hints = ["Look."]
        explain = "It multiplies."

        [choices]
        grows = "It explodes: rms(a) grows, layer by layer."
        sinks = "It vanishes: it falls towards `0`."
        tanh = "tanh"
        three = "3, as the signal does"
        """
      )
    )
    player.enter(until: "q")
    return player
  }

  /// A question with these choices, of which `up` is right.
  private static func upright(_ choices: String) -> String {
    Texts.question(
      """
      kind = "choice"
      answer = "up"
      points = 1
      hints = ["Look."]
      explain = "It grows."

      [choices]
      \(choices)
      """
    )
  }

  @Test(
    "The whole text, its beginning and words that stand in it alone are kept as the choice's id",
    arguments: [
      ("explodes", "grows", "a"), ("EXPLODES.", "grows", "a"), ("it  expl", "grows", "a"),
      ("\"It explodes: rms(a) grows, layer by layer.\"", "grows", "a"),
      ("a) It explodes: rms(a) grows, layer by layer.", "grows", "a"),
      ("falls towards 0", "sinks", "b"), ("tanh", "tanh", "c"), ("3, as the", "three", "d"),
      ("as the signal does", "three", "d"), ("(b)", "sinks", "b"), ("b.", "sinks", "b"),
    ]
  )
  func said(line: String, id: String, letter: String) throws {
    let player = try asked()
    #expect(player.session.recorded(line) == id)
    #expect(player.session.lettersSaid(in: line) == letter)
  }

  @Test("What was kept so is marked as its letter is, there and in a replay")
  func marked() throws {
    var (words, letter) = (try asked(), try asked())
    let kept = words.session.recorded("explodes")
    #expect(words.type(kept) == letter.type(letter.session.recorded("a")))
    #expect(words.mark("q") == .correct && letter.mark("q") == .correct)
    #expect(words.session.recorded("vanishes") == "sinks")
  }

  @Test("Words of several choices, of none, and too few of them stay as typed, and cost nothing")
  func refused() throws {
    var player = try asked()
    for line in ["it", "layers", "lodes", "b) It explodes", "a, b", "it explodes not"] {
      #expect(player.session.recorded(line) == line)
      #expect(player.session.lettersSaid(in: line) == nil)
      #expect(player.type(line).hasSuffix(" This cost no attempt."), "\(line)")
    }
    #expect(player.type("zeta") == "\"zeta\" is none of a, b, c and d. This cost no attempt.")
    let twice = try Player(
      Self.upright(
        """
        up = "It grows by layers."
        down = "It sinks by layers."
        level = "It stays."
        """
      )
    )
    player = twice
    player.enter(until: "q")
    #expect(player.session.recorded("by layers") == "by layers")
    #expect(
      player.type("by layers")
        == "\"by layers\" may mean a or b; type the letter. This cost no attempt."
    )
    #expect(player.mark("q") == .invalid)
    #expect(player.session.recorded("It stays") == "level")
  }

  @Test("A short word that opens a choice and is set apart there says it, or is asked about")
  func opening() throws {
    var player = try Player(
      Self.upright(
        """
        up = "Yes: it grows."
        down = "No: it sinks."
        level = "No, it stays."
        never = "It is 0."
        """
      )
    )
    player.enter(until: "q")
    for line in ["yes", "Yes.", "YES!"] { #expect(player.session.recorded(line) == "up") }
    for line in ["no", "No.", "NO"] {
      #expect(player.session.recorded(line) == line)
      #expect(
        player.type(line) == "\"\(line)\" may mean b or c; type the letter. This cost no attempt."
      )
    }
    // "It" opens a choice too, but nothing sets it apart.
    for line in ["it", "ye", "y", "n", "ja"] {
      #expect(player.session.recorded(line) == line)
      #expect(player.type(line).contains("is none of a, b, c and d."), "\(line)")
    }
  }

  @Test("What the notebook, a command or another kind of line means is no choice")
  func others() throws {
    let player = try asked()
    for line in ["a", "b)", "C", "rms([3, 4])", "? explodes"] {
      #expect(player.session.lettersSaid(in: line) == nil)
    }
    // An id is seen by nobody, and may be a word of the learner's own.
    #expect(player.session.lettersSaid(in: "grows") == "a")
    for line in ["rms([3, 4])", "? explodes", ":hint", "hint", "done", "grows = 3", "plot [1, 2]"] {
      #expect(player.session.recorded(line) == line)
    }
  }

  @Test("At the notebook's prompt it is said where such a line answers, as it is of a letter")
  func elsewhere() throws {
    var player = try asked()
    player.enter()
    #expect(player.prompt == "fathom>")
    for (line, isMeant) in [
      ("a", true), ("falls towards", true), ("explodes", true), ("layers", false), ("tanh", false),
      ("zeta", false), ("rms([3, 4])", false),
    ] {
      #expect(player.type(line).contains(":answer q goes to its prompt") == isMeant, "\(line)")
    }
  }

  @Test("At a task's prompt done! is done, and is kept so")
  func done() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "balance")
    for line in ["done!", "Done.", "\"done\"", " done! "] {
      #expect(player.session.recorded(line) == "done")
    }
    for line in ["done", "DONE", "donne", "done = 3", "done it", ":answer"] {
      #expect(player.session.recorded(line) == line)
    }
  }

  @Test("Several are said one by one, mixed with letters")
  func several() throws {
    let player = try asked(several: true)
    #expect(player.session.recorded("vanishes, explodes") == "grows, sinks")
    #expect(player.session.lettersSaid(in: "vanishes; a") == "a, b")
    #expect(player.session.recorded("vanishes, zeta") == "vanishes, zeta")
    #expect(player.session.lettersSaid(in: "a, b") == nil)
  }
}
