import Lessons
import Sessions
import Transcripts

/// How far a learner is with a lesson, read from the transcript.
struct Standing {
  let lesson: Lesson
  private let session: Session?
  /// When something was last entered, in nanoseconds since 1970.
  let lastEntered: Int64

  init(_ lesson: Lesson, learner: String?) {
    self.lesson = lesson
    session = Self.session(lesson, learner)
    let path = session == nil ? nil : SavePlace(lesson, learner: learner)?.transcript
    lastEntered = path.flatMap(Disk.lastWritten) ?? 0
  }

  /// The session as its transcript left it; nil where there is none that can be read.
  private static func session(_ lesson: Lesson, _ learner: String?) -> Session? {
    guard let place = SavePlace(lesson, learner: learner),
      let bytes = try? InputFile.bytes(at: place.transcript), !bytes.isEmpty,
      let transcript = TranscriptParser.parse(bytes, path: place.transcript).transcript,
      transcript.header.lesson?.id == lesson.header.id.value
    else { return nil }
    return Resumption(transcript, lesson: lesson, byteCount: bytes.count).player.session
  }

  /// The number that it is played by.
  var number: Int? { LessonShelf.number(of: lesson.path) }

  var isBegun: Bool { session != nil }

  var isDone: Bool { session?.hasFinished == true }

  /// `done, 5 of 5 points`, `step 3 of 8`, `new, 8 steps, about 20 minutes`.
  var words: String {
    guard let session else {
      return "new, \(lesson.steps.count) steps, about \(lesson.header.minutes) minutes"
    }
    if session.hasFinished { return "done, \(session.score.points) points" }
    switch session.place {
    case .before: return "begun"
    case .step(let index, _): return "step \(index + 1) of \(lesson.steps.count)"
    case .after: return "done"
    }
  }

  /// What Enter does on the home screen.
  var invitation: String {
    let name = lesson.header.id.value
    return isDone ? "\(name) again" : isBegun ? "go on with \(name)" : "begin \(name)"
  }
}
