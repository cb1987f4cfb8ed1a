import TerminalText
import Transcripts

/// Whose transcript a file is, and who says so.
package enum Identity: Sendable, Hashable {
  /// The header says so, and nobody else.
  case claim(String?)
  case roster(String)
  case file(String)
  case mismatch(Mismatch)

  /// Why nobody knows whose it is.
  package enum Mismatch: Sendable, Hashable {
    case nobody
    case notInRoster(String)
    case otherName(claimed: String, file: String)
    case handedInBefore(String, file: String)
  }

  /// The name that the marks are for.
  package var name: String? {
    switch self {
    case .claim(let name): name
    case .roster(let name), .file(let name): name
    case .mismatch: nil
    }
  }
}

/// What counts as knowing whose a transcript is.
package struct IdentityRule: Sendable, Hashable {
  /// Names that may hand in; nil where there is no roster.
  private let roster: Set<String>?
  /// Whether the file's name is the learner's.
  private let usesFileName: Bool

  package init(roster: [String]?, usesFileName: Bool) {
    self.roster = roster.map(Set.init)
    self.usesFileName = usesFileName
  }

  /// Decides whose a transcript is; `earlier` has the names that were handed in before, with their files.
  func identity(
    of transcript: Transcript,
    earlier: [String: String]
  ) -> Identity {
    let claimed = transcript.header.learner
    guard usesFileName || roster != nil else { return .claim(claimed) }
    let name: String
    if usesFileName {
      name = Self.name(ofFile: transcript.path)
      if let claimed, claimed != name {
        return .mismatch(.otherName(claimed: claimed, file: name))
      }
    } else if let claimed {
      name = claimed
    } else {
      return .mismatch(.nobody)
    }
    if let roster, !roster.contains(name) { return .mismatch(.notInRoster(name)) }
    if let file = earlier[name] { return .mismatch(.handedInBefore(name, file: file)) }
    return usesFileName ? .file(name) : .roster(name)
  }

  /// `ada` of `…/scaling@ada.transcript` and of `…/ada.transcript`.
  static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let ending = ".transcript"
    let stem = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    guard let at = stem.firstIndex(of: "@") else { return stem }
    return String(stem[stem.index(after: at)...])
  }
}
