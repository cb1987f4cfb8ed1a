/// A lesson: what an author wrote, checked and typed, with the place of each part.
package struct Lesson: Sendable, Hashable {
  /// The file as its reader named it.
  package let path: String
  /// What the first fence says.
  package let header: Header
  /// What stands before the first step: prose, parameters and speaker notes.
  package let opening: [Block]
  /// The steps in order, at least one.
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
  /// The lesson's name in other lessons and transcripts.
  package let id: Located<String>
  /// As in the `#` heading.
  package let title: Located<String>
  /// Three numbers with points, as in `1.0.0`.
  package let version: Located<String>
  /// One sentence on what it is about.
  package let summary: Prose
  /// What the learner can do afterwards, at least one.
  package let objectives: [Prose]
  /// What to remember, at least one.
  package let takeaways: [Prose]
  /// Ids of the lessons to have done before.
  package let requires: [Located<String>]
  /// How long it takes, about.
  package let minutes: Int
  /// Which lecture and beats the lesson mirrors, in the author's words; may be absent.
  package let lecture: String?
  /// The language of its prose; `en` unless written.
  package let lang: String
  /// Whether it heads a learners' copy.
  package let isReleased: Bool
  /// Where its fence begins.
  package let position: Position
}

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
  /// What it says.
  package let prose: Prose
  /// Where the comment begins.
  package let position: Position
}
