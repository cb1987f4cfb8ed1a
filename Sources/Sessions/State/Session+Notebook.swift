import Lessons
import Notebooks

// What the learner does to the notebook.
extension Session {
  /// Enters a line or a pasted block: each statement is shown before the next one is entered.
  ///
  /// Whoever stops a block of several statements stops it between two: of the one that was cut nothing stays.
  mutating func enter(_ text: String, _ viewer: inout Viewer) {
    let results = Parser.statements(of: text)
    let canStop = viewer.looks && results.count > 1 && isCancelled != nil
    let stops = { [isCancelled] in canStop && isCancelled?() == true }
    var whole: Notebook?
    var changes = Changes()
    for (index, result) in results.prefix(viewer.limit ?? results.count).enumerated() {
      // Kept for no other block: what is held twice is copied where it changes.
      let (before, count) = (canStop ? notebooks : nil, viewer.effects.count)
      switch result {
      case .failure(let failure): viewer.show([.failure(failure)], of: &self)
      case .success(let statement):
        // Held twice, it is copied where it changes: so it is only where something could be compared.
        if whole == nil, reaches(statement, viewer) { whole = notebook }
        viewer.show(enter(statement, &changes), of: &self)
      }
      if stops() {
        notebooks = before ?? notebooks
        return viewer.stop(after: index, keeping: count)
      }
      if case .success(let statement) = result { watch(statement, isOwn: true) }
    }
    guard viewer.limit == nil, !changes.names.isEmpty else { return }
    let count = viewer.effects.count
    let change = Change(changes.names, before: whole, isShown: true)
    viewer.show([refresh(change, shown: changes.shown)], of: &self)
    if stops() { viewer.stop(after: results.count, keeping: count) }
  }

  /// Whether what the step defines later may read a name.
  private func isParameter(_ name: String) -> Bool {
    step?.parameters.contains { $0.name.value == name } == true
  }

  /// Whether a statement changes what something was shown with, or what something reads: who looks is told what
  /// loses its value.
  private func reaches(_ statement: Statement, _ viewer: Viewer) -> Bool {
    guard let name = statement.definedName else { return false }
    let isRead = notebook.definitions.isRead(name)
    if !watches.isBare, isRead || watches.isRead(name) { return true }
    return viewer.looks && (isRead || isParameter(name)) && notebook.definitions.contains(name)
  }

  /// Asks for what follows from a change, without the statements that were shown since.
  mutating func refresh(_ change: Change, shown: [String] = []) -> Request {
    watches.change(change.names, done: shown)
    // What is kept holds no values.
    lastChange = Change(change.names, before: change.before?.withoutValues, drawnSince: Set(shown))
    return .refresh(change, shown: shown)
  }

  private mutating func enter(_ statement: Statement, _ changes: inout Changes) -> [Request] {
    guard let name = statement.definedName else {
      changes.show(statement)
      return [.evaluate(Evaluation(explainingWatch(statement)))]
    }
    let old = notebook.definitions[name]?.statement.text
    do throws(Failure) {
      let remark = try notebooks.define(statement, name)
      // What stood there already changes nothing.
      if statement.text != old {
        changes.change(name)
        lastChange = nil
      }
      let shown = Request.evaluate(Evaluation(statement))
      let other = old == nil ? parameter(alike: name) : nil
      return (remark.map { [.say(.shadows(remark: $0))] } ?? []) + [shown]
        + (other.map { [.say(.anotherName(name, than: $0))] } ?? [])
    } catch {
      return [.failure(error)]
    }
  }

  /// The parameter of the step from which a name differs in capitals alone.
  private func parameter(alike name: String) -> String? {
    step?.parameters.map(\.name.value).first { $0 != name && $0.lowercased() == name.lowercased() }
  }

  /// `explain 1.2` asks about the step's figure of that number, where there is one.
  private func explainingWatch(_ statement: Statement) -> Statement {
    guard case .explain(.expression(let expression)) = statement.kind,
      let watch = watches[id: statement.source.text(expression.range)]
    else { return statement }
    return watch.statement.asked ?? statement
  }
}

/// What a block has changed so far.
private struct Changes {
  /// The names, in the order in which they were first changed.
  private(set) var names: [String] = []
  /// What was shown with all changes in it, and needs no second time.
  private(set) var shown: [String] = []
  /// The same as a set, once they are more than a few.
  private var known: Set<String> = []
  private static let few = 8

  mutating func change(_ name: String) {
    if isNew(name) { names.append(name) }
    shown = []
  }

  private mutating func isNew(_ name: String) -> Bool {
    if names.count < Self.few { return !names.contains(name) }
    if known.isEmpty { known = Set(names) }
    return known.insert(name).inserted
  }

  mutating func show(_ statement: Statement) { shown.append(statement.text) }
}
