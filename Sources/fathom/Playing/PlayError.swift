import Transcripts

/// Why a session doesn't begin.
enum PlayError: Error {
  /// Another session has the transcript that was wanted.
  case inUse(String, Wanted)
  case notebookInUse(String)
  /// It names no notebook.
  case noNotebook(String)
  case unreadable([TranscriptFault])
  case otherLearner(String, String?)
  /// The learners' copy was written for somebody else.
  case copyOf(String)
  case copyIsGone(String, String, isTalk: Bool)
  case cannotCarryOver([String], hasCopy: Bool)
  /// The newer version counts in another way, and would believe what had been shown by now.
  case otherMode(hasCopy: Bool)
  /// There is no session of this lesson.
  case notBegun(String)

  /// What a transcript was wanted for.
  enum Wanted { case playing, handingIn, recording, replacing }
}
