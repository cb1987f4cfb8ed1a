import Notebooks

/// What a task is marked with: the names that it gives and uses.
struct TaskBasis: Sendable, Hashable {
  /// Definitions that the task gives, which are the lesson's whatever the learner has, and others that
  /// are read and of which the learner has another.
  var given: [Given] = []
  /// Definitions of the learner that it uses.
  var mine: [String] = []
  /// Definitions of the learner that those read.
  var read: [String] = []
  /// Names that it uses and the learner has not changed.
  var unchanged: [String] = []

  /// Names that the learner has changed instead, and at which it does not look.
  var elsewhere: [String] = []
  /// Names that it uses and nobody has defined.
  var missing: [String] = []

  /// A definition of the lesson, and the learner's that it takes the place of.
  struct Given: Sendable, Hashable {
    var lessons: String
    var replaced: String?
  }

  /// Whether a verdict leaves nothing to be told: all that counted stands on the screen already.
  func isPlain(_ mark: Mark) -> Bool {
    guard given.allSatisfy({ $0.replaced == nil }) else { return false }
    if mark == .correct { return true }
    return read.isEmpty && unchanged.isEmpty && missing.isEmpty && elsewhere.isEmpty
  }
}

extension TaskNotebook {
  /// What a task with these names is marked with.
  ///
  /// Where a condition fails, the names that it reads count too, and of the learner's names that the lesson doesn't
  /// have all that are read are told: one of them may be why. Where nothing of the learner's is used, it is told what
  /// of the names that were `changed` last is used by nothing.
  func basis(
    uses: [String],
    given: [String],
    changed: @autoclosure () -> [String],
    failing: FailingCondition? = nil
  ) -> TaskBasis {
    var basis = TaskBasis()
    for name in given {
      guard let definition = lesson.definitions[name] else { continue }
      let lessons = definition.statement.text
      let own = learners(name).map(\.statement.text)
      let replaced = own == lessons ? nil : own
      basis.given.append(TaskBasis.Given(lessons: lessons, replaced: replaced))
    }
    for name in uses where !given.contains(name) {
      if let own = learners(name) {
        basis.mine.append(own.statement.text)
      } else if lesson.definitions[name] == nil {
        basis.missing.append(name)
      } else {
        basis.unchanged.append(name)
      }
    }
    let marked = restricted(to: uses, given: given).definitions
    var seen = Set(uses + given)
    var pending = (uses + given).flatMap { marked[$0]?.names ?? [] } + (failing?.names ?? [])
    var next = 0
    while next < pending.count {
      let name = pending[next]
      next += 1
      guard seen.insert(name).inserted, let definition = marked[name] else { continue }
      pending += definition.names
      guard let own = learners(name)?.statement.text else { continue }
      if let lessons = lesson.definitions[name]?.statement.text {
        guard own != lessons else { continue }
        basis.given.append(TaskBasis.Given(lessons: lessons, replaced: own))
      } else if failing != nil {
        basis.read.append(own)
      }
    }
    let unused = basis.unchanged + basis.missing
    // Where all that is used is the learner's, nothing else is told.
    if basis.mine.isEmpty || !unused.isEmpty {
      basis.elsewhere = changed().filter { name in
        guard !seen.contains(name) else { return false }
        return basis.mine.isEmpty || unused.contains { $0.lowercased() == name.lowercased() }
      }
    }
    return basis
  }
}
