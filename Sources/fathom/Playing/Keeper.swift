import Transcripts

/// Keeps a session on the disk, if it is kept at all, and tells when it no longer can.
struct Keeper {
  private var journal: Journal<TranscriptFile>?
  /// Where the transcript was when it was let go of.
  private var lastPath: String?
  /// Where the transcript is; nil where nothing is kept.
  var path: String? { journal?.storage.path ?? lastPath }
  /// What stands in it; nil where it is not open.
  var text: String? { journal.map { String(decoding: $0.storage.contents, as: UTF8.self) } }

  /// Keeps nothing.
  static let none = Keeper()

  private init() {}

  init(_ file: TranscriptFile) { journal = Journal(file) }

  /// What could not be written of the session.
  var unwritten: [UInt8] { journal?.unwritten ?? [] }

  mutating func keep(input: [String]) { tell(journal?.record(input: input)) }
  mutating func keep(output: [String]) { tell(journal?.record(output: output)) }

  /// Brings everything onto the disk and lets go of the file: another session may have it.
  /// - Returns: whether all of it is there.
  @discardableResult mutating func finish() -> Bool {
    tell(journal?.finish())
    let isWhole = journal?.isWhole ?? true
    lastPath = path
    journal?.storage.close()
    journal = nil
    return isWhole
  }

  private func tell(_ news: Journal<TranscriptFile>.News?) {
    if let news { Notice.send(news.message) }
  }
}
