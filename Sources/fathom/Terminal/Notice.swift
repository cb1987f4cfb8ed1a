import Glibc

/// Remarks beside the session: on standard error, so that the transcript stays what it is.
enum Notice {
  static func send(_ message: String) {
    // Nobody can be told that nobody can be told.
    try? Terminal.send(
      Terminal.fitted("fathom: \(message)", to: STDERR_FILENO) + "\n",
      to: STDERR_FILENO
    )
  }
}
