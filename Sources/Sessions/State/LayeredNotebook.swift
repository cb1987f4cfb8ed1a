import Notebooks

/// The notebook in its layers: the lesson's definitions, the learner's over them, and what is kept
/// to go back.
///
/// A copy takes no time: what is kept is shared.
struct LayeredNotebook: Sendable {
  /// The definitions as they hold: the lesson's, and the learner's over them.
  private(set) var whole = Notebook()
  /// The lesson's own definitions so far, which tasks set names back to.
  private(set) var lesson = Notebook()
  /// The learner's definitions that the lesson replaced and `:mine` brings back.
  private var replaced = SharedMap<String, Statement>()
  private var undoables = Undoables()
  private var beginning = Beginning()

  /// The layers at the beginning of the step, for `:reset`.
  private struct Beginning: Sendable {
    var whole = Notebook()
    var lesson = Notebook()
    var replaced = SharedMap<String, Statement>()
  }

  /// The definitions of this moment, for an answer that is about them.
  var forTask: TaskNotebook { TaskNotebook(lesson: lesson, whole: whole.locking([:])) }

  /// Has these functions locked, each with what it waits for, and no other.
  mutating func lock(_ locks: [String: String]) {
    if whole.locks != locks { whole = whole.locking(locks) }
  }

  // MARK: - The beginning of a step

  mutating func markBeginning() {
    beginning = Beginning(whole: whole, lesson: lesson, replaced: replaced)
  }

  mutating func returnToBeginning() {
    (lesson, replaced) = (beginning.lesson, beginning.replaced)
    whole = beginning.whole.locking(whole.locks)
    undoables = Undoables()
  }

  /// The names among the last that the learner has defined in this step, the first of them first.
  var namesOfStep: [String] {
    var names: [String] = []
    for name in undoables.latest(Self.mostOfStep).reversed() where !names.contains(name) {
      guard let definition = whole.definitions[name], definition.isOwn,
        definition.statement != beginning.whole.definitions[name]?.statement
      else { continue }
      names.append(name)
    }
    return names
  }

  private static let mostOfStep = 8

  // MARK: - Values

  /// What a statement shows; what is worked out for it is kept.
  mutating func output(of statement: Statement, meter: Meter) throws(Failure) -> Output {
    try whole.output(of: statement, meter: meter)
  }

  /// The value of a name; what is worked out for it is kept.
  mutating func value(of name: String, meter: Meter) throws(Failure) -> Value? {
    try whole.value(of: name, meter: meter)
  }

  /// Runs the body on the definitions as they hold; what is worked out is kept.
  mutating func evaluating<Result>(_ body: (inout Notebook) -> Result) -> Result { body(&whole) }

  /// Takes over the values that a copy has worked out, if the definitions are still the same.
  mutating func adopt(_ copy: Notebook) { whole.adopt(copy) }

  // MARK: - The learner's

  /// Takes a definition of the learner.
  /// - Returns: a remark where the name hid a built-in until now.
  mutating func define(_ statement: Statement, _ name: String) throws(Failure) -> String? {
    let before = whole.definitions[name]
    let remark = try whole.define(statement, isOwn: true)
    undoables.push(name, before: before)
    // What the learner has now is newer than what the lesson took away.
    if !replaced.isEmpty { replaced[name] = nil }
    return remark
  }

  /// Whether any definition of the learner can be taken back.
  var hasUndoables: Bool { undoables.hasAny }

  /// Takes back the learner's last definition; nil where there is none.
  mutating func undo() -> Undoables.Undoable? {
    guard let last = undoables.pop() else { return nil }
    guard let before = last.before else {
      whole.remove(last.name)
      return last
    }
    // It stood there before, but what it reads may read this name by now: then it stays away.
    do {
      try whole.define(before.statement, isOwn: before.isOwn)
    } catch {
      whole.remove(last.name)
    }
    return last
  }

  /// Brings back the learner's definitions that the lesson replaced.
  /// - Returns: the names that are back, and those that stay away because they would close a circle.
  mutating func bringBack() -> (brought: [String], kept: [String]) {
    var brought: [String] = []
    var pending = replaced.keys.sorted()
    var round: [String] = []
    // One may close a circle until another is back, so the rest is tried again while any succeeds.
    repeat {
      round = []
      pending = pending.filter { name in
        guard bringBack(name) else { return true }
        round.append(name)
        return false
      }
      brought += round
    } while !round.isEmpty && !pending.isEmpty
    return (brought, pending)
  }

  private mutating func bringBack(_ name: String) -> Bool {
    guard let statement = replaced[name] else { return false }
    let before = whole.definitions[name]
    do { try whole.define(statement, isOwn: true) } catch { return false }
    undoables.push(name, before: before)
    replaced[name] = nil
    return true
  }

  // MARK: - The lesson's

  /// Takes a definition of the lesson.
  /// - Returns: the names of the learner's definitions that it displaced.
  mutating func defineLessons(_ statement: Statement) -> [String] {
    guard let name = statement.definedName else { return [] }
    let before = whole.definitions[name]
    // The linter has run every cell, so the lesson alone closes no circle.
    do { try lesson.define(statement) } catch { return [] }
    var displaced: [String] = []
    do throws(Failure) {
      try whole.define(statement)
    } catch {
      // Something of the learner's reads this name already, and the lesson's definition reads that.
      displaced = giveWay(to: error, defining: name)
      do { try whole.define(statement) } catch { return displaced }
    }
    undoables.drop(name)
    guard let before, before.isOwn, before.statement.text != statement.text else {
      return displaced
    }
    replaced[name] = before.statement
    return [name] + displaced
  }

  /// Sets the learner's members of every circle with a name back to the lesson's, or takes them
  /// away.
  private mutating func giveWay(to failure: Failure, defining name: String) -> [String] {
    guard case .name(.cycle) = failure.problem else { return [] }
    let readers = whole.definitions.dependents(of: [name])
    let given = whole.definitions.ordered(readers).filter { member in
      member != name
        && whole.definitions[member]?.statement != lesson.definitions[member]?.statement
    }
    for member in given {
      replaced[member] = whole.definitions[member]?.statement
      undoables.drop(member)
      whole.remove(member)
    }
    for member in given {
      guard let lessons = lesson.definitions[member]?.statement else { continue }
      do { try whole.define(lessons) } catch { continue }
    }
    return given
  }
}
