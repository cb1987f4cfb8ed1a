import Sessions

// For continuous integration: the XML that JUnit's reports have.
extension GradeSheet {
  /// A suite for each file, a case for each question.
  package var junit: String {
    let suites = book.reports.map(Self.suite)
    let content = suites.flatMap(\.lines)
    let total = suites.reduce(Counts()) { $0 + $1.counts }
    // The published schema (junit-10.xsd) knows no `skipped` of all suites.
    let attributes = [("name", "fathom grade")] + total.attributes.filter { $0.0 != "skipped" }
    let lines = XML.element("testsuites", attributes, content)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + lines.map { $0 + "\n" }.joined()
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    var attributes: [(String, String)] {
      [
        ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
        ("skipped", "\(skipped)"),
      ]
    }

    static func + (left: Counts, right: Counts) -> Counts {
      Counts(
        tests: left.tests + right.tests,
        failures: left.failures + right.failures,
        errors: left.errors + right.errors,
        skipped: left.skipped + right.skipped
      )
    }
  }

  private static func suite(_ report: GradeReport) -> (lines: [String], counts: Counts) {
    var counts = Counts()
    var cases: [String] = []
    func add(_ name: String, _ group: String, _ outcome: [String]) {
      counts.tests += 1
      cases += XML.element("testcase", [("classname", group), ("name", name)], outcome)
    }
    func fail(_ reason: String) {
      counts.errors += 1
      add("file", report.path, XML.element("error", [("message", reason)]))
    }
    switch report.outcome {
    case .refused(let why): fail(why.words)
    case .identity(let mismatch, _): fail(mismatch.message)
    case .superseded(_, let other, _):
      counts.skipped += 1
      add("file", report.path, XML.element("skipped", [("message", "\(other) counts instead.")]))
    case .graded(_, let work):
      for grade in work.grades {
        let worth = grade.verdict
        let message = "\(grade.mark), \(pointsText(worth.earned)) of \(pointsText(worth.maximum))"
        let element: String?
        switch worth.mark {
        case .correct, .guessed: element = nil
        case .partial, .incorrect, .invalid, .overBudget:
          (element, counts.failures) = ("failure", counts.failures + 1)
        case .unanswered, .toBeRead: (element, counts.skipped) = ("skipped", counts.skipped + 1)
        case .lessonFault: (element, counts.errors) = ("error", counts.errors + 1)
        }
        add(grade.id, work.lesson, element.map { XML.element($0, [("message", message)]) } ?? [])
      }
    }
    let name = report.identity?.name ?? report.path
    return (XML.element("testsuite", [("name", name)] + counts.attributes, cases), counts)
  }
}
