import Lessons
import Sessions
import TerminalText

// For a learner: what each question was worth, and no key.
extension GradeSheet {
  /// A text for each learner with marks, by a name that can be a file's; no two are the same.
  package var feedback: [(file: String, text: String)] {
    var names = FileNames()
    return book.learners.compactMap { learner in
      let reports = book.lessons.compactMap { learner.reports[$0.header.id.value] }
      guard let first = reports.first else { return nil }
      let file = names.unused(learner.name ?? Self.stem(first.path))
      let text = reports.map { self.text($0, for: learner.name) }.joined(separator: "\n")
      return (file + ".txt", text)
    }
  }

  private func text(_ report: GradeReport, for name: String?) -> String {
    let lesson = book.lessons.first { $0.header.id.value == report.lesson }
    let title = lesson.map { neutralised($0.header.title.value) } ?? ""
    let open = report.score.toBeRead
    var lines = [
      (name.map { "\(neutralised($0)): " } ?? "") + "\(title), \(report.score.points) points"
        + (open > 0 ? ", and \(pointsText(open)) to be read" : "")
    ]
    if report.isLate { lines.append("Handed in late.") }
    lines.append("")
    for grade in report.grades {
      let worth = grade.verdict
      let points = "\(pointsText(worth.earned)) of \(pointsText(worth.maximum))"
      let effort = grade.effort.attempts
      lines.append(
        "\(grade.id): \(grade.mark), \(points)"
          + (effort > 1 ? " (\(effort) answers)" : "")
      )
      let asked = lesson?.questions.first { $0.id.value == grade.id }
      if let asked { lines.append("  " + neutralised(asked.ask.plain.tidied)) }
      if let last = grade.tries.last(where: \.counts) ?? grade.tries.last {
        lines.append("  Your answer: \(neutralised(last.text))")
      }
      if let comment = grade.reading?.comment, !comment.isEmpty {
        lines.append("  \(neutralised(comment))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func stem(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}
