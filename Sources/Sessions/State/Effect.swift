/// What a session asks its shell to do.
package enum Effect: Sendable, Hashable {
  /// To show something, on the terminal and in the transcript.
  case show(Shown)
  /// To leave; everything is kept.
  case leave
}
