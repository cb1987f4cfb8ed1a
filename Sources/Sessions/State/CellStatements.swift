import Lessons
import Notebooks

/// The statements of a lesson's cell.
struct CellStatements: Sendable {
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

/// The cells of a lesson, each read once.
struct LessonCells: Sendable {
  private var read: [Cell: CellStatements] = [:]

  /// Of no lesson.
  init() {}

  init(_ lesson: Lesson) {
    for block in lesson.opening + lesson.steps.flatMap(\.blocks) {
      if case .cell(let cell) = block { read[cell] = CellStatements(cell) }
    }
  }

  subscript(cell: Cell) -> CellStatements { read[cell] ?? CellStatements(cell) }
}
