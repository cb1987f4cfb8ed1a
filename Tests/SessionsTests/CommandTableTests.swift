import Sessions
import Testing

/// Every row of the table of commands: read, explained and completed from the same place.
@Suite("Table of commands")
struct CommandTableTests {
  /// Something that a command takes, where a word alone would not do.
  private static let operands = ["point": "2", "set": "columns 60"]

  private static func operand(_ command: Command) -> String { operands[command.name] ?? "s" }

  /// Whether a line is read as the command, and not refused.
  private func isRead(_ line: String, _ command: Command) throws -> Bool {
    if command.isOfShell {
      guard case .request = ShellLine(line) else { return false }
      return true
    }
    #expect(ShellLine(line) == nil, "\(line)")
    var player = try Player(Texts.tour)
    let said = player.type(line)
    return !said.contains("needs more") && !said.hasPrefix("Go where?")
      && !said.contains("stands alone")
      && !said.contains("There is no command")
  }

  @Test("Each is read with and without an operand, as it says")
  func reading() throws {
    for command in Command.all {
      let alone = try isRead(":" + command.name, command)
      let with = try isRead(":\(command.name) \(Self.operand(command))", command)
      switch command.takes {
      case .nothing: #expect(alone && !with, "\(command.name)")
      case .optional: #expect(alone && with, "\(command.name)")
      case .required: #expect(!alone && with, "\(command.name)")
      }
    }
  }

  @Test("Each stands in the help, and :help NAME explains it")
  func help() throws {
    var player = try Player(Texts.tour)
    let help = player.type(":help commands")
    let shellHelp = Command.shellHelp.joined(separator: "\n")
    for command in Command.all {
      let line = ":help \(command.name)"
      let listing = command.isOfShell ? shellHelp : help
      #expect(listing.contains(":\(command.name)"), "\(command.name)")
      #expect(listing.contains(command.summary), "\(command.name)")
      #expect(!command.summary.isEmpty)
      if command.isOfShell {
        guard case .remark(let words) = ShellLine(line) else {
          Issue.record("\(line)")
          continue
        }
        #expect(words.hasPrefix(":\(command.name)") && words.hasSuffix(", " + command.summary))
      } else {
        #expect(player.type(":help :\(command.name)").hasSuffix(", " + command.summary))
      }
    }
  }

  @Test("Each is completed, and what it takes where there is something to choose from")
  func completing() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type(["9", "plot rms(a)"])
    let lessons = [Completion.Candidate(text: "scaling", summary: "Scaling")]
    for command in Command.all {
      let line = ":" + command.name
      let found = player.session.completion(of: line, cursor: line.utf8.count).candidates
      let gap = command.takes == .nothing ? "" : " "
      #expect(found.contains { $0.text == line + gap && $0.summary == command.summary })
      let offered = player.session.completion(
        of: line + " ",
        cursor: line.utf8.count + 1,
        lessons: lessons
      )
      let isFree = ["save", "note", "submit", "vote"].contains(command.name)
      #expect(
        offered.candidates.isEmpty == (command.takes == .nothing || isFree),
        "\(command.name)"
      )
    }
  }

  @Test("Names are one word each and stand once")
  func names() {
    let names = Command.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase } })
    #expect(Command.ofSession.count + Command.ofShell.count == Command.all.count)
  }

  @Test("What leaves is said in one place", arguments: ["quit", "exit", ":quit"])
  func leaving(_ line: String) throws {
    #expect(Command.leaves(line))
    var player = try Player(Texts.tour)
    player.type(line)
    #expect(player.effects == [.leave])
  }

  @Test("The shell's lines, and what is said where something is missing")
  func shellLines() {
    #expect(ShellLine(":edit s") == .request(.edit("s")))
    #expect(ShellLine(":knob s  L") == .request(.knob(["s", "L"])))
    #expect(ShellLine(":open 3") == .request(.open("3")))
    #expect(ShellLine(":save a b.svg") == .request(.save("a b.svg")))
    #expect(ShellLine(":forget") == .request(.forget))
    for line in ["", "edit s", ":next", ":help", ":help skip", ":help rms", ":editor s", "s = 2"] {
      #expect(ShellLine(line) == nil, "\(line)")
    }
    for (line, words) in [
      (":edit", "Edit what? For example: :edit s"),
      (":knob", "Turn what? One parameter or two, for example: :knob s"),
      (":knob a b c", "Turn what? One parameter or two, for example: :knob s"),
      (
        ":open",
        "Open which lesson? By its name, as in :open scaling; :quit leaves, and fathom alone lists "
          + "them."
      ),
      (":save", "Save under which name? For example: :save mine.transcript"),
      (":forget it", ":forget stands alone."),
      (":help edit", ":edit NAME, put a definition into the line, to be changed"),
      (":help :forget", ":forget, begin anew; what you had is set aside"),
    ] { #expect(ShellLine(line) == .remark(words)) }
  }
}
