import DeepNetworks
import Lessons
import Sessions
import TerminalText
import Transcripts

/// The reports of all files, ready to be written.
package struct GradeSheet: Sendable {
  private let lesson: Lesson
  private let reports: [GradeReport]

  package init(_ lesson: Lesson, _ reports: [GradeReport]) {
    self.lesson = lesson
    self.reports = reports
  }

  /// Whether somebody has to look at one of them.
  package var needsAction: Bool { reports.contains(where: \.needsAction) }

  /// Questions that the lesson could not mark, with the files that show it.
  private var faults: [(question: String, files: [String])] {
    lesson.questions.compactMap { question in
      let id = question.id.value
      let files = reports.filter { $0.grades.contains { $0.id == id && $0.isFault } }.map(\.path)
      return files.isEmpty ? nil : (id, files)
    }
  }

  // MARK: - Text

  /// Tables for a person; faults of the lesson come first.
  package var text: String {
    let name = neutralised(lesson.header.title.value)
    var lines = ["\(name) (\(lesson.header.id.value) \(lesson.header.version.value))"]
    for fault in faults {
      lines.append(
        "lesson fault: question \(fault.question) cannot be marked and counts for nobody: "
          + fault.files.map { neutralised($0) }.joined(separator: ", ")
      )
    }
    for report in reports { lines += [""] + self.lines(report) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ report: GradeReport) -> [String] {
    let path = neutralised(report.path)
    let remarks = report.remarks.map { "  " + neutralised($0.words) }
    switch report.outcome {
    case .refused(let why): return ["\(path): not graded. \(why.words)"] + remarks
    case .identity(let mismatch, _): return ["\(path): identity. \(mismatch.message)"] + remarks
    case .graded(let identity, let grades):
      let score = report.score.points + Self.details(report)
      let copy = report.copy.map { ["  " + $0.words(report.modes)] } ?? []
      return ["\(path): \(identity.words): \(score)"] + copy + remarks + Self.table(grades)
    }
  }

  /// What of the points was earned by taking part, and what a person must still read.
  private static func details(_ report: GradeReport) -> String {
    var parts: [String] = []
    let guesses = report.participation
    if guesses > 0 { parts.append("\(pointsText(guesses)) for guessing") }
    let open = report.score.toBeRead
    if open > 0 { parts.append("\(pointsText(open)) to be read") }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private static func table(_ grades: [QuestionGrade]) -> [String] {
    let rows = grades.map { grade in
      let worth = grade.worth
      let points =
        worth.maximum == 0 ? "" : "\(pointsText(worth.earned)) of \(pointsText(worth.maximum))"
      let effort = grade.effort
      let guess = effort.wasGoodGuess.map { $0 ? ", good" : ", not near" } ?? ""
      return [
        grade.id, grade.mark + guess, points, effort.attempts == 0 ? "" : "\(effort.attempts)",
        effort.hints == 0 ? "" : "\(effort.hints)",
      ].map { StyledText($0) }
    }
    let table = TextTable(
      header: ["question", "mark", "points", "answers", "hints"].map { StyledText($0) },
      rows: rows,
      alignments: [.left, .left, .right, .right, .right]
    )
    let lines = table.rendered(columns: 78).encoded(as: .plain).split(separator: "\n")
    let words = grades.flatMap { grade -> [String] in
      guard let last = grade.words.last else { return [] }
      return ["  \(grade.id): \(neutralised(last))"]
    }
    return lines.map { "  " + $0 } + words
  }

  // MARK: - JSON

  /// One object with keys in a fixed order.
  package var json: String {
    let value = JSON.object([
      ("format", .number("2")),
      ("lesson", .string(lesson.header.id.value)),
      ("version", .string(lesson.header.version.value)),
      ("digest", .string(lesson.digest)),
      ("engine", .number("\(Engine.version)")),
      ("mode", .string(lesson.header.mode.rawValue)),
      ("faults", .array(faults.map(Self.fault))),
      ("reports", .array(reports.map(Self.value))),
    ])
    return value.text() + "\n"
  }

  private static func fault(_ question: String, _ files: [String]) -> JSON {
    .object([
      ("question", .string(question)), ("files", .array(files.map { .string($0) })),
    ])
  }

  private static func value(_ report: GradeReport) -> JSON {
    let remarks = ("remarks", JSON.array(report.remarks.map { .string(neutralised($0.words)) }))
    let file = ("file", JSON.string(report.path))
    switch report.outcome {
    case .refused(let why):
      return .object([
        file, ("outcome", .string("refused")), ("reason", .string(why.words)), remarks,
      ])
    case .identity(let mismatch, let claimed):
      return .object([
        file, ("outcome", .string("identity")), ("reason", .string(mismatch.message)),
        ("claimed", claimed.map { .string($0) } ?? .null), remarks,
      ])
    case .graded(let identity, let grades):
      let score = report.score
      return .object([
        file, ("outcome", .string("graded")),
        ("learner", identity.name.map { .string($0) } ?? .null),
        ("identity", .string(identity.source)),
        ("points", .number(pointsText(score.earned))),
        ("maximum", .number(pointsText(score.maximum))),
        ("participation", .number(pointsText(report.participation))),
        ("to_be_read", .number(pointsText(score.toBeRead))),
        ("copy", report.copy.map { .string($0.rawValue) } ?? .null),
        ("questions", .array(grades.map(value))), remarks,
      ])
    }
  }

  private static func value(_ grade: QuestionGrade) -> JSON {
    var more: [(String, JSON)] = [
      ("attempts", .number("\(grade.effort.attempts)")),
      ("hints", .number("\(grade.effort.hints)")),
    ]
    if let isGood = grade.effort.wasGoodGuess { more.append(("good", .boolean(isGood))) }
    if !grade.words.isEmpty { more.append(("answers", .array(grade.words.map { .string($0) }))) }
    let marked: [(String, JSON)] = [
      ("id", .string(grade.id)), ("mark", .string(grade.mark)),
      ("points", .number(pointsText(grade.worth.earned))),
      ("maximum", .number(pointsText(grade.worth.maximum))),
    ]
    return .object(marked + more)
  }
}
