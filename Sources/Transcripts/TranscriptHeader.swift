import DeepNetworks
import Lessons
import Sessions

/// What the first lines of a transcript say of it.
package struct TranscriptHeader: Sendable, Hashable {
  /// The format that is written and read.
  package static let format = "1"

  package var subject: Subject
  /// What the session begins with, width and characters; `:set` lines carry what changes later.
  package var settings: Settings
  /// The version of the engine that worked out the outputs.
  package var engine: Int
  /// A claim (design 5.2).
  package var learner: String?
  /// A claim too; older files don't say.
  package var copy: LessonCopy?
  /// How the lesson was played; lessons for practice, and older files, don't say.
  package var mode: Mode?
  /// Whether it was shown to a class, and answered by nobody.
  package var isTalk: Bool
  /// With which seed variants were drawn: a claim too; nil where there was none.
  package var classSeed: String?
  /// Guesses that stay open though their cells run: they were made before it where they were typed,
  /// at another text of the lesson, and come behind it here.
  package var awaited: [String]

  /// What was played.
  package enum Subject: Sendable, Hashable {
    case lesson(LessonName)
    /// A notebook of one's own.
    case notebook(String)

    /// The lesson's id, or the notebook's name.
    var name: String {
      switch self {
      case .lesson(let lesson): lesson.id
      case .notebook(let name): name
      }
    }

    fileprivate var line: String {
      switch self {
      case .lesson(let name):
        let parts = [name.id, name.version, name.digest].compactMap { $0 }
        return "# lesson: \(parts.joined(separator: " "))"
      case .notebook(let name): return "# notebook: \(name)"
      }
    }
  }

  /// The lesson that was played; nil for a notebook of one's own.
  package var lesson: LessonName? {
    switch subject {
    case .lesson(let name): name
    case .notebook: nil
    }
  }

  /// Which lesson, and which text of it.
  ///
  /// Without version and digest it is whatever bears the id.
  package struct LessonName: Sendable, Hashable {
    package var id: String
    package var version: String?
    package var digest: String?
  }

  /// The header of a session that begins now.
  package init(
    _ lesson: Lesson,
    learner: String?,
    settings: Settings = Settings(),
    isTalk: Bool = false,
    awaited: [String] = []
  ) {
    self.init(
      subject: .lesson(LessonName(lesson)),
      settings: settings,
      engine: Engine.version,
      learner: learner,
      copy: lesson.isReleased ? .released : .full,
      mode: lesson.header.mode == .graded && !isTalk ? .graded : nil,
      isTalk: isTalk,
      classSeed: lesson.header.classSeed.isEmpty ? nil : lesson.header.classSeed,
      awaited: awaited
    )
  }

  /// The header of a notebook of one's own that begins now.
  package init(notebook name: String, learner: String?, settings: Settings = Settings()) {
    self.init(
      subject: .notebook(name),
      settings: settings,
      engine: Engine.version,
      learner: learner,
      copy: nil,
      mode: nil
    )
  }

  init(
    subject: Subject,
    settings: Settings,
    engine: Int,
    learner: String?,
    copy: LessonCopy?,
    mode: Mode?,
    isTalk: Bool = false,
    classSeed: String? = nil,
    awaited: [String] = []
  ) {
    (self.copy, self.mode, self.isTalk) = (copy, mode, isTalk)
    (self.classSeed, self.awaited) = (classSeed, awaited)
    self.subject = subject
    self.settings = settings
    self.engine = engine
    self.learner = learner
  }

  static let talk = "present"
  private static let talkLine = "# mode: \(talk)"

  /// As the file begins, each line with its `#`.
  package var lines: [String] {
    [
      "# fathom transcript \(Self.format)",
      subject.line,
      "# columns: \(settings.columns)",
      "# engine: \(engine)   charset: \(settings.charset.name)",
    ] + (copy.map { ["# copy: \($0.rawValue)"] } ?? [])
      + (isTalk ? [Self.talkLine] : mode.map { ["# mode: \($0.rawValue)"] } ?? [])
      + (classSeed.map { ["# class: \($0)"] } ?? [])
      + (awaited.isEmpty ? [] : ["# awaited: \(awaited.joined(separator: " "))"])
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
