import Lessons
import Notebooks

/// Tries a task's conditions at the start, after what solves it, and after what must not.
struct TaskAudit {
  private let question: Question
  private let task: TaskQuestion
  private let key: TaskKey
  private let notebook: Notebook
  private let frozen: Frozen

  /// Draws that are tried; a task may compute much.
  static let draws = 12

  init(
    _ question: Question,
    _ task: TaskQuestion,
    _ key: TaskKey,
    _ notebook: Notebook,
    _ frozen: Frozen
  ) {
    self.question = question
    self.task = task
    self.key = key
    self.notebook = notebook
    self.frozen = frozen
  }

  var problems: [QuestionAudit.Found] {
    var found: [QuestionAudit.Found] = []
    if mark(after: notebook) == .correct {
      found.append((.holdsAtStart, key.require.first?.position ?? question.position))
    }
    var solved: Notebook?
    for text in key.accept {
      guard let after = notebook(after: text, &found) else { continue }
      if mark(after: after) == .correct {
        solved = solved ?? after
      } else {
        found.append((.acceptDoesNotSolve(text.value), text.position))
      }
    }
    for text in key.reject {
      guard let after = notebook(after: text, &found) else { continue }
      if mark(after: after) == .correct { found.append((.rejectSolves(text.value), text.position)) }
    }
    // Where nothing solves the task, each condition says for itself whether it can be worked out.
    return found + (solved == nil ? key.require.flatMap(condition) : [])
  }

  private func mark(after whole: Notebook) -> Mark {
    TaskMarker(task, key, 100, TaskNotebook(lesson: notebook, changed: whole), frozen)
      .result.verdict.mark
  }

  private func notebook(
    after text: Located<String>,
    _ found: inout [QuestionAudit.Found]
  ) -> Notebook? {
    var copy = notebook
    do throws(Failure) {
      for result in Parser.statements(of: frozen.filled(text.value)) {
        let statement = try result.get()
        try copy.define(statement)
        _ = try copy.output(of: statement)
      }
      return copy
    } catch {
      let reason = error.problem.message
      found.append((.statementUnreadable(text.value, reason: reason), text.position))
      return nil
    }
  }

  private func condition(_ text: Located<String>) -> [QuestionAudit.Found] {
    switch notebook.worked(frozen.filled(text.value), Meter(limits: TaskMarker.limits)) {
    case .success(.truth): []
    case .success(let value):
      [(.conditionIsNoTruth(text.value, reason: "it is \(value.kind)."), text.position)]
    case .failure(let failure):
      [(.conditionIsNoTruth(text.value, reason: failure.problem.message), text.position)]
    }
  }
}
