import DeepNetworks
import Lessons
import Sessions

/// What the first lines of a transcript say of it.
package struct TranscriptHeader: Sendable, Hashable {
  /// The format that is written and read.
  package static let format = "1"

  package var lesson: LessonName
  /// What the session begins with, width and characters; `:set` lines carry what changes later.
  package var settings: Settings
  /// The version of the engine that worked out the outputs.
  package var engine: Int
  /// A claim (design 5.2).
  package var learner: String?
  /// A claim too; older files don't say.
  package var copy: LessonCopy?

  /// Which lesson, and which text of it.
  ///
  /// Without version and digest it is whatever bears the id.
  package struct LessonName: Sendable, Hashable {
    package var id: String
    package var version: String?
    package var digest: String?
  }

  /// The header of a session that begins now.
  package init(_ lesson: Lesson, learner: String?, settings: Settings = Settings()) {
    self.lesson = LessonName(lesson)
    self.settings = settings
    engine = Engine.version
    self.learner = learner
    copy = lesson.isReleased ? .released : .full
  }

  init(
    lesson: LessonName,
    settings: Settings,
    engine: Int,
    learner: String?,
    copy: LessonCopy?
  ) {
    self.copy = copy
    self.lesson = lesson
    self.settings = settings
    self.engine = engine
    self.learner = learner
  }

  /// As the file begins, each line with its `#`.
  package var lines: [String] {
    let name = [lesson.id, lesson.version, lesson.digest].compactMap { $0 }.joined(separator: " ")
    return [
      "# fathom transcript \(Self.format)",
      "# lesson: \(name)",
      "# columns: \(settings.columns)",
      "# engine: \(engine)   charset: \(settings.charset.name)",
    ] + (copy.map { ["# copy: \($0.rawValue)"] } ?? [])
      + (learner.map { ["# learner: \($0)"] } ?? [])
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
