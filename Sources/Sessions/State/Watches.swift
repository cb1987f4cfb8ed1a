import Notebooks

/// What of the step is printed anew when it changes, in the order in which it was shown last.
struct Watches: Sendable {
  private(set) var all: [Watch] = []
  /// The figure shown last in any step, for `:describe` and `:data`.
  private var lastFigure: Statement?

  /// Forgets those of a step that is left or begun again.
  mutating func clear() { all = [] }

  /// Takes a figure or an expression; what is asked for again moves to its new place.
  mutating func add(_ statement: Statement, inStep step: Int) {
    switch statement.kind {
    case .figure: lastFigure = statement
    case .expression: break
    case .definition, .function, .explain, .help: return
    }
    // One per source text.
    let known = all.first { $0.statement.text == statement.text }
    all.removeAll { $0.statement.text == statement.text }
    all.append(Watch(id: known?.id ?? "\(step + 1).\(nextNumber)", statement: statement))
  }

  private var nextNumber: Int {
    let numbers = all.compactMap { $0.id.split(separator: ".").last.flatMap { Int($0) } }
    return (numbers.max() ?? 0) + 1
  }

  subscript(id id: String) -> Watch? { all.first { $0.id == id } }

  var figures: [Watch] { all.filter(\.isFigure) }

  /// The latest figure: of this step, else of one before.
  var latestFigure: Statement? { figures.last?.statement ?? lastFigure }
}
