import ArgumentParser
import Glibc
import Lessons
import Sessions

/// `fathom check LESSON…`: reads and runs lessons, and says what their authors must mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: their format, cells, keys and wrong answers.",
    discussion: """
      Says also what `fathom release` would refuse, and which ids are taken or missing in the folder.

      Exit status 1: there is an error. All files are checked in any case.
      """
  )

  @Argument(help: "Lesson files, or folders of them.", completion: .file())
  var lessons: [String]

  mutating func run() throws {
    var isSound = true
    let files = try lessons.flatMap(Self.files)
    let read = files.compactMap { path -> Read? in
      do {
        return Lesson.parse(try InputFile.bytes(at: path), path: path)
      } catch {
        Notice.send("\(error)")
        isSound = false
        return nil
      }
    }
    let shelf = CheckShelf(read.compactMap(\.lesson), beside: files)
    for (lesson, faults) in read { isSound = try check(lesson, faults, shelf) && isSound }
    if !isSound { throw ExitCode.failure }
  }

  private typealias Read = (lesson: Lesson?, diagnostics: [Diagnostic])

  /// A file itself; of a folder its lessons.
  private static func files(_ path: String) throws -> [String] {
    guard Disk.isFolder(path) else { return [path] }
    let files = LessonShelf.files(in: path)
    guard !files.isEmpty else { throw ShelfError.noLessons([path]) }
    return files
  }

  private func check(
    _ lesson: Lesson?,
    _ faults: [Diagnostic],
    _ shelf: CheckShelf
  ) throws -> Bool {
    let diagnostics = faults + (lesson.map { shelf.diagnostics($0) } ?? [])
    let findings = lesson.map { Audit.findings($0) } ?? []
    for line in diagnostics.map(\.text) + findings.map(\.text) {
      try Terminal.send(line + "\n", to: STDOUT_FILENO)
    }
    return !diagnostics.contains { $0.severity == .error }
      && !findings.contains { $0.severity == .error }
  }
}
