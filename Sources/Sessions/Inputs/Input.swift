/// What happened to a session.
package enum Input: Sendable, Hashable {
  /// A line or a pasted block at the prompt; an empty one is Enter.
  case line(String)
  /// Ctrl-C stopped what the last input had begun.
  case cancelled
}
