import Notebooks
import Plotting

extension Session {
  /// What shows the figure that was shown last; nil where none was.
  var latestFigure: FigureShown? { watches.latestFigure(in: notebook, isNotebook: isNotebook) }

  /// The figure that was shown last, worked out as the notebook of its step is now; nil where there is none.
  ///
  /// It is worked out under the session's meter: it tells its progress, and can be stopped.
  package mutating func lastFigure() throws(Failure) -> Figure? {
    guard let shown = latestFigure else { return nil }
    guard case .figure(let figure) = try comparedOutput(of: shown) else { return nil }
    return figure.figure.with(shown.watch.guess)
  }

  /// The same with what it showed before the last change of its step.
  mutating func comparedOutput(of figure: FigureShown) throws(Failure) -> Output {
    let output = try output(of: figure, asked)
    if figure.notebook != nil { return output }
    return compared(output, of: figure.watch.statement, with: lastChange)
  }

  /// What a figure that was shown shows, on the notebook of its step.
  mutating func output(of figure: FigureShown, _ meter: Meter) throws(Failure) -> Output {
    guard var notebook = figure.notebook else {
      return try notebooks.output(of: figure.watch.statement, meter: meter)
    }
    return try notebook.output(of: figure.watch.statement, meter: meter)
  }
}
