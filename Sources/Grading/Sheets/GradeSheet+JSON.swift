import DeepNetworks
import Lessons
import Sessions
import TerminalText
import Transcripts

// For another program: the form of `Schemas/grade-report.schema.json`.
extension GradeSheet {
  /// One object with keys in a fixed order.
  package var json: String {
    var members: [(String, JSON)] = [
      ("format", .number("3")), ("engine", .count(Engine.version)),
      ("lessons", .array(book.lessons.map(value))),
      ("faults", .array(book.faults.map(Self.value))),
      (
        "reports", .each(book.reports.count) { [reports = book.reports] in Self.value(reports[$0]) }
      ),
      ("learners", learners),
      ("missing", .array(book.lessons.flatMap(missing))),
      ("same_inputs", .array(book.twins.map { .array($0.map { .string($0) }) })),
    ]
    if let changes { members.append(("changes", .array(changes.map(Self.value)))) }
    if let insights { members.append(("insight", .array(insights.map(\.value)))) }
    return JSON.object(members).written + "\n"
  }

  private func value(_ lesson: Lesson) -> JSON {
    let id = lesson.header.id.value
    return .object([
      ("id", .string(id)), ("title", .string(lesson.header.title.value)),
      ("version", .string(lesson.header.version.value)), ("digest", .string(lesson.digest)),
      ("mode", .string(lesson.header.mode.rawValue)),
      ("keys_are_public", .boolean(publicKeys.contains(id))),
      ("maximum", .points(book.maxima[id] ?? 0)),
      ("questions", .array(lesson.countedQuestions.map { .string($0) })),
    ])
  }

  private static func value(_ fault: Gradebook.Fault) -> JSON {
    .object([
      ("lesson", .string(fault.lesson)), ("question", .string(fault.question)),
      ("files", .array(fault.files.map { .string($0) })),
    ])
  }

  private static func value(_ report: GradeReport) -> JSON {
    let remarks = ("remarks", JSON.array(report.remarks.map { .string(neutralised($0.words)) }))
    let file = ("file", JSON.string(report.path))
    switch report.outcome {
    case .refused(let why):
      return .object([
        file, ("outcome", .string("refused")), ("reason", .string(neutralised(why.words))), remarks,
      ])
    case .identity(let mismatch, let claimed):
      return .object([
        file, ("outcome", .string("identity")), ("reason", .string(mismatch.message)),
        ("claimed", .optional(claimed)), remarks,
      ])
    case .superseded(let identity, let other, let work):
      return .object([
        file, ("outcome", .string("superseded")), ("lesson", .string(work.lesson)),
        ("learner", .optional(identity.name)), ("counts_instead", .string(other)), remarks,
      ])
    case .graded(let identity, let work):
      let score = report.score
      return .object([
        file, ("outcome", .string("graded")), ("lesson", .string(work.lesson)),
        ("learner", .optional(identity.name)), ("id", .optional(identity.id)),
        ("identity", .string(identity.source)), ("late", .boolean(report.isLate)),
        ("points", .points(score.earned)), ("maximum", .points(score.maximum)),
        ("participation", .points(report.participation)), ("to_be_read", .points(score.toBeRead)),
        ("version", .optional(work.version)), ("copy", .optional(work.copy?.rawValue)),
        ("modes", .array(work.modes.map(\.rawValue).sorted().map { .string($0) })),
        ("questions", .array(work.grades.map(value))), remarks,
      ])
    }
  }

  private static func value(_ grade: QuestionGrade) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(grade.id)), ("mark", .string(grade.mark)),
      ("points", .points(grade.worth.earned)), ("maximum", .points(grade.worth.maximum)),
      ("attempts", .count(grade.effort.attempts)), ("hints", .count(grade.effort.hints)),
    ]
    if let isGood = grade.effort.wasGoodGuess { members.append(("good", .boolean(isGood))) }
    if let reading = grade.reading {
      members.append(("by_hand", .boolean(true)))
      members.append(("comment", .string(reading.comment)))
    }
    members.append(("answers", .array(grade.tries.map(\.value))))
    return .object(members)
  }

  private var learners: JSON {
    let maxima = book.maxima
    let most = maxima.values.reduce(0, +)
    let (everybody, lessons) = (book.learners, book.lessons)
    return .each(everybody.count) { index in
      let learner = everybody[index]
      let lessons = lessons.map { lesson -> JSON in
        let id = lesson.header.id.value
        guard let report = learner.reports[id] else {
          return .object([
            ("lesson", .string(id)), ("handed_in", .boolean(false)),
            ("maximum", .points(maxima[id] ?? 0)),
          ])
        }
        return .object([
          ("lesson", .string(id)), ("handed_in", .boolean(true)), ("file", .string(report.path)),
          ("points", .points(report.score.earned)), ("maximum", .points(report.score.maximum)),
        ])
      }
      return .object([
        ("name", .optional(learner.name)), ("id", .optional(learner.id)),
        ("points", .points(learner.earned)), ("maximum", .points(most)),
        ("participation", .points(learner.participation)),
        ("to_be_read", .points(learner.toBeRead)), ("lessons", .array(lessons)),
      ])
    }
  }

  private func missing(_ lesson: Lesson) -> [JSON] {
    book.missing(lesson).map { person in
      .object([
        ("lesson", .string(lesson.header.id.value)), ("name", .string(person.name)),
        ("id", .optional(person.id)),
      ])
    }
  }

  private static func value(_ change: MarkChange) -> JSON {
    func standing(_ standing: MarkChange.Standing?) -> JSON {
      standing.map {
        .object([("mark", .string($0.mark)), ("points", .points($0.points))])
      } ?? .null
    }
    return .object([
      ("learner", .string(change.who)), ("lesson", .string(change.lesson)),
      ("question", .string(change.question)), ("old", standing(change.old)),
      ("new", standing(change.new)),
    ])
  }
}
