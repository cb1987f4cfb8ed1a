import Grading
import Lessons
import Testing

/// A report on one file, with the rule that believes the header.
func graded(_ text: String, on lesson: Lesson, path: String = "a.transcript") throws -> GradeReport
{
  var grader = try #require(Grader(lesson, rule: IdentityRule(roster: nil, usesFileName: false)))
  return grader.report(Array(text.utf8), path: path)
}

func marks(_ report: GradeReport) -> [String] { report.grades.map { "\($0.id) \($0.mark)" } }
