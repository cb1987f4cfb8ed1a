import Notebooks

/// What a task is marked with: the names that it gives and uses.
struct TaskBasis: Sendable, Hashable {
  /// Definitions that the task gives, which are the lesson's whatever the learner has.
  var given: [Given] = []
  /// Definitions of the learner that it uses.
  var mine: [String] = []
  /// Names that it uses and the learner has not changed.
  var unchanged: [String] = []

  /// A definition of the lesson, and the learner's that it takes the place of.
  struct Given: Sendable, Hashable {
    var lessons: String
    var replaced: String?
  }
}

extension TaskNotebook {
  /// What a task with these names is marked with.
  func basis(uses: [String], given: [String]) -> TaskBasis {
    var basis = TaskBasis()
    for name in given {
      guard let definition = lesson.definitions[name] else { continue }
      let own = learners(name).map(\.text)
      basis.given.append(TaskBasis.Given(lessons: definition.statement.text, replaced: own))
    }
    for name in uses where !given.contains(name) {
      if let own = learners(name) {
        basis.mine.append(own.text)
      } else {
        basis.unchanged.append(name)
      }
    }
    return basis
  }

  /// The learner's own definition of a name; nil where it is the lesson's or there is none.
  func learners(_ name: String) -> Statement? {
    guard let statement = whole.definitions[name]?.statement,
      statement != current.definitions[name]?.statement
    else { return nil }
    return statement
  }
}
