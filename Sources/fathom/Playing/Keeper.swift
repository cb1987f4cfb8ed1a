import Transcripts

/// Keeps a session on the disk, if it is kept at all, and tells when it no longer can.
struct Keeper {
  private var journal: Journal<TranscriptFile>?
  /// Where the transcript is; nil where nothing is kept.
  let path: String?

  /// Keeps nothing.
  static let none = Keeper()

  private init() { (journal, path) = (nil, nil) }

  init(_ file: TranscriptFile) {
    journal = Journal(file)
    path = file.path
  }

  /// What could not be written of the session.
  var unwritten: [UInt8] { journal?.unwritten ?? [] }

  mutating func keep(input: [String]) { tell(journal?.record(input: input)) }
  mutating func keep(output: [String]) { tell(journal?.record(output: output)) }

  /// Brings everything onto the disk and lets go of the file: another session may have it.
  mutating func finish() {
    tell(journal?.finish())
    journal?.storage.close()
    journal = nil
  }

  private func tell(_ news: Journal<TranscriptFile>.News?) {
    if let news { Notice.send(news.message) }
  }
}
