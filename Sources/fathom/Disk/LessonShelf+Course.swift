import Lessons

extension LessonShelf {
  /// The course of the first folder that has one that can be read.
  var syllabus: Syllabus? {
    for folder in folders {
      if let syllabus = Self.course(in: folder)?.syllabus { return syllabus }
    }
    return nil
  }

  /// The course of a folder, as far as it can be read; nil where none stands there.
  static func course(in folder: String) -> (syllabus: Syllabus?, diagnostics: [Diagnostic])? {
    let path = course(of: folder)
    guard Disk.exists(path), let bytes = try? InputFile.bytes(at: path) else { return nil }
    return Syllabus.parse(bytes, path: path)
  }

  /// Where the course of a folder stands, if it has one.
  static func course(of folder: String) -> String {
    folder.hasSuffix("/") ? folder + Syllabus.fileName : "\(folder)/\(Syllabus.fileName)"
  }

  /// The lessons of one folder that can be read, in the order of their files.
  static func lessons(in folder: String) -> [Lesson] {
    Together.map(files(in: folder)) { path in
      (try? InputFile.bytes(at: path)).flatMap { Lesson.parse($0, path: path).lesson }
    }.compactMap { $0 }
  }

  /// The talk of that name as a lesson; nil where no course has it.
  func talk(_ name: String) throws -> Lesson? {
    for folder in folders {
      guard let syllabus = Self.course(in: folder)?.syllabus, let talk = syllabus.talk(name) else {
        continue
      }
      let lessons = Self.lessons(in: folder)
      let assembled = syllabus.assembled(talk, of: lessons)
      let faults = syllabus.diagnostics(among: lessons) + assembled.diagnostics
      guard let lesson = assembled.lesson else { throw ShelfError.faulty(faults) }
      return lesson
    }
    return nil
  }

  /// The first fault of a course that can't be read; nil where all can.
  var courseFault: Diagnostic? {
    for folder in folders {
      if let fault = Self.course(in: folder)?.diagnostics.first { return fault }
    }
    return nil
  }
}
