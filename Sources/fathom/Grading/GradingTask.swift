import Grading
import Lessons
import Sessions

/// What marks files, one after another, with these lessons.
struct GradingTask {
  let grader: Grader
  /// What the files so far have come to.
  private var known = KnownMarks()
  private let stamp: String

  /// Lessons from their files.
  /// - Throws: where a lesson cannot be read, or is a learners' copy.
  init(lessons paths: [String], classSeed: ClassSeed?) throws {
    try self.init(paths.map { try LessonShelf.read($0) }, classSeed: classSeed)
  }

  init(_ lessons: [Lesson], classSeed: ClassSeed?) throws {
    if let copy = lessons.first(where: \.isReleased) { throw GradingError.noKeys(copy.path) }
    guard let grader = Grader(lessons, classSeed: classSeed) else { throw GradingError.noLessons }
    self.grader = grader
    stamp = Grader.stamp(
      lessons: try lessons.map { try InputFile.bytes(at: $0.path) },
      classSeed: classSeed
    )
  }

  /// The record of a file, whatever it is.
  mutating func record(_ handIn: HandedIn, in spool: Spool?) -> String {
    do {
      let bytes = try handIn.bytes(spool)
      return grader.file(bytes, path: handIn.path, knowing: &known).record(stamp: stamp(of: bytes))
    } catch {
      return Self.refusal(handIn.path, .unreadable("\(error)"))
    }
  }

  /// The record of a file that has no marks, for a reason that another run may not meet.
  static func refusal(_ path: String, _ why: GradedFile.Refusal) -> String {
    GradedFile(path: path, refused: why).record(stamp: "")
  }

  /// What a record of these bytes bears.
  func stamp(of bytes: [UInt8]) -> String { "\(sha256(bytes)) \(stamp)" }

  /// Whether a record was made with these lessons.
  func isOurs(_ recorded: String) -> Bool { recorded.isEmpty || recorded.hasSuffix(stamp) }
}
