import Lessons
import Sessions
import Transcripts

/// A session that is handed in: its whole transcript as a file for somebody else.
struct Submission {
  /// Where it was written, and how large it is.
  let path: String
  let bytes: Int

  /// Writes the transcript that stands at a path.
  ///
  /// A file that it names is never written over. Without a name it goes into the current folder,
  /// as `scaling@ada.transcript`, in the place of an earlier hand-in of the same session.
  init(of transcript: String, _ session: Session, to file: String?) throws {
    let written = try InputFile.bytes(at: transcript)
    let target = file ?? Self.freeName(session, written)
    guard !Disk.exists(target) || Self.isEarlier(target, written) else {
      throw SubmissionError.isThere(target)
    }
    // As the disk has it: a hand-in is the same bytes.
    try Disk.replace(target, with: String(decoding: written, as: UTF8.self))
    (path, bytes) = (target, written.count)
  }

  /// The first name that is free or holds an earlier state of the same session.
  private static func freeName(_ session: Session, _ written: [UInt8]) -> String {
    let id = session.name
    let who = session.learner.name.map { "@" + SavePlace.escaped($0) } ?? ""
    var number = 1
    while true {
      let name = id + (number == 1 ? "" : ".\(number)") + who + ".transcript"
      if !Disk.exists(name) || isEarlier(name, written) { return name }
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

  var description: String {
    switch self {
    case .isThere(let path): ShellSentence.isThere(path).words
    }
  }
}
