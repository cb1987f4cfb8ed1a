import ArgumentParser
import Lessons
import TerminalText

/// `fathom new LESSON`: a lesson to write over.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a lesson: a file with one question of each kind, which can be played.",
    discussion: """
      The file is NAME.lesson.md in the folder that --folder names, else in the current one. Write \
      over it, step by step; `fathom check` says what is wrong, and `fathom play ./NAME.lesson.md \
      --no-save` shows it as a learner sees it. `fathom help lesson` is the format on one page.
      """
  )

  @Argument(help: "The lesson's name: lower-case letters, digits and hyphens.")
  var name: String

  @Option(help: "Its title (else made of the name).")
  var title: String?

  @Option(help: "The folder for the file.", completion: .directory)
  var folder: String?

  @Flag(help: "Overwrite the file.")
  var force = false

  mutating func run() throws {
    let words = name.split(separator: "-").joined(separator: " ")
    let title = title ?? words.prefix(1).uppercased() + words.dropFirst()
    let path = (folder.map { $0 + "/" } ?? "") + name + ".lesson.md"
    let text = LessonSkeleton.text(id: name, title: title)
    let (lesson, diagnostics) = Lesson.parse(text, path: path)
    guard lesson != nil else {
      throw ValidationError(diagnostics.prefix(1).map(\.text).joined())
    }
    guard force || !Disk.exists(path) else {
      throw ValidationError("\(neutralised(path)) is there already; --force overwrites it.")
    }
    try Disk.replace(path, with: text)
    try Terminal.say(
      "Written: \(neutralised(path)). fathom play ./\(neutralised(path)) --no-save plays it."
    )
  }
}
