/// What happened to a session.
package enum Input: Sendable, Hashable {
  /// A line or a pasted block at the prompt; an empty one is Enter.
  case line(String)
  /// Ctrl-C stopped what the last input had begun.
  case cancelled
}

/// Where a line is read: it decides what the line means and is written in front of it in a transcript.
package enum Prompt: Sendable, Hashable {
  case notebook
  case answer(String)

  package var text: String {
    switch self {
    case .notebook: "fathom>"
    case .answer(let id): "answer[\(id)]>"
    }
  }
}
