import ArgumentParser
import Glibc
import Grading
import Lessons
import Sessions
import TerminalText

/// `fathom release LESSON -o FILE`: the learners' copy.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write the learners' copy of a lesson, without its keys.",
    discussion: """
      With --roster everybody has a copy of their own, in the folder that --output names: its file is \
      called after their id, its transcripts bear their name as the roster has it, and nothing depends \
      on what somebody types. `fathom grade --roster` knows them by it.
      """
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String

  @Option(
    name: .shortAndLong,
    help: "The file to write; with --roster the folder.",
    completion: .file()
  )
  var output: String

  @Option(
    name: .customLong("class"),
    help: """
      A seed of the class, such as 2026-a: letters, digits, points and hyphens. Numbers that are \
      drawn for each learner are others in each class; `fathom grade --class` draws the same.
      """
  )
  var classSeed: ClassSeed?

  @Option(
    help: "Who is in the class: names, one a line, or a table (CSV) of a learning system.",
    completion: .file()
  )
  var roster: String?

  @Flag(name: .customLong("no-hints"), help: "Leave the hints out.")
  var withoutHints = false

  @Flag(help: "Overwrite the file.")
  var force = false

  @OptionGroup var shelf: ShelfOptions

  mutating func run() throws {
    let whole = try shelf.shelf.lesson(lesson)
    let lesson = withoutHints ? whole.withoutHints : whole
    let copies = try roster.map { try ownCopies(for: $0) }
    let paths = copies?.map { "\(output)/\($0.file)\(LessonShelf.ending)" } ?? [output]
    if !force, let taken = paths.first(where: { Disk.exists($0) }) {
      throw ValidationError("\(neutralised(taken)) is there already; --force overwrites it.")
    }
    let traces = Audit.traces(lesson)
    guard traces.isEmpty else { throw ReleaseFault(traces: traces) }
    guard let copies else {
      return try Disk.replace(output, with: try lesson.released(classSeed: classSeed))
    }
    let texts = try lesson.released(classSeed: classSeed, learners: copies.map(\.learner))
    try Disk.makeFolder(output)
    for (path, text) in zip(paths, texts) { try Disk.replace(path, with: text) }
    try Terminal.say("Written: \(paths.count) copies in \(neutralised(output)).")
  }

  /// Whose copies a roster asks for.
  private func ownCopies(for roster: String) throws -> [Roster.Copy] {
    let people = try GradeTermsOptions.table(roster) { bytes throws(TableError) in
      try Roster(bytes)
    }
    return try Usage.checked { try people.copies() }
  }
}
