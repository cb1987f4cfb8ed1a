import ArgumentParser
import Glibc
import Lessons
import Sessions

/// `fathom check LESSON…`: reads and runs lessons, and says what their authors must mend.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: their format, cells, keys and wrong answers.",
    discussion: "Exit status 1: there is an error. All files are checked in any case."
  )

  @Argument(help: "Lesson files, or folders of them.", completion: .file())
  var lessons: [String]

  mutating func run() throws {
    var isSound = true
    for path in try lessons.flatMap(Self.files) { isSound = try check(path) && isSound }
    if !isSound { throw ExitCode.failure }
  }

  /// A file itself; of a folder its lessons.
  private static func files(_ path: String) throws -> [String] {
    guard Disk.isFolder(path) else { return [path] }
    let files = LessonShelf.files(in: path)
    guard !files.isEmpty else { throw ShelfError.noLessons([path]) }
    return files
  }

  private func check(_ path: String) throws -> Bool {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(at: path)
    } catch {
      Notice.send("\(error)")
      return false
    }
    let (lesson, diagnostics) = Lesson.parse(bytes, path: path)
    let findings = lesson.map { Audit.findings($0) } ?? []
    for line in diagnostics.map(\.text) + findings.map(\.text) {
      try Terminal.send(line + "\n", to: STDOUT_FILENO)
    }
    return lesson != nil && !findings.contains { $0.severity == .error }
  }
}
