import Notebooks
import Sessions
import TerminalText
import Testing

/// What `:help` says first, at each prompt.
@Suite("Help here")
struct HelpHereTests {
  private func lines(_ player: inout Player) -> [String] {
    player.type(":help").split(separator: "\n").map(String.init)
  }

  private func typed(_ lines: [String]) -> [String] {
    lines.dropFirst().map { line in
      let text = line.dropFirst(2)
      return String(text[..<(text.firstRange(of: "  ")?.lowerBound ?? text.endIndex)])
    }
  }

  @Test("In a step it begins with Enter, and its examples are the step's own")
  func step() throws {
    var player = try Player(Texts.tour)
    let lines = lines(&player)
    #expect(lines[0] == "In step 1 of 3")
    #expect(
      typed(lines) == [
        "Enter", ":back", "s = 1.6", "1.5^3", "plot [1, 2, 4]", ":knob s", ":undo", ":show",
        "help plot", ":help all", ":quit",
      ]
    )
  }

  @Test(
    "At a question it says what an answer is",
    arguments: [
      ("guess", "a guess"), ("factor", "a number"), ("way", "a letter"), ("why", "words"),
      ("balance", "done"), ("formula", "a formula"), ("even", "letters"),
    ]
  )
  func question(id: String, first: String) throws {
    var player = try Player(Texts.tour)
    player.enter(until: id)
    let lines = lines(&player)
    #expect(lines[0] == "At the question \(id)")
    #expect(typed(lines).first == first)
    #expect(typed(lines).contains("Enter"))
    #expect(player.prompt == "answer[\(id)]>")
  }

  @Test("It fits a screen of 24 rows at 80 columns, wherever it is asked")
  func fits() throws {
    var players = [
      Player(try lesson(Texts.tour)), Player(notebook: "mine"), Player(notebook: "home"),
    ]
    for index in players.indices {
      for _ in 0..<40 {
        let lines = lines(&players[index])
        #expect(lines.count <= 16 && lines.allSatisfy { $0.count <= 80 }, "\(lines)")
        players[index].enter()
      }
    }
    #expect(players[0].session.place == .after)
    #expect(lines(&players[0])[0] == "At the end of the lesson")
    #expect(lines(&players[1])[0] == "In a notebook")
    #expect(lines(&players[2])[0] == "At home")
  }

  @Test("What it offers to type is understood, and the examples run")
  func examples() throws {
    for name in ["mine", "home"] {
      var player = Player(notebook: name)
      player.type("s = 3")
      for line in typed(lines(&player)) where !["Enter", "1", ":quit"].contains(line) {
        if case .request? = ShellLine(line) { continue }
        if ShellLine(line) != nil { continue }
        let said = player.type(line)
        #expect(!said.contains("There is no") && !said.contains("^~"), "\(line): \(said)")
      }
    }
  }

  @Test(":help all has the language, the functions and the commands")
  func all() throws {
    var player = try Player(Texts.tour)
    let all = player.type(":help all")
    for part in ["What you can type", "Topics", "Commands", ":hint", "singular_values"] {
      #expect(all.contains(part), "\(part)")
    }
    #expect(Command.listsCommands(":help all") && Command.listsCommands(":help commands"))
    #expect(!Command.listsCommands(":help"))
  }
}
