/// A file that cannot be read.
enum InputError: Error {
  case unreadable(path: String, code: Int32)
  case endless(path: String)
  /// A pipe in a folder, a device, a socket.
  case special(path: String)
  /// More statements, or a longer one, than are read at once.
  case tooMuch(path: String, megabytes: Int)
}
