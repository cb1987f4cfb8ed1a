/// What keeps an archive, or something in it, from being read.
enum ArchiveFault: String {
  case noLibrary, broken, encrypted, deep, outside, long, twice, large, holdsNone
  /// More members, or more bytes in all, than a class has.
  case members, bytes
  /// The process that unpacked it was ended.
  case slow, crashed
  /// Somebody is writing it.
  case growing
  case link, pipe, socket, device
}

extension ArchiveFault {
  /// The end of a sentence about a path; what libarchive said, where it said something.
  func words(_ detail: String) -> String {
    switch self {
    case .noLibrary:
      "is an archive, and libarchive, which reads archives, is missing. On Debian: apt-get install libarchive13."
    case .broken: "cannot be unpacked (\(detail)). What stands before that was read."
    case .encrypted: "is encrypted. Ask for an archive without a password."
    case .deep: "is an archive in an archive in another one, and is not opened."
    case .outside: "names a place outside of its archive."
    case .long: "has a name that is too long."
    case .twice: "has the name of another member of its archive, which is the one that is marked."
    case .large: "has more than \(HandInFile.mostBytes >> 20) MB; no transcript is larger."
    case .holdsNone: "holds no transcript."
    case .members: "has more than \(Unpacker.mostMembers) members. The first ones were read."
    case .bytes:
      "holds more than \(Unpacker.mostBytes >> 20) MB of transcripts. The first ones were read."
    case .slow:
      "took more than \(Unpacker.seconds) seconds of processor time to unpack, and was stopped."
    case .crashed: "could not be unpacked: the process was ended by signal \(detail)."
    case .growing: "is being written while it is read."
    case .link: "is a link, and no link is followed in an archive."
    case .pipe, .socket, .device: "is a \(rawValue), not a file."
    }
  }
}
