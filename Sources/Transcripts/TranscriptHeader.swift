import DeepNetworks
import Lessons
import Sessions

/// What the first lines of a transcript say of it.
package struct TranscriptHeader: Sendable, Hashable {
  package static let format = "1"
  /// The only set of characters that figures are drawn with so far.
  package static let charset = "ascii"

  package var lesson: LessonName
  package var columns: Int
  package var engine: Int
  package var charset: String
  /// A claim (design 5.2).
  package var learner: String?

  /// Which lesson, and which text of it.
  ///
  /// Without version and digest it is whatever bears the id.
  package struct LessonName: Sendable, Hashable {
    package var id: String
    package var version: String?
    package var digest: String?
  }

  /// The header of a session that begins now.
  package init(_ lesson: Lesson, learner: String?, columns: Int = Settings().columns) {
    self.lesson = LessonName(lesson)
    self.columns = columns
    engine = Engine.version
    charset = Self.charset
    self.learner = learner
  }

  init(lesson: LessonName, columns: Int, engine: Int, charset: String, learner: String?) {
    self.lesson = lesson
    self.columns = columns
    self.engine = engine
    self.charset = charset
    self.learner = learner
  }

  package var lines: [String] {
    let name = [lesson.id, lesson.version, lesson.digest].compactMap { $0 }.joined(separator: " ")
    return [
      "# fathom transcript \(Self.format)",
      "# lesson: \(name)",
      "# columns: \(columns)",
      "# engine: \(engine)   charset: \(charset)",
    ] + (learner.map { ["# learner: \($0)"] } ?? [])
  }
}

extension TranscriptHeader.LessonName {
  package init(_ lesson: Lesson) {
    self.init(
      id: lesson.header.id.value,
      version: lesson.header.version.value,
      digest: lesson.digest
    )
  }
}
