import Notebooks
import Sessions
import Testing

/// A notebook of one's own: a session without steps.
@Suite("Notebook sessions")
struct NotebookSessionTests {
  private static let growth = [
    "s = 2", "a = activations(network(s*identity(2), depth: 4), [1, 1])",
  ]
  private static let ofLessons = [
    "next", "back", "go", "steps", "answer", "hint", "skip", "submit", "vote", "score", "mine",
    "reset",
  ]

  @Test("Begins with nothing, and Enter brings nothing")
  func nothing() {
    var player = Player(notebook: "mine")
    #expect(player.effects.isEmpty)
    #expect(player.type("").isEmpty)
    #expect(player.session.questions.isEmpty)
    #expect(player.prompt == "fathom>")
  }

  @Test("A change prints anew the latest figure and the latest value, and no other")
  func refreshing() {
    var player = Player(notebook: "mine")
    player.type(Self.growth + ["plot rms(a)", "plot 2*rms(a)", "s + 1", "s + 2"])
    let seen = player.type("s = 3")
    #expect(player.figures.count == 1)
    // 2 rms(a[4]) = 2 · 3^4
    #expect(player.type(":data").contains("162"))
    #expect(seen.contains("s + 2 = 5") && !seen.contains("s + 1 = 4"))
    #expect(!seen.contains("stale"))
  }

  @Test("What is about a lesson says so in a sentence, and nothing else does")
  func commands() {
    for command in Command.ofSession {
      var player = Player(notebook: "mine")
      player.type("s = 2")
      let operand = if case .required = command.takes { " s" } else { "" }
      let said = player.type(":\(command.name)\(operand)")
      let refusal =
        ":\(command.name) is about a lesson, and this is a notebook of your own. "
        + ":open NAME plays a lesson."
      #expect((said == refusal) == Self.ofLessons.contains(command.name), "\(command.name)")
    }
    var player = Player(notebook: "mine")
    #expect(player.type("next").hasPrefix(":next is about a lesson"))
    player.type("next = 7")
    #expect(player.type("next") == "next = 7")
  }

  @Test("Its help and TAB have its own commands")
  func help() {
    var player = Player(notebook: "mine")
    let listed = player.type(":help commands")
    #expect(listed.contains(":undo") && !listed.contains(":steps"))
    #expect(player.session.completion(of: ":st", cursor: 3).candidates.isEmpty)
    #expect(player.session.completion(of: ":und", cursor: 4).candidates.map(\.text) == [":undo"])
    let overview = player.type(":help")
    #expect(player.type("?") == overview && player.type("help") == overview)
    #expect(player.type("? 3^4").contains("81"))
  }

  @Test("Where names play, TAB has the lessons' until the notebook has one by that name")
  func lessons() {
    var player = Player(notebook: "mine")
    let lessons = ["scaling", "tour"].map { Completion.Candidate(text: $0, summary: "a lesson") }
    func offered(_ line: String, namesPlay: Bool = true) -> [String] {
      player.session.completion(
        of: line,
        cursor: line.utf8.count,
        lessons: lessons,
        namesPlay: namesPlay
      ).candidates.map(\.text).filter { $0 == "scaling" || $0 == "tour" }
    }
    #expect(offered("") == ["scaling", "tour"])
    #expect(offered("sc") == ["scaling"])
    #expect(offered("x = sc").isEmpty && offered("? sc").isEmpty && offered(":sc").isEmpty)
    #expect(offered("sc", namesPlay: false).isEmpty)
    #expect(offered(":open t") == ["tour"])
    player.type("scaling = 2")
    // the notebook's own, once
    #expect(offered("") == ["scaling", "tour"])
  }

  @Test("Figures, knobs and definitions are what they are in a step")
  func asInAStep() throws {
    var player = Player(notebook: "mine")
    #expect(player.type(":describe") == "This notebook has shown no figure yet.")
    #expect(player.type(":run") == "This notebook has shown nothing to run again.")
    player.type(Self.growth + ["plot rms(a)"])
    #expect(player.type(":describe").contains("×2 per layer"))
    #expect(
      player.type(":describe 7") == "There is no figure \"7\" in this notebook. There is 1.1."
    )
    #expect(try player.session.lastFigure() != nil)
    var knob = try player.session.knob("s")
    knob.turn(by: 1)
    player.type(knob.statement)
    #expect(player.definition("s") == knob.statement)
    player.type(":undo")
    #expect(player.definition("s") == "s = 2")
    #expect(player.type(":notebook") == Self.growth.joined(separator: "\n"))
  }

  @Test("Says what it holds to who comes back")
  func orientation() {
    var player = Player(notebook: "mine")
    #expect(
      player.session.orientation().text(player.session.settings.layout)
        == "Notebook mine, with nothing in it yet: s = 1.5 defines s, help helps."
    )
    for name in "abcdefghij" { player.type("\(name) = 1") }
    #expect(
      player.session.orientation().text(player.session.settings.layout)
        == "Notebook mine, with a, b, c, d, e, f, g, h and 2 more: :notebook lists, :forget begins anew."
    )
  }

  @Test("Replayed it holds what it held when somebody looked")
  func replaying() {
    let lines =
      Self.growth + [
        "plot rms(a)", ":undo", "b = a[", "c = 4\nd = c^2", ":set columns 60", "d", ":next",
      ]
    var handled = Player(notebook: "mine")
    var replayed = Session(.notebook("mine"))
    replayed.replayBeginning()
    for line in lines {
      handled.type(line)
      replayed.replay(.line(line))
    }
    #expect(replayed.notebook.definitions.all.map(\.statement.text) == handled.definitions)
    #expect(replayed.settings == handled.session.settings)
    #expect(handled.definitions == ["s = 2", "c = 4", "d = c^2"])
  }
}
