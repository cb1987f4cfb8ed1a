import Lessons
import Sessions
import Transcripts

/// A session that is handed in: its whole transcript as a file for somebody else.
///
/// The file is written before the session acts on the line that hands it in: what cannot be written
/// is not handed in, closes nothing and tells nothing.
struct Submission {
  private let transcript: String
  private let target: Target
  /// How many bytes were written.
  private let count: Int

  private enum Target {
    /// The session's own file, which is handed in where it is.
    case own(String)
    case other(String)
  }

  /// Writes the transcript that stands at a path, with what could not be written there and the lines of
  /// the input that hands it in.
  ///
  /// A file that it names is never written over. Without a name it goes into the current folder,
  /// as `scaling@ada.transcript`, in the place of an earlier hand-in of the same session.
  init(
    of transcript: String,
    holding unwritten: [UInt8],
    _ session: Session,
    to file: String?,
    adding lines: [String]
  ) throws {
    let written = try InputFile.bytes(at: transcript) + unwritten
    self.transcript = transcript
    target =
      try file.map { try Self.target($0, transcript, written) }
      ?? Self.freeTarget(session, transcript, written)
    if case .own(let path) = target, !unwritten.isEmpty { throw SubmissionError.lacksInputs(path) }
    count = try Self.write(written + lines.flatMap { Array($0.utf8) + [0x0A] }, to: target)
  }

  /// Writes what was shown since, with what could not be written where the session is kept, and says where
  /// it is handed in.
  func completed(holding unwritten: [UInt8]) -> ShellSentence {
    // What was shown is for people alone: without it the file is marked in the same way.
    let whole = try? Self.write(try InputFile.bytes(at: transcript) + unwritten, to: target)
    return switch target {
    case .own(let path) where !unwritten.isEmpty: .lacksInputs(path)
    case .own(let path): .handedInWhereItIs(path, bytes: whole ?? count)
    case .other(let path): .handedIn(path, bytes: whole ?? count)
    }
  }

  private static func write(_ bytes: [UInt8], to target: Target) throws -> Int {
    if case .other(let path) = target {
      // As the disk has it: a hand-in is the same bytes.
      try Disk.replace(path, with: String(decoding: bytes, as: UTF8.self))
    }
    return bytes.count
  }

  private static func target(
    _ path: String,
    _ transcript: String,
    _ written: [UInt8]
  ) throws -> Target {
    switch Disk.occupant(of: path) {
    case .nothing: return .other(path)
    case .special: throw SubmissionError.isNoFile(path)
    case .file:
      if Disk.occupant(of: path) == Disk.occupant(of: transcript) { return .own(path) }
      if TranscriptFile.isLocked(path) { throw SubmissionError.isPlayed(path) }
      guard isEarlier(path, written) else { throw SubmissionError.isThere(path) }
      return .other(path)
    }
  }

  /// The first name that is free or holds a state of the same session.
  private static func freeTarget(
    _ session: Session,
    _ transcript: String,
    _ written: [UInt8]
  ) -> Target {
    let id = session.name
    let who = session.learner.name.map { "@" + SavePlace.escaped($0) } ?? ""
    var number = 1
    while true {
      let name = id + (number == 1 ? "" : ".\(number)") + who + ".transcript"
      if let target = try? target(name, transcript, written) { return target }
      number += 1
    }
  }

  /// Whether a file holds what the session was before.
  private static func isEarlier(_ path: String, _ written: [UInt8]) -> Bool {
    guard let there = try? InputFile.bytes(at: path), !there.isEmpty else { return false }
    return written.starts(with: there)
  }
}

/// Why nothing was handed in.
enum SubmissionError: Error, CustomStringConvertible {
  /// The file is something else.
  case isThere(String)
  case isNoFile(String)
  case isPlayed(String)
  case lacksInputs(String)

  var description: String {
    switch self {
    case .isThere(let path): ShellSentence.isThere(path).words
    case .isNoFile(let path): ShellSentence.isNoFile(path).words
    case .isPlayed(let path): ShellSentence.isPlayed(path).words
    case .lacksInputs(let path): ShellSentence.lacksInputs(path).words
    }
  }
}
