import Notebooks
import Plotting

extension Session {
  /// A figure with what it showed before a change; without it where it was asked for since then, and where drawing
  /// the old one is dear or fails.
  func compared(_ output: Output, of statement: Statement, with change: Change?) -> Output {
    guard let change, !change.drawnSince.contains(statement.text),
      case .figure(var figure) = output, var before = change.before
    else { return output }
    let meter = meter(.ofBefore)
    do throws(Failure) {
      guard case .figure(let old) = try before.output(of: statement, meter: meter) else {
        return output
      }
      let cause = change.cause(for: statement, in: before)
      figure.figure = figure.figure.after(old.figure, cause: cause)
      return .figure(figure)
    } catch {
      return output
    }
  }
}

extension Meter.Limits {
  /// For what is no more than a shade in a figure: a tenth of a second.
  static let ofBefore = Meter.Limits(operations: 2e8, bytes: 1e9)
}
