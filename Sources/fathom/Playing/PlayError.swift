import Transcripts

/// Why a session doesn't begin.
enum PlayError: Error {
  case inUse(String)
  case unreadable([TranscriptFault])
  case otherLearner(String, String?)
  case copyIsGone(String, String)
  case cannotCarryOver([String])
  /// There is no session of this lesson.
  case notBegun(String)
}
