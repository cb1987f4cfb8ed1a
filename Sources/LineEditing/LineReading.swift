/// What reading a line came to.
package enum LineReading: Sendable, Hashable {
  /// A line without its newline. On a terminal it may hold "\n" (a paste, a recalled entry).
  case line(String)
  /// Ctrl-D on an empty line, the end of the file, or the terminal gone.
  case endOfInput
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// SIGTERM, SIGHUP or SIGQUIT asked for the end; the terminal is already restored.
  case terminated(signal: Int32)
  case failed(LineReadError)
}
