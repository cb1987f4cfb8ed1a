import Glibc

extension Terminal {
  /// Says something on standard output, broken between words where that is a terminal.
  static func say(_ message: String) throws {
    try send(fitted(message, to: STDOUT_FILENO) + "\n", to: STDOUT_FILENO)
  }
}
