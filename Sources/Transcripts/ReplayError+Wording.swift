import TerminalText

extension ReplayError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherLesson(let id, let found):
      "This is a transcript of lesson \"\(neutralised(id))\", not of \"\(neutralised(found))\"."
    case .isNotebook(let name):
      "This is the notebook \"\(neutralised(name))\", and no lesson's transcript: fathom notebook FILE "
        + "opens it."
    case .isOfLesson(let id):
      "This is a transcript of lesson \"\(neutralised(id))\", and no notebook: fathom play "
        + "\(neutralised(id)) --transcript FILE goes on with it."
    }
  }
}
