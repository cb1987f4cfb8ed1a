import Notebooks
import TerminalText

/// A command of the session: a line that begins with a colon, or Enter.
package enum Command: Sendable, Hashable {
  case next, back, steps, run, undo, mine, reset, hint, skip, score, notebook, quit
  case go(String)
  case answer(String?)
  case show(String?)
  case describe(String?)
  case data(String?)
  case point(PointedPlace)
  case why(String)
  case note(String)
  case set(name: String, value: String)
  case help(String?)

  /// What a command takes behind its name.
  package enum Operand: Sendable, Hashable {
    case none
    case optional(String)
    case required(String)
  }

  package struct Entry: Sendable, Hashable {
    package let name: String
    package let operand: Operand
    package let summary: String
  }

  /// All commands, in the order in which the help lists them.
  package static let entries: [Entry] = [
    Entry(name: "next", operand: .none, summary: "go on (Enter does the same)"),
    Entry(name: "back", operand: .none, summary: "back to the step before"),
    Entry(name: "go", operand: .required("STEP"), summary: "to a step, by its number or id"),
    Entry(name: "steps", operand: .none, summary: "the steps of this lesson and where you are"),
    Entry(
      name: "answer",
      operand: .optional("QUESTION"),
      summary: "answer a question that is open"
    ),
    Entry(name: "hint", operand: .none, summary: "a hint for the question"),
    Entry(name: "skip", operand: .none, summary: "give the question up and see the explanation"),
    Entry(name: "score", operand: .none, summary: "your points so far"),
    Entry(name: "undo", operand: .none, summary: "take back your last definition"),
    Entry(name: "mine", operand: .none, summary: "bring back definitions that the lesson replaced"),
    Entry(name: "reset", operand: .none, summary: "restore the beginning of the step"),
    Entry(
      name: "show",
      operand: .optional("FIGURE"),
      summary: "show a figure or value of the step again"
    ),
    Entry(
      name: "run",
      operand: .none,
      summary: "show the step's figures and values again"
    ),
    Entry(name: "describe", operand: .optional("FIGURE"), summary: "a figure in words"),
    Entry(name: "data", operand: .optional("FIGURE"), summary: "the numbers of a figure"),
    Entry(
      name: "point",
      operand: .required("PLACE"),
      summary: "mark 28, value 1e38 or the cell 0.9, 100; 1.2 28 in 1.2"
    ),
    Entry(name: "why", operand: .required("NAME"), summary: "what a name depends on"),
    Entry(name: "notebook", operand: .none, summary: "all definitions, yours and the lesson's"),
    Entry(name: "note", operand: .required("TEXT"), summary: "keep a remark in the transcript"),
    Entry(
      name: "set",
      operand: .required("NAME VALUE"),
      summary: "columns, rows, figures, charset"
    ),
    Entry(
      name: "help",
      operand: .optional("TOPIC"),
      summary: "help on a function, figure or topic"
    ),
    Entry(name: "quit", operand: .none, summary: "leave; everything is kept"),
  ]

  package enum Refusal: Error, Sendable, Hashable {
    case unknown(String, meant: String?)
    case needs(String, operand: String)
    case takesNothing(String)
  }

  /// Reads what follows the colon.
  init(parsing text: String) throws(Refusal) {
    let trimmed = text.trimmingBlanks
    let word = String(trimmed.prefix { !$0.isWhitespace })
    let rest = String(trimmed.dropFirst(word.count)).trimmingBlanks
    guard let entry = Self.entries.first(where: { $0.name == word }) else {
      throw .unknown(word, meant: Self.nearest(word))
    }
    switch entry.operand {
    case .none: guard rest.isEmpty else { throw .takesNothing(word) }
    case .required(let what): guard !rest.isEmpty else { throw .needs(word, operand: what) }
    case .optional: break
    }
    self = try Self.made(word, rest)
  }

  private static func made(_ word: String, _ rest: String) throws(Refusal) -> Command {
    let operand = rest.isEmpty ? nil : rest
    switch word {
    case "next": return .next
    case "back": return .back
    case "steps": return .steps
    case "run": return .run
    case "undo": return .undo
    case "mine": return .mine
    case "reset": return .reset
    case "hint": return .hint
    case "skip": return .skip
    case "score": return .score
    case "notebook": return .notebook
    case "quit": return .quit
    case "go": return .go(rest)
    case "answer": return .answer(operand)
    case "show": return .show(operand)
    case "describe": return .describe(operand)
    case "data": return .data(operand)
    case "point":
      guard let place = PointedPlace(rest) else { throw .needs(word, operand: "PLACE") }
      return .point(place)
    case "why": return .why(rest)
    case "note": return .note(rest)
    case "help": return .help(operand)
    case "set":
      let name = String(rest.prefix { !$0.isWhitespace })
      let value = String(rest.dropFirst(name.count)).trimmingBlanks
      guard !value.isEmpty else { throw .needs(word, operand: "NAME VALUE") }
      return .set(name: name, value: value)
    default: throw .unknown(word, meant: nil)
    }
  }

  private static func nearest(_ word: String) -> String? {
    let names = entries.map(\.name)
    // A beginning that only one command has is that command's.
    let begun = names.filter { $0.hasPrefix(word) }
    return begun.count == 1 && !word.isEmpty ? begun[0] : Spelling.nearest(to: word, among: names)
  }
}

extension String {
  var trimmingBlanks: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
