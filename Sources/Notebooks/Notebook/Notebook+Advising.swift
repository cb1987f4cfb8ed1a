// What is told to somebody to type runs in the notebook in which it is told.
extension Notebook {
  /// What trying a line may spend; a dearer one counts as one that runs.
  private static let trial = Meter.Limits(operations: 5e7, bytes: 2e7)

  /// The failure with its advice as it fits this notebook: lines that do not run are not given.
  package func advised(_ failure: Failure) -> Failure {
    var failure = failure
    while let wrong = failure.advice.first(where: { !runs($0, for: failure) }) {
      failure.refused.insert(wrong)
    }
    return failure
  }

  private func runs(_ advice: Advice, for failure: Failure) -> Bool {
    if let (text, place) = failure.mended(by: advice), runs(text, at: place, waits: true) {
      return true
    }
    switch advice.place {
    case .line, .instead(of: nil): return runs(advice.text, at: 0)
    case .instead: return false
    case .behind(let words): return runs("\(words) \(advice.text)", at: 0)
    }
  }

  /// Whether the statement at a place of a text can be read and shows something.
  ///
  /// A definition that somebody wrote may wait for a name that comes later; one that is advised does not.
  private func runs(_ text: String, at place: Int, waits: Bool = false) -> Bool {
    for case .success(let statement) in Parser.statements(of: text)
    where statement.range.lower <= place && place <= statement.range.upper {
      return runs(statement, waits)
    }
    return false
  }

  private func runs(_ statement: Statement, _ waits: Bool) -> Bool {
    var copy = self
    do throws(Failure) {
      try copy.attempt(statement)
      _ = try copy.output(of: statement, meter: Meter(limits: Self.trial, threads: 1))
      return true
    } catch {
      switch error.problem {
      // What takes longer than a trial is not known to be wrong.
      case .bound(.tooDear), .bound(.tooLarge): return true
      case .name(.unknownName(let name, nil, _)):
        return waits && statement.definedName != nil && definitions[name] == nil
      case .syntax, .name, .value, .figure, .bound: return false
      }
    }
  }

  /// A circle of one with its definition under a name that is free, as in `s1 = s + 1`.
  func renamed(_ problem: Problem, _ statement: Statement) -> Problem {
    guard case .name(.cycle(let names, _)) = problem, names.count == 1,
      case .definition(let name, let expression) = statement.kind, definitions[name + "1"] == nil
    else { return problem }
    let value = statement.source.text(expression.range)
    return .name(.cycle(names, renamed: value.contains("\n") ? nil : "\(name)1 = \(value)"))
  }
}
