import DeepNetworks
import Lessons
import Notebooks

/// The definitions at the moment of an answer: the lesson's, and the learner's over them.
package struct TaskNotebook: Sendable {
  package var lesson: Notebook
  package var whole: Notebook

  package init(lesson: Notebook, whole: Notebook) {
    self.lesson = lesson
    self.whole = whole
  }

  /// What an expression is on the whole notebook.
  func shown(_ text: String) -> Result<Value, Failure> {
    do throws(Failure) {
      return .success(
        try whole.value(ofExpression: text, meter: Meter(limits: TaskMarker.limits))
      )
    } catch {
      return .failure(error)
    }
  }

  /// The lesson's definitions with the learner's own of some names, and what those need.
  ///
  /// Names that the task gives stay the lesson's, so nobody solves it with `L = 2`.
  func restricted(to uses: [String], given: [String]) -> Notebook {
    var notebook = lesson
    var wanted = uses
    var seen = Set(given)
    while let name = wanted.popLast() {
      guard seen.insert(name).inserted, let definition = whole.definitions[name],
        definition.statement != lesson.definitions[name]?.statement
      else { continue }
      // A circle was refused when the learner closed it; with other definitions around it, what
      // would close one now is left as the lesson has it.
      do { try notebook.define(definition.statement) } catch { continue }
      // What the lesson doesn't define, and the learner's definition needs, comes along.
      wanted += definition.names.filter { lesson.definitions[$0] == nil }
    }
    return notebook
  }
}

/// Marks a task: conditions on the notebook.
struct TaskMarker {
  private let task: TaskQuestion
  private let key: TaskKey
  private let maximum: Int
  private let notebook: TaskNotebook

  /// What one condition may cost.
  static let limits = Meter.Limits(operations: 2e9, bytes: 1e9)

  init(_ task: TaskQuestion, _ key: TaskKey, _ maximum: Int, _ notebook: TaskNotebook) {
    self.task = task
    self.key = key
    self.maximum = maximum
    self.notebook = notebook
  }

  private enum Outcome { case holds, fails, tooDear }

  var result: Marker.Result {
    let mine = notebook.restricted(to: task.uses.map(\.value), given: task.given.map(\.value))
    let outcomes = key.require.map { outcome($0.value, mine) }
    func made(_ mark: Mark, share: (Int, Int) = (1, 1)) -> Marker.Result {
      Marker.Result(verdict: Verdict(mark, of: maximum, share: share))
    }
    if Self.isFaulty(key) { return made(.lessonFault) }
    if outcomes.allSatisfy({ $0 == .holds }) { return made(.correct) }
    if outcomes.contains(.tooDear) { return made(.overBudget) }
    // What already held before the learner did anything is asked for, but brings nothing.
    let before = key.require.map { outcome($0.value, notebook.lesson) }
    let worked = zip(outcomes, before).filter { $0.1 != .holds }
    let kept = zip(outcomes, before).allSatisfy { $0.0 == .holds || $0.1 != .holds }
    let done = worked.count { $0.0 == .holds }
    return kept && done > 0 ? made(.partial, share: (done, worked.count)) : made(.incorrect)
  }

  private func outcome(_ condition: String, _ notebook: Notebook) -> Outcome {
    do throws(Failure) {
      let value = try notebook.value(ofExpression: condition, meter: Meter(limits: Self.limits))
      guard case .truth(let truth) = value else { return .fails }
      return truth.holds ? .holds : .fails
    } catch {
      switch error.problem {
      case .bound(.tooDear), .bound(.tooLarge), .bound(.cancelled): return .tooDear
      case .bound(.beyondRange), .syntax, .name, .value, .figure: return .fails
      }
    }
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
