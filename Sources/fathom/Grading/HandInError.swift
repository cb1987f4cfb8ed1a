/// A file that is not read.
enum HandInError: Error {
  case unreadable(String, code: Int32)
  case special(String, Kind)
  case tooLarge(String, bytes: Int)
  /// Somebody is writing it.
  case growing(String)
  /// An archive or what is in one, with what libarchive said.
  case archived(String, ArchiveFault, String)

  /// What stands in the place of a file.
  enum Kind: String { case folder, pipe, socket, link, device }
}
