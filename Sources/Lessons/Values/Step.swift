/// A step: a second-level heading and what follows it up to the next one.
package struct Step: Sendable, Hashable {
  /// Its slug, or what the comment under it says.
  package let id: Located<String>
  /// The heading, without styles.
  package let title: Located<String>
  /// What follows the heading, in order.
  package let blocks: [Block]

  /// The parameters that the step sets, in order.
  package var parameters: [Parameter] {
    blocks.flatMap { block -> [Parameter] in
      if case .parameters(let set) = block { set } else { [] }
    }
  }

  /// The cells in order.
  package var cells: [Cell] {
    blocks.compactMap { block in if case .cell(let cell) = block { cell } else { nil } }
  }

  /// The questions in order.
  package var questions: [Question] {
    blocks.compactMap { block in if case .question(let question) = block { question } else { nil } }
  }
}
