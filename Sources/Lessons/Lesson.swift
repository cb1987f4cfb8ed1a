/// A lesson: what an author wrote, checked and typed, with the place of each part.
package struct Lesson: Sendable, Hashable {
  package let path: String
  package let header: Header
  /// What stands before the first step: prose, parameters and speaker notes.
  package let opening: [Block]
  package let steps: [Step]
  /// The learners' copy.
  let releasedLines: [ReleasedLine]

  /// Whether this is a learners' copy, without keys.
  package var isReleased: Bool { header.isReleased }

  /// All questions in order.
  package var questions: [Question] { steps.flatMap(\.questions) }
}

/// What the first fence says of a lesson.
package struct Header: Sendable, Hashable {
  package let id: Located<String>
  package let title: Located<String>
  /// Three numbers with points, as in `1.0.0`.
  package let version: Located<String>
  package let summary: Prose
  package let objectives: [Prose]
  package let takeaways: [Prose]
  /// Ids of the lessons to have done before.
  package let requires: [Located<String>]
  package let minutes: Int
  /// Which lecture and beats the lesson mirrors, in the author's words; may be absent.
  package let lecture: String?
  package let lang: String
  package let isReleased: Bool
  package let position: Position
}

/// A step: a second-level heading and what follows it up to the next one.
package struct Step: Sendable, Hashable {
  package let id: Located<String>
  package let title: Located<String>
  package let blocks: [Block]

  package var parameters: [Parameter] {
    blocks.flatMap { block -> [Parameter] in
      if case .parameters(let set) = block { set } else { [] }
    }
  }

  package var cells: [Cell] {
    blocks.compactMap { block in if case .cell(let cell) = block { cell } else { nil } }
  }

  package var questions: [Question] {
    blocks.compactMap { block in if case .question(let question) = block { question } else { nil } }
  }
}

/// One part of a step, in the order of the file.
package enum Block: Sendable, Hashable {
  case prose(Prose)
  case parameters([Parameter])
  case cell(Cell)
  case question(Question)
  case speaker(SpeakerNote)
}

/// Statements that the lesson runs.
package struct Cell: Sendable, Hashable {
  /// The lines between the fences, each ending in a newline.
  package let source: String
  /// Whether it must fail: the fence says `fathom error`.
  package let fails: Bool
  /// Where the source begins: the first line after the fence.
  package let position: Position
}

/// What only the instructor sees.
package struct SpeakerNote: Sendable, Hashable {
  package let prose: Prose
  package let position: Position
}
