import ArgumentParser
import Glibc
import Grading
import Lessons
import Sessions
import TerminalText

/// `fathom check LESSON…`: reads and runs lessons, and says what their authors must mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: their format, cells, keys and wrong answers.",
    discussion: """
      Says also what `fathom release` would refuse, and which ids are taken or missing in the folder. \
      `fathom help lesson` is the format on one page. With a folder its course.toml is checked too, \
      and the talks in it. --columns and --rows name what would not fit a stage of that size when \
      the lesson is presented.

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

  @Option(help: "Say what is wider than a stage of so many columns (80 with --rows alone).")
  var columns: Int?

  @Option(help: "Say what is higher than a stage of so many rows (24 with --columns alone).")
  var rows: Int?

  func validate() throws {
    guard !watch || format == .text else {
      throw ValidationError("--watch goes with --format text.")
    }
    guard stage == nil || (format == .text && !watch) else {
      throw ValidationError("--columns and --rows go with --format text, without --watch.")
    }
    for size in [columns, rows].compactMap({ $0 }) where !(5...500).contains(size) {
      throw ValidationError("A stage has 5 to 500 columns and rows, not \(size).")
    }
  }

  /// The stage on which all is to fit; nil where none was named.
  private var stage: StageLayout? {
    columns == nil && rows == nil ? nil : StageLayout(columns: columns ?? 80, rows: rows ?? 24)
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
      let tooLarge = stage.map { misfits(of: outcome.played, on: $0) } ?? []
      for line in outcome.file.lines + tooLarge {
        try Terminal.send(line + "\n", to: STDOUT_FILENO)
      }
    }
    if format == .json { try Terminal.send(CheckSheet(checked).json, to: STDOUT_FILENO) }
    guard checked.allSatisfy(\.isSound) else { throw ExitCode.failure }
  }

  /// A line for each piece that is larger than the stage; a class can be scrolled through it, so none is an error.
  private func misfits(of played: [LessonChecker.Played], on stage: StageLayout) -> [String] {
    played.flatMap { played in
      let lesson = played.lesson
      return StageCheck.findings(lesson, on: stage).map { finding in
        let place = played.place(of: finding.position)
        let words = finding.words(stage)
        return neutralised(
          "\(lesson.path):\(place.line):\(place.column): warning: \(words)"
        )
      }
    }
  }
}

/// How what is wrong with lessons is written.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
