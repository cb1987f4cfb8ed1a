import Notebooks

// What a change has taken the value of.
extension Session {
  /// Definitions that have no value after a change.
  struct Lost {
    /// Those that had one, and whose own text fails, each with what else fails for it.
    var causes: [(name: String, failure: Failure, waiting: [String])] = []
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
        guard hadValue(name, &then, meter) else { continue }
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

  private func hadValue(_ name: String, _ before: inout Notebook, _ meter: Meter) -> Bool {
    do throws(Failure) {
      return try before.value(of: name, meter: meter) != nil
    } catch {
      return false
    }
  }

  /// What is said of them: why the first has no value, and which others have none.
  func told(_ lost: Lost, by change: Change, _ lines: [Watch]) -> [Shown] {
    guard let first = lost.causes.first else { return [] }
    let causes = lost.causes.map(\.name)
    let reading = lines.filter { notebook.definitions[$0.statement.text] == nil }
    let waiting = lost.causes.flatMap(\.waiting) + reading.map(\.statement.text)
    // What was changed together is not taken back together.
    let back = change.isShown && change.names.count == 1 ? change.names.first : nil
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
