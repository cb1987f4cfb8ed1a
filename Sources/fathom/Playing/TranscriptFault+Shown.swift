import Transcripts

extension TranscriptFault {
  /// A file of noise has a fault on each line.
  static let mostShown = 10
}
