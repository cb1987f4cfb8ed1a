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
    let before = notebook.definitions[name]?.statement
    do throws(Failure) {
      let remark = try notebook.define(statement)
      undoable.append(Undoable(name: name, before: before))
      // What the learner has now is newer than what the lesson took away.
      replaced[name] = nil
      if !changed.contains(name) { changed.append(name) }
      let note: [Request] = remark == nil ? [] : [.say(.shadows(name))]
      return note + [.evaluate(Evaluation(statement: statement, notebook: notebook))]
    } catch {
      return [.failure(error)]
    }
  }

  /// `explain 1.2` asks about the step's figure of that number, where there is one.
  private func explainingWatch(_ statement: Statement) -> Statement {
    guard case .explain(.expression(let expression)) = statement.kind,
      let watch = watched(statement.source.text(expression.range))
    else { return statement }
    return watch.statement.asked ?? statement
  }

  mutating func undo() -> [Request] {
    guard let last = undoable.popLast() else { return [.say(.nothingToUndo)] }
    restore(last.name, to: last.before)
    return [
      .say(.undone(last.name, now: last.before?.text)), .refresh(changed: [last.name], shown: []),
    ]
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
    guard !replaced.isEmpty else { return [.say(.nothingReplaced)] }
    var brought: [String] = []
    var pending = replaced.keys.sorted()
    var round: [String] = []
    // One may close a circle until another is back, so the rest is tried again while any succeeds.
    repeat {
      round = pending.filter { bringBack($0) }
      brought += round
      pending.removeAll { round.contains($0) }
    } while !round.isEmpty && !pending.isEmpty
    let kept: [Request] = pending.isEmpty ? [] : [.say(.notBroughtBack(pending))]
    guard !brought.isEmpty else { return kept }
    return [.say(.broughtBack(brought))] + kept + [.refresh(changed: brought, shown: [])]
  }

  private mutating func bringBack(_ name: String) -> Bool {
    guard let statement = replaced[name] else { return false }
    let before = notebook.definitions[name]?.statement
    do { try notebook.define(statement) } catch { return false }
    undoable.append(Undoable(name: name, before: before))
    replaced[name] = nil
    return true
  }

  /// Restores the beginning of the step, then runs again what of it was revealed.
  mutating func reset() -> [Request] {
    guard case .step(let index, let revealed) = place else { return [.say(.nothingToReset)] }
    notebook = beginning.notebook
    lessonNotebook = beginning.lessonNotebook
    replaced = beginning.replaced
    undoable = []
    watches = []
    // Only the definitions matter here; what they showed stands above.
    if index == 0 { for block in lesson.opening { _ = show(block, guess: nil) } }
    for unit in units[index].prefix(revealed) {
      guard case .blocks(let blocks) = unit.content else { continue }
      for block in blocks { _ = show(block, guess: nil) }
    }
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
