// What is told to somebody to type runs in the notebook in which it is told.
extension Notebook {
  /// What trying a line may spend; a dearer one counts as one that runs.
  private static let trial = Meter.Limits(operations: 5e7, bytes: 2e7)

  /// The failure with its advice as it fits this notebook: lines that do not run are not given.
  ///
  /// Where it is in a definition, advice for that must do for the statement that asked for its value.
  package func advised(_ failure: Failure, asking statement: Statement? = nil) -> Failure {
    var failure = failure
    while let wrong = failure.advice.first(where: { !runs($0, for: failure, statement) }) {
      failure.refused.insert(wrong)
    }
    return failure
  }

  private func runs(_ advice: Advice, for failure: Failure, _ asking: Statement?) -> Bool {
    if let (text, place, end) = failure.mended(by: advice) {
      guard let left = fault(text, at: place, waits: true, asking) else { return true }
      // Another mistake of the line may remain. One of what was put in, or of what stands around
      // that, is the advice's own: a line that runs alone is none that helps there.
      guard left.definition == failure.definition,
        left.range.upper <= place || end <= left.range.lower
      else { return false }
    }
    switch advice.place {
    case .line, .instead(of: nil): return fault(advice.text, at: 0) == nil
    case .instead: return false
    case .behind(let words): return fault("\(words) \(advice.text)", at: 0) == nil
    }
  }

  /// What goes wrong with the statement at a place of a text, and behind a definition with the one
  /// that asks for it; nil where it shows something.
  ///
  /// A definition that somebody wrote may wait for a name that comes later; one that is advised does not.
  private func fault(
    _ text: String,
    at place: Int,
    waits: Bool = false,
    _ asking: Statement? = nil
  ) -> Failure? {
    var unread: Failure?
    for result in Parser.statements(of: text) {
      switch result {
      case .success(let statement)
      where statement.range.lower <= place && place <= statement.range.upper:
        return fault(statement, waits, asking)
      case .success: continue
      case .failure(let failure): unread = unread ?? failure
      }
    }
    let nothing = Problem.syntax(.endsTooEarly(expected: "a statement"))
    return unread ?? Failure(nothing, at: SourceRange(place, place + 1), in: Source(text))
  }

  private func fault(_ statement: Statement, _ waits: Bool, _ asking: Statement?) -> Failure? {
    var copy = self
    do throws(Failure) {
      try copy.attempt(statement)
      _ = try copy.output(of: statement, meter: Meter(limits: Self.trial, threads: 1))
      if let asking, let name = statement.definedName, asking.definedName != name {
        _ = try copy.output(of: asking, meter: Meter(limits: Self.trial, threads: 1))
      }
      return nil
    } catch {
      switch error.problem {
      // What takes longer than a trial is not known to be wrong.
      case .bound(.tooDear), .bound(.tooLarge): return nil
      case .name(.unknownName(let name, nil, _)):
        let isLater = waits && statement.definedName != nil && definitions[name] == nil
        return isLater ? nil : error
      case .syntax, .name, .value, .figure, .bound: return error
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
