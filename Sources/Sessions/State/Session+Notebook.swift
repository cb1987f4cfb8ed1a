import Lessons
import Notebooks

// What the learner does to the notebook.
extension Session {
  /// Enters a line or a pasted block, statement by statement.
  mutating func enter(_ text: String) -> [Request] {
    var requests: [Request] = []
    var changed: [String] = []
    for result in Parser.statements(of: text) {
      switch result {
      case .failure(let failure): requests.append(.failure(failure))
      case .success(let statement): requests += enter(statement, &changed)
      }
    }
    return changed.isEmpty ? requests : requests + [.refresh(changed: changed)]
  }

  private mutating func enter(_ statement: Statement, _ changed: inout [String]) -> [Request] {
    guard let name = statement.definedName else {
      watch(statement)
      return [.evaluate(Evaluation(statement: statement, notebook: notebook))]
    }
    let before = notebook.definitions[name]?.statement
    do throws(Failure) {
      let remark = try notebook.define(statement)
      undoable.append(Undoable(name: name, before: before))
      if !changed.contains(name) { changed.append(name) }
      let note: [Request] = remark == nil ? [] : [.say(.shadows(name))]
      return note + [.evaluate(Evaluation(statement: statement, notebook: notebook))]
    } catch {
      return [.failure(error)]
    }
  }

  mutating func undo() -> [Request] {
    guard let last = undoable.popLast() else { return [.say(.nothingToUndo)] }
    restore(last.name, to: last.before)
    return [.say(.undone(last.name, now: last.before?.text)), .refresh(changed: [last.name])]
  }

  private mutating func restore(_ name: String, to statement: Statement?) {
    guard let statement else {
      notebook.remove(name)
      return
    }
    // It stood there before, but what it reads may read this name by now: then it stays away.
    do { try notebook.define(statement) } catch { notebook.remove(name) }
  }

  /// Brings back the learner's definitions that the lesson replaced.
  mutating func bringBackMine() -> [Request] {
    let names = replaced.keys.sorted()
    guard !names.isEmpty else { return [.say(.nothingReplaced)] }
    var brought: [String] = []
    for name in names {
      guard let statement = replaced[name] else { continue }
      let before = notebook.definitions[name]?.statement
      do { try notebook.define(statement) } catch { continue }
      undoable.append(Undoable(name: name, before: before))
      brought.append(name)
    }
    replaced = [:]
    return [.say(.broughtBack(brought)), .refresh(changed: brought)]
  }

  /// Restores the beginning of the step, then runs again what of it was revealed.
  mutating func reset() -> [Request] {
    guard case .step(let index, let revealed) = place else { return [.say(.nothingToReset)] }
    notebook = beginning.notebook
    undoable = []
    watches = []
    for unit in Unit.units(of: lesson.steps[index]).prefix(revealed) {
      guard case .blocks(let blocks) = unit.content else { continue }
      // Only the definitions matter here; what they showed stands above.
      for block in blocks { _ = show(block, guess: nil) }
    }
    // The step's own definitions win over what was there when it began.
    replaced = [:]
    return [.say(.wasReset)]
  }

  func watched(_ id: String?) -> Watch? {
    guard let id else {
      return watches.last { watch in
        if case .figure = watch.statement.kind { true } else { false }
      }
    }
    return watches.first { $0.id == id }
  }
}
