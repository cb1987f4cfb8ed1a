import Glibc
import Lessons
import TerminalText

/// The folders in which lessons stand.
struct LessonShelf {
  /// How the files of lessons end.
  static let ending = ".lesson.md"
  let folders: [String]

  /// A folder that was named alone; else the usual places, in order.
  init(named folder: String?) {
    if let folder {
      folders = [folder]
      return
    }
    var places: [String] = []
    if let variable = getenv("FATHOM_LESSONS").map({ String(cString: $0) }), !variable.isEmpty {
      places.append(variable)
    }
    places.append("lessons")
    if let program = Disk.programFolder {
      places += ["\(program)/lessons", "\(program)/../share/fathom/lessons"]
    }
    folders = places
  }

  /// The files of all folders, by name; of two folders with the same lesson the first wins.
  private var files: [String] {
    folders.flatMap { Self.files(in: $0) }
  }

  static func files(in folder: String) -> [String] {
    Disk.names(in: folder).filter { $0.hasSuffix(ending) }
      .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
  }

  /// All lessons that can be played, in the order of their course, else of their files.
  var lessons: [Lesson] { contents.lessons }

  /// The lessons that can be played, and those that another one of their folder hides by its id.
  ///
  /// In the order of their course, else of their files, of which each is read once.
  var contents: (lessons: [Lesson], hidden: [(lesson: Lesson, by: Lesson)]) {
    var (lessons, hidden): ([Lesson], [(lesson: Lesson, by: Lesson)]) = ([], [])
    var seen: Set<String> = []
    for folder in folders {
      var first: [String: Lesson] = [:]
      let read = Self.lessons(in: folder)
      for lesson in Self.course(in: folder)?.syllabus?.ordered(read) ?? read {
        let id = lesson.header.id.value
        if let other = first[id] {
          hidden.append((lesson, other))
          continue
        }
        first[id] = lesson
        if seen.insert(id).inserted { lessons.append(lesson) }
      }
    }
    return (lessons, hidden)
  }

  /// Finds a lesson by its path, its id, the number that its file begins with, or the beginning of
  /// its id; or a talk of a course by its id.
  func lesson(_ name: String) throws -> Lesson {
    if name.hasSuffix(".md") || name.contains("/") { return try Self.read(name) }
    let files = files
    guard !files.isEmpty else {
      if case .file = Disk.occupant(of: name) { return try Self.read(name) }
      throw ShelfError.noLessons(folders)
    }
    if let number = Int(name), let path = files.first(where: { Self.number(of: $0) == number }) {
      return try Self.read(path)
    }
    // The file of that name first, so that a fault in another one doesn't matter.
    let likely = files.filter { Self.name(of: $0) == name }
    var other: (path: String, id: String)?
    for path in likely + files.filter({ !likely.contains($0) }) {
      let isLikely = likely.contains(path)
      guard let bytes = try? InputFile.bytes(at: path) else { continue }
      let lesson = Lesson.parse(bytes, path: path).lesson
      if let lesson, lesson.header.id.value == name { return lesson }
      guard isLikely else { continue }
      guard let lesson else { return try Self.read(path) }
      other = other ?? (path, lesson.header.id.value)
    }
    if let other { throw ShelfError.otherID(name, path: other.path, id: other.id) }
    if let talk = try talk(name) { return talk }
    let names = names
    guard let id = names.id(meantBy: name), id != name else {
      // A file without the usual ending.
      if case .file = Disk.occupant(of: name) { return try Self.read(name) }
      let meant = names.nearest(to: name)
      if meant == nil, let fault = courseFault { throw ShelfError.faulty([fault]) }
      throw ShelfError.unknown(name, known: names.ids, meant: meant)
    }
    return try lesson(id)
  }

  /// Whether a file's name says that it is the lesson that is meant, without reading any.
  func hasFile(named word: String) -> Bool {
    files.contains { Self.name(of: $0) == word || "\(Self.number(of: $0) ?? -1)" == word }
  }

  /// What lessons can be played by: their ids, and the names of files that can't be read.
  var names: LessonNames {
    var seen: Set<String> = []
    let entries = files.map { path in
      let bytes = (try? InputFile.bytes(at: path)) ?? []
      let id = Lesson.parse(bytes, path: path).lesson?.header.id.value
      return LessonNames.Entry(id: id ?? Self.name(of: path), number: Self.number(of: path))
    }
    return LessonNames(entries.filter { seen.insert($0.id).inserted })
  }

  /// Reads a lesson; its faults are the error.
  static func read(_ path: String) throws -> Lesson {
    let (lesson, diagnostics) = Lesson.parse(try InputFile.bytes(at: path), path: path)
    guard let lesson else { throw ShelfError.faulty(diagnostics) }
    return lesson
  }

  /// `scaling` of `…/03-scaling.lesson.md`.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.dropLast(ending.count)
    guard let dash = name.firstIndex(of: "-"), Int(name[..<dash]) != nil else {
      return String(name)
    }
    return String(name[name.index(after: dash)...])
  }

  /// 3 of `…/03-scaling.lesson.md`.
  static func number(of path: String) -> Int? {
    let file = path.split(separator: "/").last ?? ""
    return Int(file.prefix { $0.isNumber })
  }
}
