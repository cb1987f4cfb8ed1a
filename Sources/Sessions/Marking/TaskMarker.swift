import DeepNetworks
import Lessons
import Notebooks

/// Marks a task: conditions on the notebook.
struct TaskMarker {
  private let task: TaskQuestion
  private let key: TaskKey
  private let maximum: Int
  private let notebook: TaskNotebook
  /// The drawn names, which stand for their values in the conditions.
  private let frozen: Frozen
  /// Whether anybody is told which condition fails.
  private let tells: Bool

  /// What one condition may cost.
  static let limits = Meter.Limits(operations: 2e9, bytes: 1e9)

  init(
    _ task: TaskQuestion,
    _ key: TaskKey,
    _ maximum: Int,
    _ notebook: TaskNotebook,
    _ frozen: Frozen,
    tells: Bool = true
  ) {
    self.tells = tells
    self.task = task
    self.key = key
    self.maximum = maximum
    self.notebook = notebook
    self.frozen = frozen
  }

  private enum Outcome { case holds, fails, tooDear }

  var result: Marker.Result {
    let conditions = frozen.conditions ?? TaskCondition.read(key, frozen)
    let isFaulty = conditions.isEmpty || conditions.contains { !$0.whole.isExpression }
    let mine = notebook.restricted(to: task.uses.map(\.value), given: task.given.map(\.value))
    let outcomes = conditions.map { outcome($0, mine) }
    func made(_ mark: Mark, share: (Int, Int) = (1, 1)) -> Marker.Result {
      let fails = tells ? outcomes.firstIndex(of: .fails) : nil
      let failing = fails.map { condition(conditions[$0], mine) }
      return Marker.Result(verdict: Verdict(mark, of: maximum, share: share), failing: failing)
    }
    if isFaulty { return made(.lessonFault) }
    if outcomes.allSatisfy({ $0 == .holds }) { return made(.correct) }
    if outcomes.contains(.tooDear) { return made(.overBudget) }
    // Where nothing holds nothing was done.
    guard outcomes.contains(.holds) else { return made(.incorrect) }
    // What already held before the learner did anything is asked for, but brings nothing.
    let before = conditions.map { outcome($0, notebook.lesson) }
    let worked = zip(outcomes, before).filter { $0.1 != .holds }
    let kept = zip(outcomes, before).allSatisfy { $0.0 == .holds || $0.1 != .holds }
    let done = worked.count { $0.0 == .holds }
    return kept && done > 0 ? made(.partial, share: (done, worked.count)) : made(.incorrect)
  }

  /// A condition that fails, with the values on its two sides.
  private func condition(_ condition: TaskCondition, _ notebook: Notebook) -> FailingCondition {
    var sides: FailingCondition.Sides?
    if let texts = condition.sides {
      let values = (texts.left.worked(notebook), texts.right.worked(notebook))
      let digits = digits(values.0, values.1)
      let left = side(texts.left.text, values.0, digits)
      let right = side(texts.right.text, values.1, digits)
      if left != nil || right != nil { sides = FailingCondition.Sides(left: left, right: right) }
    }
    let meaning = key.failing.first { $0.answer.value == condition.written }?.meaning
    return FailingCondition(
      text: condition.whole.text,
      names: condition.names,
      sides: sides,
      meaning: meaning
    )
  }

  /// How many digits tell the two sides apart; nil where the usual ones do, or none.
  private func digits(_ left: Result<Value, Failure>, _ right: Result<Value, Failure>) -> Int? {
    guard let a = number(left), let b = number(right),
      Rendering.inline(.number(a)) == Rendering.inline(.number(b))
    else { return nil }
    return (Self.usualDigits...15).first {
      Rendering.number(a, digits: $0) != Rendering.number(b, digits: $0)
    }
  }

  private static let usualDigits = 6

  /// What one side is, where its text isn't that already.
  private func side(
    _ text: String,
    _ result: Result<Value, Failure>,
    _ digits: Int?
  ) -> FailingCondition.Side? {
    guard case .success(let value) = result else { return nil }
    let shown =
      if case .number(let number) = value, let digits {
        Rendering.number(number, digits: digits)
      } else {
        Rendering.inline(value)
      }
    return shown == text ? nil : FailingCondition.Side(text: text, value: shown)
  }

  private func outcome(_ condition: TaskCondition, _ notebook: Notebook) -> Outcome {
    switch condition.whole.worked(notebook) {
    case .success(.truth(let truth)):
      return truth.holds || holdsRounded(condition, notebook) ? .holds : .fails
    case .success: return .fails
    case .failure(let failure):
      switch failure.problem {
      case .bound(.tooDear), .bound(.tooLarge), .bound(.cancelled): return .tooDear
      case .bound(.beyondRange), .bound(.exponentBeyond), .bound(.locked), .syntax, .name, .value,
        .figure:
        return .fails
      }
    }
  }

  /// What rounding may move a side of a condition by: a bound is reached by whoever works it out.
  private static let slack = Extended(1e-9)

  /// Whether a condition with `<=` or `>=` fails by no more than rounding: |a - b| <= 1e-9 max(|a|, |b|).
  private func holdsRounded(_ condition: TaskCondition, _ notebook: Notebook) -> Bool {
    guard condition.allowsEqual, let sides = condition.sides,
      let left = number(sides.left.worked(notebook)),
      let right = number(sides.right.worked(notebook))
    else { return false }
    let (a, b) = (left.abs(), right.abs())
    return (left - right).abs() <= Self.slack * (a < b ? b : a)
  }

  /// The number that a side is; nil for anything else.
  private func number(_ result: Result<Value, Failure>) -> Extended? {
    guard case .success(.number(let number)) = result else { return nil }
    return number.isFinite ? number : nil
  }

  /// Whether the conditions hold nothing to go by: none, or one that isn't an expression.
  static func isFaulty(_ key: TaskKey) -> Bool {
    key.require.isEmpty
      || key.require.contains { condition in
        let results = Parser.statements(of: condition.value)
        guard results.count == 1, case .success(let statement) = results[0],
          case .expression = statement.kind
        else { return true }
        return false
      }
  }
}
