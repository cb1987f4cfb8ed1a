import Lessons

/// A lesson with its keys as it is sent to where marks are made, and how it is marked there.
struct BundledLesson {
  let lesson: Lesson
  let classSeed: ClassSeed?
  /// The table of who is in the class.
  let roster: [UInt8]?

  var id: String { lesson.header.id.value }

  private static let rosterFile = "roster.csv"
  private var file: String { "lessons/\(id)\(LessonShelf.ending)" }

  func members() throws -> [BundleMember] {
    [BundleMember(file, try InputFile.bytes(at: lesson.path))]
      + (roster.map { [BundleMember(Self.rosterFile, $0)] } ?? [])
  }

  /// The options of `grade`, for a shell in which `$here` is the folder of the members.
  ///
  /// An id and a seed have no characters that mean something to a shell.
  var options: String {
    "--lesson \"$here/\(file)\"" + (classSeed.map { " --class=\($0.text)" } ?? "")
      + (roster == nil ? "" : " --roster \"$here/\(Self.rosterFile)\"")
  }

  /// What a machine can give, in hundredths: a person gives the points for words.
  var most: Int {
    lesson.questions.reduce(0) { sum, question in
      if case .text = question.kind { return sum }
      guard case .counted(let points, _) = question.credit else { return sum }
      return sum + points.hundredths
    }
  }
}
