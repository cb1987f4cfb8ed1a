import ArgumentParser
import Glibc
import Grading

/// `fathom check LESSON…`: reads and runs lessons, and says what their authors must mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: their format, cells, keys and wrong answers.",
    discussion: """
      Says also what `fathom release` would refuse, and which ids are taken or missing in the folder. \
      `fathom help lesson` is the format on one page.

      The JSON report has a format number and a schema, Sources/Grading/Schemas/check-report.schema.json. \
      Exit status 1: there is an error. All files are checked in any case.
      """
  )

  @Argument(help: "Lesson files, or folders of them.", completion: .file())
  var lessons: [String]

  @Option(help: "How the report is written: text, or json for another program.")
  var format = CheckFormat.text

  @Flag(
    help:
      "Check again whenever a file is saved, and show the step that was changed as a learner sees it."
  )
  var watch = false

  func validate() throws {
    guard !watch || format == .text else {
      throw ValidationError("--watch goes with --format text.")
    }
  }

  mutating func run() throws {
    let checker = LessonChecker(named: lessons)
    if watch {
      var watch = LessonWatch(checker)
      try watch.run()
    }
    var checked: [CheckSheet.File] = []
    try checker.check(try checker.files()) { outcome in
      checked.append(outcome.file)
      guard format == .text else { return }
      if let reason = outcome.file.unread { Notice.send(reason) }
      for line in outcome.file.lines { try Terminal.send(line + "\n", to: STDOUT_FILENO) }
    }
    if format == .json { try Terminal.send(CheckSheet(checked).json, to: STDOUT_FILENO) }
    guard checked.allSatisfy(\.isSound) else { throw ExitCode.failure }
  }
}

/// How what is wrong with lessons is written.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
