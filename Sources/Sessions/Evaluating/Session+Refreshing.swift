import Notebooks
import Plotting
import TerminalText

// What a change sets off.
extension Session {
  static let mostFigures = 2
  static let mostValues = 4

  /// The figures and values of the step that depend on what changed, printed anew.
  mutating func refreshed(_ change: Change, without done: [String]) -> [Shown] {
    let changed = change.names
    let definitions = notebook.definitions
    let dependents = definitions.dependents(of: changed)
    // What a definition shows is not shown again by a line that is its name.
    let all = watches.affected(by: changed, done: done, in: notebook)
      .filter { !change.isShown || !changed.contains($0.statement.text) }
    var outcomes: Outcomes = [:]
    let affected = following(all, change, &outcomes)
    let barred = barred(by: change)
    if dependents.isEmpty, affected.isEmpty { return barred }
    // A definition whose failure stands above is not told again by each that reads it.
    // What is gone is missed by all that read it, which needs no error for each.
    let gone = changed.filter { definitions[$0] == nil }
    let failed = (change.isShown ? changed.filter { fails($0) } : []) + gone
    let waiting = failed.isEmpty ? [] : definitions.dependents(of: failed).subtracting(changed)
    let unable = Set(affected.filter { notebook.depends($0.statement, on: failed) }.map(\.id))
    let dependent = definitions.ordered(dependents.subtracting(changed).subtracting(waiting))
    let lost = lost(by: change, among: dependent)
    let without = affected.filter {
      !unable.contains($0.id) && notebook.depends($0.statement, on: lost.causes.map(\.name))
    }
    let anew = dependent.filter { !lost.failing.contains($0) }
    guard !dependent.isEmpty || !affected.isEmpty || !waiting.isEmpty else { return barred }
    var shown: [Shown] = []
    if !anew.isEmpty { shown.append(Aside.changed(changed, with: anew).shown) }
    if !failed.isEmpty, !waiting.isEmpty || !unable.isEmpty {
      let names = definitions.ordered(waiting)
      let lines = affected.filter {
        unable.contains($0.id) && definitions[$0.statement.text] == nil
          && !gone.contains($0.statement.text)
      }
      let waiting = names + lines.map(\.statement.text)
      if !waiting.isEmpty { shown.append(Aside.waiting(waiting, for: failed).shown) }
    }
    shown += told(lost, by: change, without)
    let none = unable.union(without.map(\.id))
    return shown + (lost.causes.isEmpty ? barred : [])
      + printed(affected.filter { !none.contains($0.id) }, change, &outcomes)
  }

  /// What lines have come to with a change, by their numbers; each is worked out once.
  private typealias Outcomes = [String: Result<Output, Failure>]

  private mutating func outcome(
    _ watch: Watch,
    _ outcomes: inout Outcomes
  ) -> Result<Output, Failure> {
    if let known = outcomes[watch.id] { return known }
    let outcome = Result { () throws(Failure) -> Output in
      try notebooks.output(of: watch.statement, meter: atOnce)
    }
    outcomes[watch.id] = outcome
    return outcome
  }

  /// The lesson's lines, and of the learner's the last one that a change hasn't found failing already:
  /// a try that went wrong is told once, where it was typed.
  private mutating func following(
    _ watches: [Watch],
    _ change: Change,
    _ outcomes: inout Outcomes
  ) -> [Watch] {
    var dropped: Set<String> = []
    // A notebook prints the last figure and the last value.
    var isFound: (figure: Bool, value: Bool) = (false, false)
    for watch in watches.reversed().filter(\.isOwn).prefix(Self.mostTried) {
      if watch.isFigure ? isFound.figure : isFound.value { continue }
      if case .failure(let failure) = outcome(watch, &outcomes), !failure.isBound,
        failed(watch, before: change)
      {
        dropped.insert(watch.id)
      } else {
        if !isNotebook || watch.isFigure { isFound.figure = true }
        if !isNotebook || !watch.isFigure { isFound.value = true }
      }
    }
    let left = watches.filter { !dropped.contains($0.id) }
    return isNotebook ? left : Watches.following(left)
  }

  /// So many lines that fail are looked through, from the last one on.
  private static let mostTried = 4

  /// Prints what a change has affected; what is too much or too dear is named as stale.
  private mutating func printed(
    _ affected: [Watch],
    _ change: Change,
    _ outcomes: inout Outcomes
  ) -> [Shown] {
    var shown: [Shown] = []
    // A notebook has no end: of each kind the last is shown, and the others are not told.
    let figures = affected.filter(\.isFigure).suffix(isNotebook ? 1 : Self.mostFigures)
    let values = affected.filter { !$0.isFigure }.suffix(isNotebook ? 1 : Self.mostValues)
    let anyway = Set((figures + values).map(\.id))
    var stale = isNotebook ? [] : affected.filter { !anyway.contains($0.id) }
    /// The definitions whose failures were told.
    var told: Set<String> = []
    for watch in affected where anyway.contains(watch.id) {
      do throws(Failure) {
        let output = try outcome(watch, &outcomes).get()
        shown.append(again(compared(output, of: watch.statement, with: change), watch))
      } catch {
        if case .bound(.tooDear) = error.problem {
          stale.append(watch)
        } else if error.isBound || !failed(watch, before: change, with: error),
          error.definition.map({ told.insert($0).inserted }) ?? true
        {
          shown.append(.failure(notebook.advised(error, asking: watch.statement)))
        }
      }
    }
    if let first = stale.first {
      let names = stale.map { $0.isFigure ? "figure \($0.id)" : "\($0.id) \($0.statement.text)" }
      shown.append(Aside.stale(names, first: first.id).shown)
    }
    return shown
  }

  /// Whether a definition that was worked out a moment ago has no value.
  private mutating func fails(_ name: String) -> Bool {
    do throws(Failure) {
      _ = try notebooks.value(of: name, meter: atOnce)
      return false
    } catch {
      return !error.isBound
    }
  }

  /// Whether a line failed before a change already: then it is not watched, and says nothing anew.
  ///
  /// One of the lesson's fails anew where it fails for another reason.
  private func failed(
    _ watch: Watch,
    before change: Change,
    with now: Failure? = nil
  ) -> Bool {
    guard var before = change.before else { return false }
    do throws(Failure) {
      _ = try before.output(of: watch.statement, meter: meter(.ofBefore))
      return false
    } catch {
      // Whether a line of the learner's had a value is dear to know: then it says nothing anew either.
      if watch.isOwn { return true }
      let isAnother = now.map { now in
        // What has no value is named already, with those that wait for it.
        let definition = now.definition.flatMap { notebook.definitions[$0]?.statement.kind }
        if case .definition = definition { return false }
        return now.problem.message != error.problem.message
      }
      return !error.isBound && isAnother != true
    }
  }

  func again(_ output: Output, _ watch: Watch) -> Shown {
    if case .value(let value, nil) = output {
      return .labelled(value, label: neutralised(watch.statement.text))
    }
    return .output(output)
  }

  /// Runs with the larger limit what a change left stale.
  mutating func ranStale() -> [Shown] {
    var shown: [Shown] = []
    for watch in watches.latest(Self.mostFigures + Self.mostValues) {
      shown.append(evaluated(Evaluation(watch.statement)))
    }
    return shown.isEmpty ? [Sentence.nothingToRun(in: stretch).shown] : shown
  }
}
