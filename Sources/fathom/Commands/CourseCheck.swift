import Grading
import Lessons
import Sessions

/// Checks the course of a folder beside its lessons, and runs its talks.
struct CourseCheck {
  let path: String

  /// Whether a file is one of a course, by its name.
  static func isCourse(_ path: String) -> Bool {
    path.split(separator: "/").last.map(String.init) == Syllabus.fileName
  }

  /// What is wrong with it, and its talks; they are run where all that they name is there.
  var checked: LessonChecker.Checked {
    func outcome(
      _ file: CheckSheet.File,
      _ talks: [LessonChecker.Played] = []
    ) -> LessonChecker.Checked {
      LessonChecker.Checked(file: file, played: talks)
    }
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: path) } catch {
      return outcome(CheckSheet.File(path: path, unread: "\(error)"))
    }
    let (syllabus, faults) = Syllabus.parse(bytes, path: path)
    guard let syllabus else { return outcome(CheckSheet.File(path: path, diagnostics: faults)) }
    let lessons = LessonShelf.lessons(in: Disk.parent(of: path))
    let missing = syllabus.diagnostics(among: lessons)
    guard missing.isEmpty else {
      return outcome(CheckSheet.File(path: path, diagnostics: missing))
    }
    let talks = syllabus.talks.map { syllabus.assembled($0, of: lessons) }
    return outcome(
      CheckSheet.File(path: path, diagnostics: talks.flatMap(Self.diagnostics)),
      talks.compactMap { talk in
        talk.lesson.map { LessonChecker.Played(lesson: $0, talk: talk) }
      }
    )
  }

  private static func diagnostics(of talk: AssembledTalk) -> [Diagnostic] {
    // A talk is no lesson to be released: what stands before a question is its instructor's choice.
    let findings = (talk.lesson.map { Audit.findings($0) } ?? []).filter {
      $0.severity == .error && !$0.isTrace
    }
    return talk.diagnostics
      + findings.map { finding in
        let words = "\(finding.problem.message) \(finding.problem.advice)"
        return talk.diagnostic(words, at: finding.position)
      }
  }
}
