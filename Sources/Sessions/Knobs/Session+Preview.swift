import Notebooks

/// What of a step would be shown if its parameters had other values.
package struct Preview: Sendable, Hashable {
  /// Figures of the step, in its order; the last ones of many.
  package var figures: [Shown] = []
  /// Values of the step, or a remark that there is nothing.
  package var values: [Shown] = []
}

extension Session {
  /// What of the step depends on the knobs, with their values; nil where it was stopped.
  ///
  /// Nothing changes by it but what the turn keeps: figures have where they began in them, on axes that stay.
  package func preview(
    _ knobs: [KnobTurn],
    turning: inout Turning,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) -> Preview? {
    var preview = Preview()
    var copy = notebook
    for knob in knobs {
      for case .success(let statement) in Parser.statements(of: knob.statement) {
        do throws(Failure) {
          try copy.define(statement)
        } catch {
          preview.figures.append(.failure(error))
          return preview
        }
      }
    }
    let names = knobs.map(\.name)
    let reading = watches.reading(copy.definitions.dependents(of: names).union(names)).filter {
      copy.depends($0.statement, on: names)
    }
    let affected = isNotebook ? reading : Watches.following(reading)
    let figures = affected.filter(\.isFigure).suffix(Self.mostFigures)
    let values = affected.filter { !$0.isFigure }.suffix(Self.mostValues)
    let meter = { Meter(limits: .asked, isCancelled: isCancelled, progress: progress) }
    for watch in figures + values {
      let shown: Shown
      do throws(Failure) {
        var output = try copy.output(of: watch.statement, meter: meter())
        if case .figure(var figure) = output {
          figure.figure = turning.keep(figure.figure, of: watch.statement, knobs)
          output = .figure(figure)
        }
        shown = again(output, watch)
      } catch {
        if case .bound(.cancelled) = error.problem { return nil }
        // A try that went wrong before the turn was told then.
        if watch.isOwn, fails(watch, meter()) { continue }
        shown = .failure(error)
      }
      if watch.isFigure { preview.figures.append(shown) } else { preview.values.append(shown) }
    }
    if affected.isEmpty {
      preview.values.append(Aside.nothingDepends(on: knobs.map(\.name)).shown)
    }
    return preview
  }

  /// Whether a line has no value as the notebook is.
  private func fails(_ watch: Watch, _ meter: Meter) -> Bool {
    var now = notebook
    do throws(Failure) {
      _ = try now.output(of: watch.statement, meter: meter)
      return false
    } catch {
      return !error.isBound
    }
  }
}
