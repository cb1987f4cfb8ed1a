import Lessons
import Pages
import Sessions

// For a learner: the same as the text, as a page.
extension GradeSheet {
  /// A page for each learner with marks, by the name of the text.
  package var feedbackPages: [(file: String, text: String)] {
    namedLearners.map { name, learner, reports in
      let marked = reports.compactMap { report in
        book.lessons.first { $0.header.id.value == report.lesson }.map { lesson in
          (lesson: lesson, points: Self.points(report), questions: Self.marked(report, lesson))
        }
      }
      let late = reports.contains(where: \.isLate) ? ["handed in late"] : []
      let whose = learner.name.map { ["for \($0)"] } ?? []
      return (name + ".html", Document(marksOf: marked, facts: whose + late).html())
    }
  }

  private static func points(_ report: GradeReport) -> String {
    let open = report.score.toBeRead
    return "\(report.score.points) points"
      + (open > 0 ? ", and \(pointsText(open)) to be read" : "")
  }

  private static func marked(_ report: GradeReport, _ lesson: Lesson) -> [MarkedQuestion] {
    report.grades.compactMap { grade in
      guard let question = lesson.questions.first(where: { $0.id.value == grade.id }) else {
        return nil
      }
      let comment = grade.reading?.comment
      return MarkedQuestion(
        question,
        answer: grade.told?.text,
        mark: "\(grade.mark), \(grade.worthInWords) points\(grade.effortInWords)",
        comment: comment.flatMap { $0.isEmpty ? nil : $0 }
      )
    }
  }
}
