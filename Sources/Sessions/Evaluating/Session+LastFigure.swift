import Notebooks
import Plotting

extension Session {
  /// What shows the figure that was shown last; nil where none was.
  var latestFigure: Watch? { watches.latestFigure(in: notebook, isNotebook: isNotebook) }

  /// The figure that was shown last, worked out as the notebook is now; nil where there is none.
  ///
  /// It is worked out under the session's meter: it tells its progress, and can be stopped.
  package mutating func lastFigure() throws(Failure) -> Figure? {
    guard let watch = latestFigure else { return nil }
    let output = try notebooks.output(of: watch.statement, meter: asked)
    guard case .figure(let shown) = compared(output, of: watch.statement, with: lastChange) else {
      return nil
    }
    return shown.figure.with(watch.guess)
  }
}
