import Lessons
import Sessions
import TerminalText

// For a spreadsheet: one row a learner, and what a person must read.
extension GradeSheet {
  /// A row a learner, then a row for each file that has no marks.
  package var csv: String {
    let maxima = book.maxima
    let most = pointsText(maxima.values.reduce(0, +))
    var columns = ["name", "id", "status"]
    for lesson in book.lessons {
      let id = lesson.header.id.value
      columns += lesson.countedQuestions.map { isCourse ? "\(id)/\($0)" : $0 }
      if isCourse { columns.append(id) }
    }
    columns += [
      "total", "maximum", "participation", "to be read", "attempts", "hints", "late", "files",
      "remarks",
    ]
    var rows = [columns] + book.learners.map { row($0, most) }
    for report in book.reports {
      guard let status = Self.status(report) else { continue }
      var cells = Array(repeating: "", count: columns.count)
      cells[2] = CSVTable.harmless(status)
      cells[columns.count - 2] = CSVTable.harmless(report.path)
      cells[columns.count - 1] = Self.remarks([report])
      rows.append(cells)
    }
    return CSVTable(rows: rows).text
  }

  private func row(_ learner: Gradebook.Learner, _ most: String) -> [String] {
    let ids = book.lessons.map(\.header.id.value)
    let reports = ids.compactMap { learner.reports[$0] }
    var cells = [
      CSVTable.harmless(learner.name ?? ""), CSVTable.harmless(learner.id ?? ""),
      reports.isEmpty
        ? "not handed in"
        : reports.count == ids.count ? "handed in" : "\(reports.count) of \(ids.count) handed in",
    ]
    for lesson in book.lessons {
      let report = learner.reports[lesson.header.id.value]
      for question in lesson.countedQuestions {
        let grade = report?.grades.first { $0.id == question }
        cells.append(
          grade.map { $0.isFault || $0.isOpen ? "" : pointsText($0.verdict.earned) } ?? ""
        )
      }
      if isCourse { cells.append(report.map { pointsText($0.score.earned) } ?? "") }
    }
    let grades = reports.flatMap(\.grades)
    let isEmpty = reports.isEmpty
    cells += [
      isEmpty ? "" : pointsText(learner.earned), most,
      isEmpty ? "" : pointsText(learner.participation),
      isEmpty ? "" : pointsText(learner.toBeRead),
      isEmpty ? "" : "\(grades.reduce(0) { $0 + $1.effort.attempts })",
      isEmpty ? "" : "\(grades.reduce(0) { $0 + $1.effort.hints })",
      reports.contains(where: \.isLate) ? "late" : "",
      CSVTable.harmless(reports.map(\.path).joined(separator: "; ")), Self.remarks(reports),
    ]
    return cells
  }

  /// What a file without marks is; nil for one that has some.
  private static func status(_ report: GradeReport) -> String? {
    switch report.outcome {
    case .graded: nil
    case .superseded(_, let other, _): "another file counts: \(other)"
    case .identity(let mismatch, _): "identity: \(mismatch.message)"
    case .refused(let why): "refused: \(why.words)"
    }
  }

  private static func remarks(_ reports: [GradeReport]) -> String {
    CSVTable.harmless(reports.flatMap { $0.remarks.map(\.words) }.joined(separator: " "))
  }

  /// The answers in words that wait for a person: filled in, it is what `--marks` takes.
  package var queue: String {
    var rows = [
      ["name", "id", "file", "lesson", "question", "answer", "maximum", "points", "comment"]
    ]
    for report in book.reports {
      guard let lesson = report.lesson else { continue }
      for grade in report.grades where grade.isOpen {
        rows.append(
          [
            report.identity?.name ?? "", report.identity?.id ?? "", report.path, lesson, grade.id,
            grade.tries.last?.text ?? "", pointsText(grade.verdict.maximum), "", "",
          ].map { CSVTable.harmless($0) }
        )
      }
    }
    return CSVTable(rows: rows).text
  }
}
