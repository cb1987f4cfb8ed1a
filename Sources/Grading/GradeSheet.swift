import DeepNetworks
import Lessons
import Sessions
import TerminalText

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
      return ["\(path): \(identity.words): \(report.score.points)"] + remarks + Self.table(grades)
    }
  }

  private static func table(_ grades: [QuestionGrade]) -> [String] {
    let rows = grades.map { grade in
      let worth = grade.worth
      let points =
        worth.maximum == 0 ? "" : "\(pointsText(worth.earned)) of \(pointsText(worth.maximum))"
      return [grade.id, grade.mark, points].map { StyledText($0) }
    }
    let table = TextTable(
      header: ["question", "mark", "points"].map { StyledText($0) },
      rows: rows,
      alignments: [.left, .left, .right]
    )
    let lines = table.rendered(columns: 78).encoded(as: .plain).split(separator: "\n")
    let words = grades.flatMap { grade -> [String] in
      guard case .toRead(let answers) = grade.result, let last = answers.last else { return [] }
      return ["  \(grade.id): \(neutralised(last))"]
    }
    return lines.map { "  " + $0 } + words
  }

  // MARK: - JSON

  /// One object with keys in a fixed order.
  package var json: String {
    let value = JSON.object([
      ("format", .number("1")),
      ("lesson", .string(lesson.header.id.value)),
      ("version", .string(lesson.header.version.value)),
      ("digest", .string(lesson.digest)),
      ("engine", .number("\(Engine.version)")),
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
        ("questions", .array(grades.map(value))), remarks,
      ])
    }
  }

  private static func value(_ grade: QuestionGrade) -> JSON {
    let words: [(String, JSON)] =
      if case .toRead(let answers) = grade.result {
        [("answers", .array(answers.map { .string($0) }))]
      } else {
        []
      }
    return .object(
      [
        ("id", .string(grade.id)), ("mark", .string(grade.mark)),
        ("points", .number(pointsText(grade.worth.earned))),
        ("maximum", .number(pointsText(grade.worth.maximum))),
      ] + words
    )
  }
}
