import Notebooks

/// The definitions at the moment of an answer, without any values: what is kept shares them, and nothing more.
struct TaskNotebook: Sendable {
  /// The lesson's, for a task those where it stands.
  var lesson: Notebook
  /// The learner's over those.
  var whole: Notebook

  init(lesson: Notebook, whole: Notebook) {
    self.lesson = lesson.withoutValues
    self.whole = whole.withoutValues
  }

  /// The lesson's definitions, and those of somebody who has changed some of them.
  init(lesson: Notebook, changed whole: Notebook) {
    var whole = whole
    for definition in whole.definitions.all
    where lesson.definitions[definition.name]?.statement != definition.statement {
      // It stands there already, so it closes no circle.
      do { try whole.define(definition.statement, isOwn: true) } catch { continue }
    }
    self.init(lesson: lesson, whole: whole)
  }

  /// The learner's own definition of a name; nil where it is the lesson's or there is none.
  func learners(_ name: String) -> Definition? {
    guard let definition = whole.definitions[name], definition.isOwn else { return nil }
    return definition
  }

  /// What an expression is on the whole notebook.
  func shown(_ text: String) -> Result<Value, Failure> {
    whole.worked(text, Meter(limits: TaskMarker.limits))
  }

  /// All definitions that an expression needs, as they were typed.
  func read(by text: String) -> [String] {
    var wanted = Array(ReadText(text).statement?.names ?? [])
    var seen: Set<String> = []
    var found: [String] = []
    while let name = wanted.popLast() {
      guard seen.insert(name).inserted, let definition = whole.definitions[name] else { continue }
      found.append(definition.statement.text)
      wanted += definition.names
    }
    return found.sorted()
  }

  /// The learner's own definitions of some names, and of what those need, as they were typed.
  func own(of uses: [String], given: [String]) -> [String] {
    var wanted = uses
    var seen = Set(given)
    var found: [String] = []
    while let name = wanted.popLast() {
      guard seen.insert(name).inserted, let definition = learners(name) else { continue }
      found.append(definition.statement.text)
      wanted += definition.names
    }
    return found
  }

  /// The lesson's definitions with the learner's own of some names, and what those need.
  ///
  /// Names that the task gives stay the lesson's, so nobody solves it with `L = 2`.
  func restricted(to uses: [String], given: [String]) -> Notebook {
    var notebook = lesson
    var wanted = uses
    var seen = Set(given)
    while let name = wanted.popLast() {
      guard seen.insert(name).inserted, let definition = learners(name) else { continue }
      // A circle was refused when the learner closed it; with other definitions around it, what
      // would close one now is left as the lesson has it.
      do { try notebook.define(definition.statement) } catch { continue }
      // What the lesson doesn't define, and the learner's definition needs, comes along.
      wanted += definition.names.filter { lesson.definitions[$0] == nil }
    }
    return notebook
  }
}
