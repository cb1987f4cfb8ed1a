import Sessions

/// A command that the shell carries out: it changes no state of the session and is not recorded.
enum ShellRequest {
  case edit(String)
  /// One parameter to be turned, or two.
  case knob([String])
  case open(String)
  case save(String)
  case forget
  /// One of these without what it needs, or help on one.
  case remark(String)

  /// nil for a line that is the session's.
  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, first.hasPrefix(":") else { return nil }
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch first {
    case ":edit": self = rest.isEmpty ? .remark("Edit what? For example: :edit s") : .edit(rest)
    case ":knob":
      let names = rest.split(separator: " ").map(String.init)
      self =
        (1...2).contains(names.count)
        ? .knob(names) : .remark("Turn what? One parameter or two, for example: :knob s")
    case ":open":
      self =
        rest.isEmpty
        ? .remark("Open which lesson? fathom alone lists them. For example: :open scaling")
        : .open(rest)
    case ":save":
      self =
        rest.isEmpty
        ? .remark("Save under which name? For example: :save mine.transcript") : .save(rest)
    case ":forget": self = rest.isEmpty ? .forget : .remark(":forget stands alone.")
    case ":help":
      let name = rest.hasPrefix(":") ? String(rest.dropFirst()) : rest
      guard let command = Self.commands(lessons: []).first(where: { $0.name == name }) else {
        return nil
      }
      self = .remark(":\(command.name)\(Self.operand(command)), \(command.summary)")
    default: return nil
    }
  }

  /// What `:help` adds to the session's own commands.
  static var help: [String] {
    let commands = commands(lessons: [])
    let width = commands.map { $0.name.count + operand($0).count }.max() ?? 0
    return commands.map { command in
      let name = command.name + operand(command)
      let gap = String(repeating: " ", count: width + 2 - name.count)
      return "  :\(name)\(gap)\(command.summary)"
    }
  }

  private static func operand(_ command: ShellCommand) -> String {
    command.takesOperand ? " NAME" : ""
  }

  /// For the help and for TAB.
  static func commands(lessons: [Completion.Candidate]) -> [ShellCommand] {
    [
      ShellCommand(
        name: "edit",
        takesOperand: true,
        summary: "put a definition into the line, to be changed"
      ),
      ShellCommand(
        name: "knob",
        takesOperand: true,
        summary: "turn a parameter with the arrow keys and see the figure change"
      ),
      ShellCommand(
        name: "open",
        takesOperand: true,
        summary: "another lesson",
        operands: lessons
      ),
      ShellCommand(name: "save", takesOperand: true, summary: "a copy of the transcript"),
      ShellCommand(
        name: "forget",
        takesOperand: false,
        summary: "begin this lesson anew; what you had is set aside"
      ),
    ]
  }
}

extension String {
  fileprivate var trimmed: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
