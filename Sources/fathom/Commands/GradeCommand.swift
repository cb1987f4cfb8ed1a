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

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum IdentitySource: String, ExpressibleByArgument, CaseIterable { case header, file }

  @Argument(help: "Transcripts.", completion: .file())
  var transcripts: [String]

  @Option(help: "The lesson with its keys: an id, a number, or a file.")
  var lesson: String

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "Where the report goes; standard output if left out.", completion: .file())
  var output: String?

  @Option(help: "A file with the names that may hand in, one a line.", completion: .file())
  var roster: String?

  @Option(help: "Whose a file is: its header says so, or its name (file).")
  var identity = IdentitySource.header

  @OptionGroup var shelf: ShelfOptions

  mutating func run() throws {
    let lesson = try Usage.checked { try shelf.shelf.lesson(self.lesson) }
    let names = try roster.map { path in try Usage.checked { try Self.names(path) } }
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
    let text =
      switch format {
      case .text: sheet.text
      case .json: sheet.json
      }
    if let output {
      try Disk.replace(output, with: text)
    } else {
      try Terminal.send(text, to: STDOUT_FILENO)
    }
    if sheet.needsAction { throw ExitCode.failure }
  }

  private static func names(_ path: String) throws -> [String] {
    try InputFile.text(at: path).split(whereSeparator: \.isNewline).compactMap { line in
      let name = line.drop { $0.isWhitespace }
      let kept = name.reversed().drop { $0.isWhitespace }.reversed()
      return kept.isEmpty || name.hasPrefix("#") ? nil : String(kept)
    }
  }
}

/// What was asked for cannot be done as it was asked.
enum Usage {
  /// Makes what goes wrong an error of usage, exit status 2.
  static func checked<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
