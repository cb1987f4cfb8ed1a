import Grading
import Lessons
import Testing

/// A report on one file, with the rule that believes the header.
func graded(_ text: String, on lesson: Lesson, path: String = "a.transcript") throws -> GradeReport
{
  try marked([(path, text)], on: [lesson]).reports[0]
}

/// The reports on several files.
func marked(
  _ files: [(path: String, text: String)],
  on lessons: [Lesson],
  _ terms: Gradebook.Terms = Gradebook.Terms(rule: IdentityRule(roster: nil, source: .header))
) throws -> Gradebook {
  let grader = try #require(Grader(lessons))
  let graded = files.map { grader.file(Array($0.text.utf8), path: $0.path) }
  return Gradebook(graded, lessons: lessons, terms: terms)
}

func marks(_ report: GradeReport) -> [String] { report.grades.map { "\($0.id) \($0.mark)" } }
