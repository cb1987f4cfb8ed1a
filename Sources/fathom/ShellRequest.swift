import Sessions

/// A command that the shell carries out: it changes no state of the session and is not recorded.
enum ShellRequest {
  case edit(String)
  case open(String)
  case save(String)
  case forget
  /// One of these without what it needs.
  case faulty(String)

  /// nil for a line that is the session's.
  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, first.hasPrefix(":") else { return nil }
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch first {
    case ":edit": self = rest.isEmpty ? .faulty("Edit what? For example: :edit s") : .edit(rest)
    case ":open":
      self =
        rest.isEmpty
        ? .faulty("Open which lesson? fathom alone lists them. For example: :open scaling")
        : .open(rest)
    case ":save":
      self =
        rest.isEmpty
        ? .faulty("Save under which name? For example: :save mine.transcript") : .save(rest)
    case ":forget": self = rest.isEmpty ? .forget : .faulty(":forget stands alone.")
    default: return nil
    }
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
