import ArgumentParser
import Glibc
import Grading
import Lessons

/// How a report is written.
enum GradeFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, junit, gradescope, canvas, moodle
}

extension ClassSeed: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension IdentityRule.Source: ExpressibleByArgument {}
extension AttemptRule: ExpressibleByArgument {}
extension GradeSheet.Visibility: ExpressibleByArgument {}

/// What a missing hand-in is in a gradebook.
enum MissingRule: String, ExpressibleByArgument, CaseIterable { case blank, zero }

/// Who hands in, when, and what people gave.
struct GradeTermsOptions: ParsableArguments {
  @Option(
    help: "Who may hand in: names, one a line, or a table (CSV) of a learning system.",
    completion: .file()
  )
  var roster: String?

  @Option(
    name: .customLong("class"),
    help: """
      The seed with which the learners' copy was released: it decides the numbers that are drawn \
      for each learner, whatever a file says.
      """
  )
  var classSeed: ClassSeed?

  @Option(
    help: """
      Whose a file is: its header says so, its name (file; Canvas's and Moodle's names too), or the \
      folder in which it is.
      """
  )
  var identity = IdentityRule.Source.header

  @Option(help: "Which of several files of one learner counts.")
  var attempt: AttemptRule?

  @Option(
    help: "When files came: a table (CSV) with columns file (or name) and time.",
    completion: .file()
  )
  var times: String?

  @Option(
    help: "When they were due, such as 2026-11-30 23:59; what came later is told. Needs --times."
  )
  var due: String?

  @Option(
    help: "Points that people gave for answers in words: what --queue wrote, filled in.",
    completion: .file()
  )
  var marks: String?

  func validate() throws {
    guard due == nil || times != nil else {
      throw ValidationError("--due needs --times: no transcript says when it came.")
    }
  }

  /// All of it, read.
  func terms() throws -> Gradebook.Terms {
    let roster = try self.roster.map {
      try Self.table($0) { bytes throws(TableError) in try Roster(bytes) }
    }
    let times = try self.times.map {
      try Self.table($0) { bytes throws(TableError) in try HandInTimes(bytes) }
    }
    let due = try self.due.map { text in
      guard let moment = Moment(text) else {
        throw ValidationError("--due takes a time such as 2026-11-30 23:59.")
      }
      return moment
    }
    return Gradebook.Terms(
      rule: IdentityRule(roster: roster, source: identity),
      attempts: attempt,
      times: times,
      due: due
    )
  }

  /// Reads a table that somebody made; what is wrong with it is an error of usage that names the file.
  static func table<Result>(
    _ path: String,
    _ read: ([UInt8]) throws(TableError) -> Result
  ) throws -> Result {
    let bytes = try Usage.checked { try InputFile.bytes(at: path) }
    do {
      return try read(bytes)
    } catch {
      throw ValidationError(GradeFault.table(path, error).description)
    }
  }
}

/// Where marks go.
struct GradeOutputOptions: ParsableArguments {
  @Option(help: "How the report is written.")
  var format = GradeFormat.text

  @Option(help: "Where the report goes; standard output if left out.", completion: .file())
  var output: String?

  @Flag(help: "Overwrite files that are there.")
  var force = false

  @Option(
    help: "The gradebook that Canvas or Moodle has exported, to be filled (canvas, moodle).",
    completion: .file()
  )
  var gradebook: String?

  @Option(help: "The column of the gradebook, where the lesson's title does not name it.")
  var column: String?

  @Option(help: "What who handed in nothing has in the gradebook.")
  var missing = MissingRule.blank

  @Option(help: "To whom Gradescope shows the result.")
  var visibility = GradeSheet.Visibility.visible

  @Option(
    help: "A folder for a text and a page (HTML) without keys for each learner.",
    completion: .directory
  )
  var feedback: String?

  @Option(
    help: "A table (CSV) for the answers in words that a person must read.",
    completion: .file()
  )
  var queue: String?

  @Option(
    help: "An older JSON report: tells every mark that is another one now.",
    completion: .file()
  )
  var compare: String?

  @Flag(help: "What the class did with each question; as text, or in the JSON report.")
  var insight = false

  @Option(help: "Exit status 1 where somebody has fewer points, or nobody handed in.")
  var minimum: String?

  func validate() throws {
    let fills = format == .canvas || format == .moodle
    guard fills == (gradebook != nil) else {
      throw ValidationError("--gradebook goes with --format canvas and --format moodle.")
    }
    guard minimum == nil || leastPoints != nil else {
      throw ValidationError("--minimum takes points, such as 10 or 7.5.")
    }
    guard !insight || format == .text || format == .json else {
      throw ValidationError("--insight goes with the formats text and json.")
    }
    for path in [output, queue].compactMap({ $0 }) {
      guard force || !Disk.exists(path) else { throw GradeFault.occupied(path).usage }
    }
  }

  /// The points of `--minimum`, in hundredths.
  var leastPoints: Int? { minimum.flatMap { hundredths(of: $0) } }
}

/// How files are marked.
struct GradeRunOptions: ParsableArguments {
  @Option(help: "How many files are marked at a time (else as many as there are processors).")
  var jobs: Int?

  @Option(help: "Seconds of processor time for a file.")
  var seconds = 60

  @Option(help: "Megabytes of memory for a file.")
  var megabytes = 2048

  @Option(
    help:
      "Keeps each file's marks as soon as they are there; the same command goes on where it stopped.",
    completion: .file()
  )
  var results: String?

  @Option(
    help:
      "Marks only every N-th file, from the K-th on: K/N. Needs --results; --merge puts all together."
  )
  var shard: Shard?

  @Flag(help: "Takes files of --results in place of transcripts, and marks nothing.")
  var merge = false

  func validate() throws {
    guard (jobs ?? 1) > 0, seconds > 0, megabytes >= 96 else {
      throw ValidationError("--jobs and --seconds take at least 1, --megabytes at least 96.")
    }
    guard shard == nil || results != nil else {
      throw ValidationError("--shard needs --results FILE.")
    }
    guard !merge || (results == nil && shard == nil) else {
      throw ValidationError("--merge reads files of results and writes none.")
    }
  }

  var workers: Int { jobs ?? Together.processors }

  /// What a worker may use and how it marks.
  func bounds(_ classSeed: ClassSeed?) -> Worker.Bounds {
    Worker.Bounds(seconds: seconds, megabytes: megabytes, classSeed: classSeed)
  }
}
