import Transcripts

extension LessonCopy {
  /// On which copy a session was played, in a sentence.
  var words: String {
    switch self {
    case .full: "Played on the full lesson, which marks at once (a claim)."
    case .released: "Played on the learners' copy, which has no keys (a claim)."
    }
  }
}
