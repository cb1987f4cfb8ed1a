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

  @Option(
    help: """
      A lesson to make a graded one of: its id, its number, or a file. Where numbers can change they \
      are drawn for each learner.
      """
  )
  var from: String?

  @OptionGroup var shelf: ShelfOptions

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
    let derived = try from.map { try made(from: $0, title: title, path: path) }
    let text = derived?.text ?? LessonSkeleton.text(id: name, title: title)
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
    guard let derived else { return }
    let (few, all) = (derived.varied.count, lesson.map { $0.questions.count } ?? 0)
    let drawn =
      few == 0
      ? "None of its questions has other numbers for each learner."
      : "Other numbers for each learner have \(few) of \(all) questions: "
        + "\(derived.varied.joined(separator: ", "))."
    try Terminal.say(
      "\(drawn) The other keys are those of \"\(derived.original)\": write over them."
    )
  }

  /// A graded lesson of one that there is.
  private func made(from other: String, title: String, path: String) throws -> DerivedLesson {
    let lesson = try shelf.shelf.lesson(other)
    guard !lesson.isReleased else { throw GradingError.noKeys(lesson.path) }
    let derived = DerivedLesson(lesson, text: lesson.text, id: name, title: title, path: path)
    guard derived.faults.isEmpty else {
      throw ValidationError(derived.faults.prefix(5).joined(separator: "\n"))
    }
    return derived
  }
}
