/// What a session asks its shell to do.
package enum Effect: Sendable, Hashable {
  /// To show something, on the terminal and in the transcript.
  indirect case show(Shown)
  /// To leave; everything is kept.
  case leave
  /// The person has stopped a block: so many of its statements have run, and of the others nothing is.
  case stopped(after: Int)
}
