import ArgumentParser
import Glibc
import Lessons
import Sessions
import TerminalText

/// `fathom release LESSON -o FILE`: the learners' copy.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write the learners' copy of a lesson, without its keys."
  )

  @Argument(help: "A lesson: its id, its number, or a file.")
  var lesson: String

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  @Option(
    name: .customLong("class"),
    help: """
      A seed of the class, such as 2026-a: letters, digits, points and hyphens. Numbers that are \
      drawn for each learner are others in each class; `fathom grade --class` draws the same.
      """
  )
  var classSeed: ClassSeed?

  @Flag(name: .customLong("no-hints"), help: "Leave the hints out.")
  var withoutHints = false

  @Flag(help: "Overwrite the file.")
  var force = false

  @OptionGroup var shelf: ShelfOptions

  mutating func run() throws {
    let whole = try shelf.shelf.lesson(lesson)
    let lesson = withoutHints ? whole.withoutHints : whole
    guard force || !Disk.exists(output) else {
      throw ValidationError("\(neutralised(output)) is there already; --force overwrites it.")
    }
    let traces = Audit.traces(lesson)
    guard traces.isEmpty else { throw ReleaseFault(traces: traces) }
    try Disk.replace(output, with: try lesson.released(classSeed: classSeed))
  }
}
