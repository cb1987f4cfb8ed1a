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
    let affected = watches.affected(by: changed, done: done, in: notebook, isNotebook)
      .filter { !change.isShown || !changed.contains($0.statement.text) }
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
      + printed(affected.filter { !none.contains($0.id) }, change)
  }

  /// Prints what a change has affected; what is too much or too dear is named as stale.
  private mutating func printed(_ affected: [Watch], _ change: Change) -> [Shown] {
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
        let output = try notebooks.output(of: watch.statement, meter: atOnce)
        shown.append(again(compared(output, of: watch.statement, with: change), watch))
      } catch {
        if case .bound(.tooDear) = error.problem {
          stale.append(watch)
        } else if !failed(watch, before: change),
          error.definition.map({ told.insert($0).inserted }) ?? true
        {
          shown.append(.failure(notebook.advised(error)))
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
  private func failed(_ watch: Watch, before change: Change) -> Bool {
    guard var before = change.before else { return false }
    do throws(Failure) {
      _ = try before.output(of: watch.statement, meter: meter(.ofBefore))
      return false
    } catch {
      return !error.isBound
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
