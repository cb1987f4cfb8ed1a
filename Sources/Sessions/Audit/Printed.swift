import DeepNetworks
import Lessons
import Notebooks
import Plotting
import TerminalText

/// A number that the lesson shows when its cells run, or once a guess is made.
struct Printed: Sendable {
  let quantity: Quantity
  /// The number that it is; nil where it is none.
  let value: Extended?
  let source: AuditFinding.Source
  /// The step, `nil` before the first.
  let step: Int?
  /// Where the cell, the placeholder, or what the guess is about stands.
  let position: Position

  init(quantity: Quantity, source: AuditFinding.Source, step: Int?, position: Position) {
    (self.quantity, self.source, self.step, self.position) = (quantity, source, step, position)
    value = Frozen([]).number(quantity.text)
  }

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
