import TerminalText

extension ReplayError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherLesson(let id, let found):
      "This is a transcript of lesson \"\(neutralised(id))\", not of \"\(neutralised(found))\"."
    }
  }
}
