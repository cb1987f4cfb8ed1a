import Glibc
import Lessons

/// Where a session is kept.
struct SavePlace {
  let transcript: String
  /// The lesson as it was when the session began; none beside a transcript that somebody named.
  let lessonCopy: String?
  /// Whether it is in the learner's folder.
  let isOwn: Bool

  init(file: String) {
    transcript = file
    lessonCopy = nil
    isOwn = false
  }

  /// The place of a notebook of one's own; nil where there is none.
  init?(notebook name: String, learner: String?) {
    guard let folder = Self.folder else { return nil }
    let file = name + (learner.map { "@" + Self.escaped($0) } ?? "") + Self.ending
    transcript = "\(folder)/notebooks/\(file)"
    lessonCopy = nil
    isOwn = true
  }

  /// The learner's own place; nil where neither XDG_STATE_HOME nor HOME says where that is.
  init?(_ lesson: Lesson, learner: String?) {
    guard let folder = Self.folder else { return nil }
    let learner = learner ?? lesson.header.learner
    let name = lesson.header.id.value + (learner.map { "@" + Self.escaped($0) } ?? "")
    transcript = "\(folder)/\(name)\(Self.ending)"
    lessonCopy = Self.lessonCopy(beside: transcript)
    isOwn = true
  }

  /// The place of a presentation; nil where there is none.
  init?(presenting lesson: Lesson) {
    guard let folder = Self.folder else { return nil }
    let name = lesson.header.id.value + ".presented"
    transcript = "\(folder)/\(name)\(Self.ending)"
    lessonCopy = Self.lessonCopy(beside: transcript)
    isOwn = true
  }

  /// The place of what is tried from somebody else's session; nil where there is none.
  init?(trying lesson: Lesson, learner: String?) {
    guard let folder = Self.folder else { return nil }
    let name = lesson.header.id.value + ".tried" + (learner.map { "@" + Self.escaped($0) } ?? "")
    transcript = "\(folder)/\(name)\(Self.ending)"
    lessonCopy = nil
    isOwn = true
  }

  static let ending = ".transcript"

  /// Where the copy of the lesson stands that a learner's transcript was begun with.
  static func lessonCopy(beside transcript: String) -> String? {
    guard transcript.hasSuffix(ending) else { return nil }
    return transcript.dropLast(ending.count) + ".lesson.md"
  }

  /// Where the lines that were typed are remembered; nil where there is no place for them.
  static var history: String? {
    guard let folder else { return nil }
    do { try Disk.makeFolder(folder) } catch { return nil }
    return folder + "/history"
  }

  /// Where the preferences are kept; nil where there is no place for them.
  static var preferences: String? { folder.map { $0 + "/preferences" } }

  /// Where the notes of a talk are told; nil where there is no place for them.
  static var notes: String? {
    guard let folder else { return nil }
    do { try Disk.makeFolder(folder) } catch { return nil }
    return folder + "/notes.socket"
  }

  /// Makes the learner's folder; the folder of a named file is somebody else's.
  func makeFolder() throws {
    if isOwn { try Disk.makeFolder(Disk.parent(of: transcript)) }
  }

  private static var folder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let state = variable("XDG_STATE_HOME") { return state + "/fathom" }
    return variable("HOME").map { $0 + "/.local/state/fathom" }
  }

  /// A name as a part of a file's name.
  static func escaped(_ name: String) -> String {
    name.map { $0 == "/" ? "%2F" : $0 == "%" ? "%25" : String($0) }.joined()
  }
}
