import Lessons
import Sessions
import TerminalText

// For a person; faults of a lesson come first.
extension GradeSheet {
  package var text: String {
    var lines: [String] = []
    for lesson in book.lessons {
      let header = lesson.header
      if isCourse, reports(of: lesson).isEmpty, book.roster == nil { continue }
      lines.append(
        "\(neutralised(header.title.value)) (\(header.id.value) \(header.version.value))"
      )
      if publicKeys.contains(header.id.value) {
        lines.append("The keys of this lesson come with fathom, so everybody can read them.")
      }
    }
    for fault in book.faults {
      let name = isCourse ? "\(fault.lesson)/\(fault.question)" : fault.question
      lines.append(
        "lesson fault: question \(name) cannot be marked and counts for nobody: "
          + fault.files.map { neutralised($0) }.joined(separator: ", ")
      )
    }
    for report in book.reports { lines += [""] + self.lines(report) }
    lines += totals + missing + twins + changed
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ report: GradeReport) -> [String] {
    let path = neutralised(report.path)
    let remarks = report.remarks.map { "  " + neutralised($0.words) }
    switch report.outcome {
    case .refused(let why): return ["\(path): not graded. \(neutralised(why.words))"] + remarks
    case .identity(let mismatch, _): return ["\(path): identity. \(mismatch.message)"] + remarks
    case .superseded(let identity, let other, _):
      return ["\(path): \(identity.words): \(neutralised(other)) counts instead."]
    case .graded(let identity, let work):
      let score = report.score.points + Self.details(report)
      let lesson = isCourse ? " \(work.lesson)," : ""
      let late = report.isLate ? ["  Handed in late."] : []
      let copy = work.copy.map { ["  " + $0.words(work.modes)] } ?? []
      return ["\(path): \(identity.words):\(lesson) \(score)"] + late + copy + remarks
        + Self.table(work.grades)
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
      let reader = grade.reading == nil ? "" : ", by hand"
      return [
        grade.id, grade.mark + guess + reader, points,
        effort.attempts == 0 ? "" : "\(effort.attempts)",
        effort.hints == 0 ? "" : "\(effort.hints)",
      ]
    }
    let header = ["question", "mark", "points", "answers", "hints"]
    let words = grades.compactMap { grade -> String? in
      guard grade.isOpen || grade.reading != nil, let last = grade.tries.last else { return nil }
      return "  \(grade.id): \(neutralised(last.text))"
    }
    return TextTable.lines(header, rows, [.left, .left, .right, .right, .right]) + words
  }

  /// What everybody has in a course of several lessons.
  private var totals: [String] {
    guard isCourse else { return [] }
    let ids = book.lessons.map(\.header.id.value)
    let maxima = book.maxima
    let rows = book.learners.map { learner in
      [neutralised(learner.name ?? "no name")]
        + ids.map { learner.reports[$0].map { pointsText($0.score.earned) } ?? "-" }
        + [pointsText(learner.earned)]
    }
    let most = pointsText(maxima.values.reduce(0, +))
    let columns = ["learner"] + ids + ["all of \(most)"]
    return ["", "The course"]
      + TextTable.lines(columns, rows, [.left] + columns.dropFirst().map { _ in .right })
  }

  private var missing: [String] {
    book.lessons.compactMap { lesson in
      let people = book.missing(lesson)
      guard !people.isEmpty else { return nil }
      let what = isCourse ? " of \(lesson.header.id.value)" : ""
      let names = people.map { neutralised($0.name) }.joined(separator: ", ")
      return "\nNot handed in\(what): \(names)"
    }
  }

  private var twins: [String] {
    let twins = book.twins
    guard !twins.isEmpty else { return [] }
    return ["", "The same inputs, line for line:"]
      + twins.map { "  " + $0.map { neutralised($0) }.joined(separator: ", ") }
  }

  private var changed: [String] {
    guard let changes else { return [] }
    guard !changes.isEmpty else { return ["", "No mark has changed."] }
    let rows = changes.map { change in
      [
        neutralised(change.who), "\(change.lesson)/\(change.question)", Self.words(change.old),
        Self.words(change.new),
      ]
    }
    return ["", "Marks that have changed"]
      + TextTable.lines(["learner", "question", "before", "now"], rows, [])
  }

  private static func words(_ standing: MarkChange.Standing?) -> String {
    standing.map { "\($0.mark), \(pointsText($0.points))" } ?? "none"
  }
}

extension TextTable {
  /// A table of plain texts in lines that are two blanks in.
  static func lines(_ header: [String], _ rows: [[String]], _ alignments: [Alignment]) -> [String] {
    let table = TextTable(
      header: header.map { StyledText($0) },
      rows: rows.map { $0.map { StyledText($0) } },
      alignments: alignments
    )
    return table.rendered(columns: 78).encoded(as: .plain).split(separator: "\n").map { "  " + $0 }
  }
}
