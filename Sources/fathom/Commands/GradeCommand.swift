import ArgumentParser
import Glibc
import Grading
import Lessons
import TerminalText

/// `fathom grade FILE… --lesson LESSON`: marks to reports.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Mark transcripts with the instructor's lessons.",
    discussion: """
      The inputs are played again; what a file shows is never believed. Without --lesson each file \
      finds its own among the lessons of the folder. Each file has its bounds of time and memory, \
      and a bad one never stops the others.

      Exit status 0: graded, passed or not. 1: a lesson has a fault, a file could not be graded, \
      nobody knows whose it is, or somebody is below --minimum.
      """
  )

  @Argument(
    help: "Transcripts, and folders and archives (zip, tar, 7z) of them.",
    completion: .file()
  )
  var files: [String]

  @Option(help: "The lesson with its keys: an id, a number, or a file.")
  var lesson: String?

  @OptionGroup var shelf: ShelfOptions

  @OptionGroup(title: "Who and when") var termsOptions: GradeTermsOptions

  @OptionGroup(title: "Reports") var outputOptions: GradeOutputOptions

  @OptionGroup(title: "At scale") var runOptions: GradeRunOptions

  mutating func run() throws {
    let task = try Usage.checked {
      try GradingTask(try lessons(), classSeed: termsOptions.classSeed)
    }
    let terms = try termsOptions.terms()
    let readings = try termsOptions.marks.map { path in
      try GradeTermsOptions.table(path) { bytes throws(TableError) in try Readings(bytes) }
    }
    let old = try outputOptions.compare.map { path in
      try GradeTermsOptions.table(path) { bytes throws(TableError) in try OldMarks(bytes) }
    }
    guard let marked = try marked(task) else { return }
    var book = Gradebook(marked, lessons: task.grader.lessons, terms: terms)
    if let readings, let path = termsOptions.marks {
      do { try book.merge(readings) } catch { throw GradeFault.table(path, error).usage }
    }
    let sheet = GradeSheet(
      book,
      publicKeys: Self.publicKeys(task.grader.lessons),
      comparedWith: old,
      withInsight: outputOptions.insight
    )
    let isSound = try GradeWriter(options: outputOptions).write(sheet)
    let isBelow = outputOptions.leastPoints.map { book.isBelow($0) } ?? false
    if book.needsAction || isBelow || !isSound { throw ExitCode.failure }
  }

  /// The lesson that was named; else all that can be marked.
  private func lessons() throws -> [Lesson] {
    guard let lesson else {
      let all = shelf.shelf.lessons.filter { !$0.isReleased }
      guard !all.isEmpty else { throw ShelfError.noLessons(shelf.shelf.folders) }
      return all
    }
    return [try shelf.shelf.lesson(lesson)]
  }

  /// Ids of lessons that come with the program, whose keys everybody can read.
  private static func publicKeys(_ lessons: [Lesson]) -> Set<String> {
    let folders =
      Disk.programFolder.map { ["\($0)/lessons", "\($0)/../share/fathom/lessons"] } ?? []
    let shipped = folders.flatMap { LessonShelf.files(in: $0) }
    guard !shipped.isEmpty else { return [] }
    let known = Set(shipped.compactMap { try? InputFile.text(at: $0) })
    return Set(
      lessons.filter { known.contains((try? InputFile.text(at: $0.path)) ?? "") }
        .map(\.header.id.value)
    )
  }

  /// The outcome of each file; nil where this is a share of them.
  private func marked(_ task: GradingTask) throws -> [GradedFile]? {
    if runOptions.merge {
      return try Usage.checked { try ResultsFile.merged(files, task) }
    }
    let found = try Usage.checked { try HandInFolder(files) }
    for path in found.leftAside {
      Notice.send("\(neutralised(path)) is no transcript and was left aside.")
    }
    let marking = Marking(
      task: task,
      jobs: runOptions.workers,
      bounds: runOptions.bounds(termsOptions.classSeed),
      shard: runOptions.shard ?? .whole,
      results: runOptions.results
    )
    let records = try marking.records(of: found)
    guard runOptions.shard == nil else {
      try Terminal.say("Shard \(runOptions.shard ?? .whole): \(records.count) files are marked.")
      return nil
    }
    return records.compactMap { GradedFile.reading(record: $0)?.file }
  }
}
