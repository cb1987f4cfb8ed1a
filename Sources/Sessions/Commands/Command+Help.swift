import Notebooks
import TerminalText

extension Command {
  static let help = Command(
    "help",
    "help on a function, figure or topic",
    bareWords: ["help"],
    offers: { _, _ in
      Help.topics.map { Completion.Candidate(text: $0.name, summary: $0.summary) }
        + BuiltIns.functions.map { Completion.Candidate(text: $0.name, summary: $0.summary) }
    },
    .session(.optional("TOPIC") { topic in { _ in [.show { [help(on: topic, in: $0)] }] } })
  )

  /// Help without a topic.
  static var overview: Request { .show { [help(on: nil, in: $0)] } }

  private static func help(on topic: String?, in session: Session) -> Shown {
    guard let topic else { return .output(.help(session.helpHere)) }
    if topic == commands { return .output(.help(list(session))) }
    if topic == everything {
      let parts = [Help.text(nil), Help.text(everything), list(session)]
      return .output(
        .help(StyledText(lines: parts.flatMap { $0.lines + [StyledText()] }.dropLast()))
      )
    }
    if let command = ofSession.first(where: { ":" + $0.name == topic || $0.name == topic }),
      topic.hasPrefix(":") || !BuiltIns.names.contains(topic)
    {
      return .message(StyledText(command.explanation))
    }
    return .output(.help(Help.text(topic)))
  }

  /// The word that `:help` lists the commands for.
  private static let commands = "commands"
  /// The word for all there is.
  private static let everything = "all"

  /// Whether a line lists all commands, and the shell has some to add.
  package static func listsCommands(_ line: String) -> Bool {
    [commands, everything].contains { line == ":\(help.name) \($0)" }
  }

  private static func list(_ session: Session) -> StyledText {
    var text = StyledText("Commands", .heading)
    for row in listing(ofSession.filter { !session.isNotebook || !$0.needsLesson }) {
      text.append("\n  ")
      text.append(row.usage, .code)
      text.append(row.gap + row.summary)
    }
    return text
  }

  /// Commands one below the other, with their summaries in a column.
  private static func listing(
    _ commands: [Command]
  ) -> [(usage: String, gap: String, summary: String)] {
    let width = commands.map(\.usage.count).max() ?? 0
    return commands.map { command in
      let gap = String(repeating: " ", count: width + 2 - command.usage.count)
      return (command.usage, gap, command.summary)
    }
  }

  /// What `:help` adds to the session's own commands where there is a shell.
  package static var shellHelp: [String] {
    listing(ofShell).map { "  " + $0.usage + $0.gap + $0.summary }
  }
}
