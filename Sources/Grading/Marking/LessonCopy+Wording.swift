import Lessons
import Transcripts

extension LessonCopy {
  /// On which copy a session was played, in a sentence.
  func words(_ modes: Set<Mode>) -> String {
    switch self {
    case .full where modes == [.practice]:
      "Played on the full lesson, which marks at once (a claim)."
    case .full where modes == [.graded]:
      "Played on the full lesson, which marks what is handed in (a claim)."
    case .full: "Played on the full lesson (a claim)."
    case .released: "Played on the learners' copy, which has no keys (a claim)."
    }
  }
}
