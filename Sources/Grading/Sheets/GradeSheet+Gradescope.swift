import Sessions
import TerminalText

// For Gradescope: one submission's `results.json`.
extension GradeSheet {
  /// To whom Gradescope shows a result.
  package enum Visibility: String, Sendable, CaseIterable {
    case visible, hidden
    case afterDueDate = "after_due_date"
    case afterPublished = "after_published"
  }

  /// The object that Gradescope reads, of one file; nil where there are several.
  ///
  /// The points of its tests are the score, and their maxima the most that there is. Nothing in it is
  /// a key.
  package func gradescope(_ visibility: Visibility) -> String? {
    guard book.reports.count == 1, let report = book.reports.first else { return nil }
    let reason: String
    switch report.outcome {
    case .graded:
      reason = "\(report.score.points) points." + Self.open(report)
    case .refused(let why): reason = "Not graded. \(why.words)"
    case .identity(let mismatch, _): reason = "Not graded. \(mismatch.message)"
    case .superseded(_, let other, _): reason = "\(other) counts instead."
    }
    let output = ([reason] + report.remarks.map(\.words)).map { neutralised($0) }
    let tests = report.grades.enumerated().map { index, grade in
      Self.test(grade, index + 1, visibility)
    }
    return Self.results(report.score.earned, output.joined(separator: "\n"), tests, visibility)
  }

  /// The object for what has no marks, with the reason that its learner reads.
  package static func gradescope(without reason: String, _ visibility: Visibility) -> String {
    results(0, neutralised(reason), [], visibility)
  }

  private static func results(
    _ earned: Int,
    _ output: String,
    _ tests: [JSON],
    _ visibility: Visibility
  ) -> String {
    let value = JSON.object([
      ("score", .points(earned)), ("output", .string(output)),
      ("output_format", .string("text")), ("visibility", .string(visibility.rawValue)),
      ("stdout_visibility", .string(Visibility.hidden.rawValue)), ("tests", .array(tests)),
    ])
    return value.written + "\n"
  }

  private static func open(_ report: GradeReport) -> String {
    let open = report.score.toBeRead
    return open == 0 ? "" : " \(pointsText(open)) more wait for somebody to read the answer."
  }

  private static func test(
    _ grade: QuestionGrade,
    _ number: Int,
    _ visibility: Visibility
  ) -> JSON {
    let effort = grade.effort
    let answers = "\(effort.attempts) answer\(effort.attempts == 1 ? "" : "s")"
    let hints = effort.hints == 0 ? "" : ", \(effort.hints) hint\(effort.hints == 1 ? "" : "s")"
    let comment = grade.reading.map { $0.comment.isEmpty ? "" : "\n" + neutralised($0.comment) }
    return .object([
      ("name", .string(grade.id)), ("number", .string("\(number)")),
      ("score", .points(grade.verdict.earned)), ("max_score", .points(grade.verdict.maximum)),
      ("output", .string("\(grade.mark): \(answers)\(hints)\(comment ?? "")")),
      ("visibility", .string(visibility.rawValue)),
    ])
  }
}
