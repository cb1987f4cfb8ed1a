/// What a command asks the shell to do: it changes no state of the session and is not recorded.
package enum ShellRequest: Sendable, Hashable {
  /// To put a definition into the line, to be changed.
  case edit(String)
  /// To turn one parameter, or two.
  case knob([String])
  /// To play another lesson.
  case open(String)
  /// To write the transcript, or with the ending `.svg` the last figure.
  case save(String)
  /// To begin this session anew.
  case forget
}
