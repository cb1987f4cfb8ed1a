import Notebooks
import Plotting

/// What a turn of knobs has shown so far: where each figure began, and how far its axes reach by now.
package struct Turning: Sendable {
  private var beginnings: [String: Beginning] = [:]
  private var latest: [String: Figure] = [:]

  /// A figure as the turn found it, and the definitions of the knobs for it.
  private struct Beginning: Sendable {
    var figure: Figure
    var definitions: [String]
  }

  package init() {}

  /// A figure of a statement with where it began in it, on axes that never shrink.
  mutating func keep(_ figure: Figure, of statement: Statement, _ knobs: [KnobTurn]) -> Figure {
    let text = statement.text
    var shown = figure
    if let beginning = beginnings[text] {
      let otherwise = zip(beginning.definitions, knobs).filter { $0 != $1.statement }.map(\.0)
      shown = shown.after(beginning.figure, cause: Change.cause(otherwise))
    } else {
      beginnings[text] = Beginning(figure: figure, definitions: knobs.map(\.statement))
    }
    if let last = latest[text] { shown = shown.onAxes(of: last) }
    latest[text] = shown
    return shown
  }
}
