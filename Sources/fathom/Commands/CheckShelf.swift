import Lessons

/// The lessons that are checked and those that stand beside them.
struct CheckShelf {
  private let lessons: [Lesson]
  /// The ids that may be required: theirs, and those of the usual places.
  private let known: [String]

  /// The lessons that were read, and the files that were named, those that could not be read too.
  init(_ read: [Lesson], beside files: [String]) {
    let named = Set(files.map(Self.plain))
    let folders = Set(files.map { Self.plain(Disk.parent(of: $0)) }).sorted()
    let neighbours = folders.flatMap { LessonShelf.files(in: $0) }
      .filter { !named.contains(Self.plain($0)) }
    lessons =
      read
      + neighbours.compactMap { path in
        (try? InputFile.bytes(at: path)).flatMap { Lesson.parse($0, path: path).lesson }
      }
    let usual = LessonShelf(named: nil).lessons
    known = Set((lessons + usual).map(\.header.id.value)).sorted()
  }

  func diagnostics(_ lesson: Lesson) -> [Diagnostic] {
    lesson.diagnostics(
      beside: lessons.filter { Self.folder($0) == Self.folder(lesson) },
      known: known
    )
  }

  /// Lessons are played from one folder: the same id in another one is no matter.
  private static func folder(_ lesson: Lesson) -> String { plain(Disk.parent(of: lesson.path)) }

  /// The path without the `./` that a folder's name brings in.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }
}
