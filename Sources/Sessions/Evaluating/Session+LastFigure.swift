import Notebooks
import Plotting

extension Session {
  /// The figure that was shown last, worked out as the notebook is now; nil where there is none.
  ///
  /// It is worked out under the session's meter: it tells its progress, and can be stopped.
  package mutating func lastFigure() throws(Failure) -> Figure? {
    guard let watch = watches.latestFigure else { return nil }
    let output = try notebooks.output(of: watch.statement, meter: asked)
    guard case .figure(let shown) = compared(output, of: watch.statement, with: lastChange) else {
      return nil
    }
    return shown.figure.with(watch.guess)
  }
}
