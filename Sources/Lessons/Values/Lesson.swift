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
  /// The lines that it was read from.
  let source: LessonSource
  /// The learners' copy.
  let releasedLines: [ReleasedLine]

  /// The digest, once it was asked for.
  let rememberedDigest = Remembered<String>()

  /// Whether this is a learners' copy, without keys.
  package var isReleased: Bool { header.isReleased }

  /// The text that it was read from, without byte-order mark and with LF at the end of each line.
  package var text: String { source.text }

  /// All questions in order.
  package var questions: [Question] { steps.flatMap(\.questions) }
}
