import Transcripts

/// Why nothing is exported.
enum ExportError: Error {
  case unreadable([TranscriptFault])
  /// Two lessons of a folder have the same id, which is the name of their page.
  case lessonTwice(String)
  case isThere(String)
  case isNoFile(String)
  /// A course is several files.
  case needsFolder(String)
}
