import Lessons
import Notebooks

/// A condition of a task with the drawn values in it, read once for all answers.
struct TaskCondition: Sendable {
  /// As the author wrote it.
  let written: String
  let whole: ReadText
  /// Its two sides, where it is a comparison.
  let sides: (left: ReadText, right: ReadText)?
  /// Whether it is one that holds where its sides are equal.
  let allowsEqual: Bool
  /// The names that it reads.
  let names: [String]

  /// The conditions of a task.
  static func read(_ key: TaskKey, _ frozen: Frozen) -> [TaskCondition] {
    key.require.map { TaskCondition($0.value, frozen) }
  }

  private init(_ written: String, _ frozen: Frozen) {
    self.written = written
    whole = ReadText(frozen.filled(written))
    let statement = whole.statement
    sides = statement?.sides.map { (ReadText($0.left), ReadText($0.right)) }
    allowsEqual = statement?.allowsEqual ?? false
    names = statement.map { Array($0.names) } ?? []
  }
}

/// A text of the cell language that was read, to be worked out on one notebook after another.
struct ReadText: Sendable {
  let text: String
  /// nil where it is no single statement.
  let statement: Statement?

  init(_ text: String) {
    self.text = text
    let results = Parser.statements(of: text)
    statement = if results.count == 1, case .success(let only) = results[0] { only } else { nil }
  }

  private var expression: Expression? {
    if case .expression(let expression)? = statement?.kind { expression } else { nil }
  }

  var isExpression: Bool { expression != nil }

  /// What it comes to on these definitions, or why to nothing.
  func worked(_ notebook: Notebook) -> Result<Value, Failure> {
    let meter = Meter(limits: TaskMarker.limits)
    guard let statement, let expression else { return notebook.worked(text, meter) }
    return notebook.worked(expression, in: statement.source, meter)
  }
}
