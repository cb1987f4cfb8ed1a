import ArgumentParser
import Grading
import Lessons
import TerminalText

/// Which lesson is sent to where marks are made.
struct BundleOptions: ParsableArguments {
  @Argument(help: "The lesson with its keys: an id, a number, or a file.")
  var lesson: String

  @Option(
    name: .customLong("class"),
    help: "The seed with which the learners' copy was released; see `fathom grade --class`."
  )
  var classSeed: ClassSeed?

  @Option(
    help: "Who may hand in: names, one a line, or a table (CSV) of a learning system.",
    completion: .file()
  )
  var roster: String?

  @Flag(help: "Overwrite what is there.")
  var force = false

  @OptionGroup var shelf: ShelfOptions

  /// The lesson, which has its keys and passes `check`, with what was said of the class.
  func bundled() throws -> BundledLesson {
    let found = try shelf.shelf.lesson(lesson)
    guard !found.isReleased else { throw GradingError.noKeys(found.path) }
    var lines: [String] = []
    try LessonChecker(named: [found.path]).check([found.path]) { checked in
      if !checked.file.isSound { lines += checked.file.lines }
    }
    guard lines.isEmpty else { throw BundleError.faulty(lines) }
    let table = try roster.map { path in
      try GradeTermsOptions.table(path) { bytes throws(TableError) in
        _ = try Roster(bytes)
        return bytes
      }
    }
    return BundledLesson(lesson: found, classSeed: classSeed, roster: table)
  }

  /// Refuses to write over what nobody gave up.
  func check(_ paths: [String]) throws {
    guard !force, let taken = paths.first(where: { Disk.exists($0) }) else { return }
    throw ValidationError("\(neutralised(taken)) is there already; --force overwrites it.")
  }
}
