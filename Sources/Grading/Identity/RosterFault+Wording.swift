import TerminalText

extension RosterFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sameName(let name):
      "Several people of the roster are called \"\(neutralised(name))\". Add a column \"ID\" that tells them apart."
    case .unfitName(let name):
      "\"\(neutralised(String(name.prefix(80))))\" is no name that a copy can bear: 1 to 60 characters in one line. "
        + "Shorten it in the roster."
    }
  }
}
