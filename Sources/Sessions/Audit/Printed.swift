import Lessons
import Notebooks
import Plotting
import TerminalText

/// A number that the lesson shows when its cells run, or once a guess is made.
struct Printed: Sendable {
  let quantity: Quantity
  let source: AuditFinding.Source
  /// The step, `nil` before the first.
  let step: Int?
  /// Where the cell, the placeholder, or what the guess is about stands.
  let position: Position

  /// The numbers in what a statement shows.
  ///
  /// Pictures are looked at, not read, but for the numbers beside bars; of a table's row the first
  /// is what it is about.
  static func quantities(in output: Output) -> [Quantity] {
    if case .figure(let figure) = output, figure.figure.isPicture {
      return figure.figure.numbers.flatMap { Quantity.all(in: $0, names: []) }
    }
    let isTable = if case .figure = output { true } else { false }
    return output.rendered(Layout()).plain.split(separator: "\n").flatMap { line in
      Quantity.all(in: String(line), names: []).dropFirst(isTable ? 1 : 0)
    }
  }
}
