import Grading
import Lessons
import Sessions

/// Reads and runs the lessons that were named, and says what is wrong with each.
struct LessonChecker {
  /// Lesson files, and folders of them.
  let named: [String]

  /// What was found in a file.
  struct Checked {
    let file: CheckSheet.File
    /// What can be played of it: the lesson, or the talks of a course.
    let played: [Played]
  }

  /// What can be played, and where its author finds it.
  struct Played {
    let lesson: Lesson
    /// The talk that it was assembled for; nil for a lesson of one file.
    var talk: AssembledTalk?

    /// Where the author wrote what stands at a place of the lesson.
    func place(of position: Position) -> Position { talk?.place(of: position) ?? position }
  }

  /// The files: a file itself, of a folder its lessons and its course.
  func files() throws -> [String] {
    try named.flatMap { path in
      guard Disk.isFolder(path) else { return [path] }
      let files = LessonShelf.files(in: path)
      guard !files.isEmpty else { throw ShelfError.noLessons([path]) }
      let course = LessonShelf.course(of: path)
      return Disk.exists(course) ? files + [course] : files
    }
  }

  /// The outcome of each file, told as soon as it is there.
  func check(_ named: [String], _ told: (Checked) throws -> Void) throws {
    let courses = named.filter { CourseCheck.isCourse($0) }
    let files = named.filter { !CourseCheck.isCourse($0) }
    let read = files.map { path -> Reading in
      do {
        return .read(path, Lesson.parse(try InputFile.bytes(at: path), path: path))
      } catch {
        return .failed(CheckSheet.File(path: path, unread: "\(error)"))
      }
    }
    let lessons = read.compactMap { reading in
      if case .read(_, (let lesson?, _)) = reading { lesson } else { nil }
    }
    let shelf = CheckShelf(lessons, beside: files)
    for reading in read {
      switch reading {
      case .failed(let file): try told(Checked(file: file, played: []))
      case .read(let path, (let lesson, let faults)):
        let file = CheckSheet.File(
          path: path,
          diagnostics: faults + (lesson.map { shelf.diagnostics($0) } ?? []),
          findings: lesson.map { Audit.findings($0) } ?? []
        )
        try told(Checked(file: file, played: lesson.map { [Played(lesson: $0)] } ?? []))
      }
    }
    for path in courses { try told(CourseCheck(path: path).checked) }
  }

  /// A file as far as it could be read.
  private enum Reading {
    case read(String, (lesson: Lesson?, diagnostics: [Diagnostic]))
    case failed(CheckSheet.File)
  }
}
