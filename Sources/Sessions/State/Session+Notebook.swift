import Lessons
import Notebooks

// What the learner does to the notebook.
extension Session {
  /// Enters a line or a pasted block, statement by statement.
  mutating func enter(_ text: String) -> [Request] {
    var requests: [Request] = []
    var changed: [String] = []
    /// What was shown with all changes in it, and needs no second time.
    var shown: [String] = []
    for result in Parser.statements(of: text) {
      switch result {
      case .failure(let failure): requests.append(.failure(failure))
      case .success(let statement):
        requests += enter(statement, &changed)
        if statement.definedName == nil { shown.append(statement.text) } else { shown = [] }
      }
    }
    return changed.isEmpty ? requests : requests + [.refresh(changed: changed, shown: shown)]
  }

  private mutating func enter(_ statement: Statement, _ changed: inout [String]) -> [Request] {
    guard let name = statement.definedName else {
      let statement = explainingWatch(statement)
      watch(statement)
      return [.evaluate(Evaluation(statement: statement, notebook: notebook))]
    }
    do throws(Failure) {
      let remark = try notebooks.define(statement, name)
      if !changed.contains(name) { changed.append(name) }
      let note: [Request] = remark.map { [.say(.shadows(remark: $0))] } ?? []
      return note + [.evaluate(Evaluation(statement: statement, notebook: notebook))]
    } catch {
      return [.failure(error)]
    }
  }

  /// `explain 1.2` asks about the step's figure of that number, where there is one.
  private func explainingWatch(_ statement: Statement) -> Statement {
    guard case .explain(.expression(let expression)) = statement.kind,
      let watch = watches[id: statement.source.text(expression.range)]
    else { return statement }
    return watch.statement.asked ?? statement
  }
}
