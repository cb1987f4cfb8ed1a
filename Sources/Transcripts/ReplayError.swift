import TerminalText

/// A transcript that cannot be replayed.
package enum ReplayError: Error, CustomStringConvertible {
  case otherLesson(String, found: String)

  package var description: String {
    switch self {
    case .otherLesson(let id, let found):
      "This is a transcript of lesson \"\(neutralised(id))\", not of \"\(neutralised(found))\"."
    }
  }
}
