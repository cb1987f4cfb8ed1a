import Notebooks

// What a change has taken the value of.
extension Session {
  /// Definitions that have no value after a change.
  struct Lost {
    /// Those that had one, and whose own text fails, each with what else fails for it.
    var causes: [(name: String, failure: Failure, waiting: [String])] = []
    /// The first that had none before either, for another reason than now.
    var other: (name: String, failure: Failure)?
    /// All that have no value now, whether they had one before or not.
    var failing: Set<String> = []
  }

  /// The definitions among those that read what changed which fail now; what is dear is left alone.
  ///
  /// They are worked out without the values that are kept, so that the answer is the same in every session of these
  /// inputs.
  func lost(by change: Change, among names: [String]) -> Lost {
    var lost = Lost()
    guard var then = change.before?.withoutValues else { return lost }
    var now = notebook.withoutValues
    let meter = meter(.ofLost)
    for name in names.prefix(Self.mostLost) {
      do throws(Failure) {
        _ = try now.value(of: name, meter: meter)
      } catch {
        guard !error.isBound else { continue }
        lost.failing.insert(name)
        if let before = failure(of: name, &then, meter) {
          // Who mends one mistake with another is told of that too.
          if before.problem != error.problem, error.definition == name, lost.other == nil {
            lost.other = (name, error)
          }
          continue
        }
        let cause = error.definition ?? name
        if let index = lost.causes.firstIndex(where: { $0.name == cause }) {
          lost.causes[index].waiting.append(name)
        } else if cause == name {
          lost.causes.append((name, error, []))
        }
      }
    }
    return lost
  }

  private static let mostLost = 16

  /// Why a name has no value on a notebook; nil where it has one, or is not there.
  private func failure(of name: String, _ notebook: inout Notebook, _ meter: Meter) -> Failure? {
    do throws(Failure) {
      _ = try notebook.value(of: name, meter: meter)
      return nil
    } catch {
      return error
    }
  }

  /// Why the first definition that the step has yet to show, and that reads what changed, will have no value.
  func barred(by change: Change) -> [Shown] {
    guard change.isShown, let before = change.before, case .step(let index, let revealed) = place
    else { return [] }
    var (then, now) = (before.withoutValues, notebook.withoutValues)
    let meter = meter(.ofLost)
    for statement in coming(index, behind: revealed) {
      guard let name = statement.definedName, !change.names.contains(name) else { return [] }
      do throws(Failure) {
        try then.define(statement)
        try now.define(statement)
      } catch {
        return []
      }
      guard now.definitions.dependents(of: change.names).contains(name),
        let failure = failure(of: name, &now, meter), !failure.isBound,
        self.failure(of: name, &then, meter)?.problem != failure.problem
      else { continue }
      let changed = change.names.filter { now.definitions.dependents(of: [$0]).contains(name) }
      return [.failure(notebook.advised(failure)), Aside.barred(name, by: changed).shown]
    }
    return []
  }

  /// What a step defines behind so many units, and has not defined yet.
  private func coming(_ step: Int, behind revealed: Int) -> [Statement] {
    units[step].dropFirst(revealed).flatMap { unit in
      switch unit.content {
      case .blocks(let blocks): blocks
      case .question(_, let introduction): introduction
      }
    }.flatMap({ Self.definitions($0, cells) }).filter { statement in
      statement.definedName.map { notebook.definitions[$0]?.statement.text != statement.text }
        ?? false
    }.prefix(Self.mostLost).map { $0 }
  }

  /// What is said of them: why the first has no value, and which others have none.
  func told(_ lost: Lost, by change: Change, _ lines: [Watch]) -> [Shown] {
    // What was changed together is not taken back together.
    let back = change.isShown && change.names.count == 1 ? change.names.first : nil
    guard let first = lost.causes.first else {
      guard let other = lost.other else { return [] }
      return [
        .failure(notebook.advised(other.failure)),
        Aside.stillNone(other.name, takenBack: back).shown,
      ]
    }
    let causes = lost.causes.map(\.name)
    let reading = lines.filter { notebook.definitions[$0.statement.text] == nil }
    let waiting = lost.causes.flatMap(\.waiting) + reading.map(\.statement.text)
    return [
      .failure(notebook.advised(first.failure)),
      Aside.lost(causes, waiting: waiting, takenBack: back).shown,
    ]
  }
}

extension Failure {
  /// Whether something was too dear or was stopped, and may have a value.
  var isBound: Bool {
    switch problem {
    case .bound: true
    case .syntax, .name, .value, .figure: false
    }
  }
}

extension Meter.Limits {
  /// For a look at each definition that reads what changed: some milliseconds.
  fileprivate static let ofLost = Meter.Limits(operations: 1e7, bytes: 1e7)
}
