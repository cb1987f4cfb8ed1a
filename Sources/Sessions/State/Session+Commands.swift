import Lessons
import Notebooks
import Plotting
import TerminalText

extension Session {
  /// Carries out a command.
  mutating func perform(_ command: Command) -> [Request] {
    switch command {
    case .next:
      prompt = .notebook
      return advance()
    case .back: return back()
    case .go(let target): return go(target)
    case .steps: return [.say(.steps)]
    case .answer(let id): return open(id)
    case .hint: return hint()
    case .skip: return skip()
    case .score: return [.score]
    case .undo: return undo()
    case .mine: return bringBackMine()
    case .reset: return reset()
    case .show(let id): return onWatch(id)
    case .run: return [.runStale]
    case .describe(let id): return onFigure(id) { .describe($0) }
    case .data(let id): return onFigure(id) { .data($0) }
    case .point(let place):
      return onFigure(place.figure) { .point(place.kind, in: $0) }
    case .why(let name): return [.why(name)]
    case .notebook: return [.listNotebook]
    case .note: return [.say(.noted)]
    case .set(let name, let value): return set(name, value)
    case .help(let topic): return help(topic)
    case .quit: return [.leave]
    }
  }

  private mutating func back() -> [Request] {
    switch place {
    case .before: return [.say(.atTheBeginning)]
    case .step(0, _): return [.say(.atTheBeginning)] + enterStep(0)
    case .step(let index, _): return enterStep(index - 1)
    case .after: return enterStep(lesson.steps.count - 1)
    }
  }

  private mutating func go(_ target: String) -> [Request] {
    if let number = Int(target), lesson.steps.indices.contains(number - 1) {
      return enterStep(number - 1)
    }
    if let index = lesson.steps.firstIndex(where: { $0.id.value == target }) {
      return enterStep(index)
    }
    if question(target) != nil { return [.say(.questionNotStep(target))] }
    let meant = Spelling.nearest(to: target, among: lesson.steps.map(\.id.value))
    return [.say(.noSuchStep(target, meant: meant, count: lesson.steps.count))]
  }

  private func onWatch(_ id: String?) -> [Request] {
    if let watch = watched(id) ?? (id == nil ? watches.last : nil) {
      return [.evaluate(Evaluation(statement: watch.statement, notebook: notebook))]
    }
    return [.say(.nothingToShow(id, watches.map(\.id)))]
  }

  private func onFigure(_ id: String?, _ make: (Statement) -> Request) -> [Request] {
    let figures = watches.filter(\.isFigure).map(\.id)
    if let id {
      guard let watch = watched(id), watch.isFigure else {
        return [.say(.noSuchFigure(id, figures))]
      }
      return [make(watch.statement)]
    }
    guard let figure = watched(nil)?.statement ?? lastFigure else {
      return [.say(.noSuchFigure(nil, figures))]
    }
    return [make(figure)]
  }

  private mutating func set(_ name: String, _ value: String) -> [Request] {
    do throws(Settings.Refusal) {
      try settings.set(name, value)
      return [.layOut, .say(.isSet(name, value))]
    } catch {
      return [.say(.setting(error))]
    }
  }

  private func help(_ topic: String?) -> [Request] {
    guard let topic else { return [.say(.help)] }
    if let entry = Command.entries.first(where: { ":" + $0.name == topic || $0.name == topic }),
      topic.hasPrefix(":") || !BuiltIns.names.contains(topic)
    {
      return [.say(.helpOn(entry))]
    }
    return [.say(.helpTopic(topic))]
  }
}

extension Session {
  /// The figure that was shown last in this step, evaluated as the notebook is now.
  package mutating func lastShownFigure() -> Figure? {
    guard let statement = watched(nil)?.statement ?? lastFigure else { return nil }
    do throws(Failure) {
      guard case .figure(let output) = try notebook.output(of: statement) else { return nil }
      return output.figure
    } catch {
      return nil
    }
  }
}
