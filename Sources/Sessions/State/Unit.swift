import Lessons

/// What one press of Enter reveals: prose with its cells up to a figure, or a question with the
/// prose that leads to it.
struct Unit: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// Prose, parameters and cells.
    case blocks([Block])
    case question(Question, introduction: [Block])
  }

  var content: Content

  var question: Question? {
    if case .question(let question, _) = content { question } else { nil }
  }

  /// Those that it shows.
  var parameters: [Parameter] {
    let blocks =
      switch content {
      case .blocks(let blocks): blocks
      case .question(_, let introduction): introduction
      }
    return blocks.flatMap { block -> [Parameter] in
      if case .parameters(let list) = block { list } else { [] }
    }
  }

  /// Cuts a step into what is revealed together.
  ///
  /// A figure ends a unit, so that it and the question after it share a screen. Prose alone comes
  /// with the question it leads to; prose with cells is read first.
  static func units(of step: Step, _ cells: LessonCells = LessonCells()) -> [Unit] {
    var units: [Unit] = []
    var pending: [Block] = []
    func flush() {
      if !pending.isEmpty { units.append(Unit(content: .blocks(pending))) }
      pending = []
    }
    for block in step.blocks {
      switch block {
      case .prose, .parameters: pending.append(block)
      case .cell(let cell):
        pending.append(block)
        if cells[cell].showsFigure { flush() }
      case .question(let question):
        // The lines of a cell want to be read before the question comes.
        if pending.contains(where: \.isCell) { flush() }
        units.append(Unit(content: .question(question, introduction: pending)))
        pending = []
      case .speaker: break
      }
    }
    flush()
    return units
  }
}
