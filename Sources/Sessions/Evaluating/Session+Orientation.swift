import Lessons
import Notebooks

extension Session {
  /// Where the session is: the title of the step with what holds there, and the question at whose
  /// prompt it waits; or what a notebook holds.
  package mutating func orientation() -> [Effect] {
    let requests: [Request]
    switch place {
    case .before:
      requests = isNotebook ? [.say(.notebookHolds(name, names: notebook.definitions.order))] : []
    case .step(let index, _):
      let open: [Request] =
        if case .answer(let id) = prompt, let question = question(id) {
          [.question(question)]
        } else if let question = currentQuestion, answers.isWaiting(question.id.value) {
          [.say(.leftOpen(question))]
        } else {
          []
        }
      requests = [.heading(step: index)] + matter + open
    case .after: requests = [.say(.atTheEnd)]
    }
    return requests.flatMap { effects(of: $0) }
  }

  /// The step's parameters as they are now, and how to see its figures again.
  private var matter: [Request] {
    let parameters = (step?.parameters ?? []).compactMap {
      notebook.definitions[$0.name.value]?.statement.text
    }
    guard case .step(let index, let revealed) = place, revealed > 0 else { return [] }
    return [.say(.standsHere(parameters, hasShown: !watches.isEmpty, step: index + 1))]
  }
}
