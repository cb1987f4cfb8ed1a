import ArgumentParser
import Glibc
import Grading
import Lessons

/// `fathom grade TRANSCRIPT… --lesson LESSON`: marks to reports.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Mark transcripts with the instructor's lesson.",
    discussion: """
      The inputs are played again; what a file shows is never believed. Exit status 0: graded, \
      passed or not. 1: the lesson has a fault, or a file could not be graded.
      """
  )

  @Argument(help: "Transcripts.", completion: .file())
  var transcripts: [String]

  @Option(help: "The lesson with its keys: an id, a number, or a file.")
  var lesson: String

  @Option(help: "text or json.")
  var format = GradeFormat.text

  @Option(help: "Where the report goes; standard output if left out.", completion: .file())
  var output: String?

  @Option(help: "A file with the names that may hand in, one a line.", completion: .file())
  var roster: String?

  @Option(help: "Whose a file is: its header says so, or its name (file).")
  var identity = IdentitySource.header

  @OptionGroup var shelf: ShelfOptions

  mutating func run() throws {
    let lesson = try Usage.checked { try shelf.shelf.lesson(self.lesson) }
    let names = try roster.map { path in try Usage.checked { try Roster.names(path) } }
    let rule = IdentityRule(roster: names, usesFileName: identity == .file)
    guard var grader = Grader(lesson, rule: rule) else {
      throw ValidationError("\(self.lesson) is a learners' copy: it has no keys to mark with.")
    }
    let reports = transcripts.map { path in
      do {
        return grader.report(try InputFile.bytes(at: path), path: path)
      } catch {
        return grader.report(unreadable: "\(error)", path: path)
      }
    }
    let sheet = GradeSheet(lesson, reports)
    let text = format.text(sheet)
    if let output {
      try Disk.replace(output, with: text)
    } else {
      try Terminal.send(text, to: STDOUT_FILENO)
    }
    if sheet.needsAction { throw ExitCode.failure }
  }
}
