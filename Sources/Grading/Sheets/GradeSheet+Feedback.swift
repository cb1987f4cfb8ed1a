import Lessons
import Sessions
import TerminalText

// For a learner: what each question was worth, and no key.
extension GradeSheet {
  /// A text for each learner with marks.
  package var feedback: [(file: String, text: String)] {
    namedLearners.map { name, learner, reports in
      let text = reports.map { self.text($0, for: learner.name) }.joined(separator: "\n")
      return (name + ".txt", text)
    }
  }

  /// Learners with marks, each by a name that can be a file's; no two are the same.
  var namedLearners: [(name: String, learner: Gradebook.Learner, reports: [GradeReport])] {
    var names = FileNames()
    return book.learners.compactMap { learner in
      let reports = book.lessons.compactMap { learner.reports[$0.header.id.value] }
      guard let first = reports.first else { return nil }
      return (names.unused(learner.name ?? Self.stem(first.path)), learner, reports)
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
      lines.append("\(grade.id): \(grade.mark), \(grade.worthInWords)\(grade.effortInWords)")
      let asked = lesson?.questions.first { $0.id.value == grade.id }
      if let asked { lines.append("  " + neutralised(asked.ask.plain.tidied)) }
      if let last = grade.told {
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

extension QuestionGrade {
  /// The answer that a learner is told of: the last one that counts, else the last.
  var told: Tried? { tries.last(where: \.counts) ?? tries.last }

  /// `1 of 2`.
  var worthInWords: String { "\(pointsText(verdict.earned)) of \(pointsText(verdict.maximum))" }

  /// ` (3 answers)`; nothing for one.
  var effortInWords: String { effort.attempts > 1 ? " (\(effort.attempts) answers)" : "" }
}
