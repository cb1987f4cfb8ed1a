import Lessons
import Notebooks

/// The statements of a lesson's cell.
struct CellStatements {
  let cell: Cell
  let results: [Result<Statement, Failure>]

  init(_ cell: Cell) {
    self.cell = cell
    results = Parser.statements(of: cell.source)
  }

  var statements: [Statement] {
    results.compactMap { result in
      switch result {
      case .success(let statement): statement
      case .failure: nil
      }
    }
  }

  var showsFigure: Bool {
    statements.contains { statement in
      switch statement.kind {
      case .figure: true
      case .definition, .function, .expression, .explain, .help: false
      }
    }
  }
}
