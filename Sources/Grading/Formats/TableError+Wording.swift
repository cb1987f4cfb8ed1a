import TerminalText

extension TableError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .utf16: "It is UTF-16. Save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")."
    case .spreadsheet: "It is a spreadsheet or an archive. Export it as CSV, in UTF-8."
    case .notUTF8(let line): "Line \(line) is not UTF-8; it may be Latin-1. Save it as UTF-8."
    case .noText(let line): "Line \(line) has a NUL character: this is no text."
    case .openQuote(let line): "The quotation mark in line \(line) is never closed."
    case .empty: "There is nothing in it."
    case .noColumn(let wanted, let found):
      "It has no column \(Self.list(wanted)). Its first line has: "
        + found.map { neutralised($0) }.joined(separator: ", ") + "."
    case .severalColumns(let found):
      "Several columns could be meant: \(found.map { neutralised($0) }.joined(separator: ", ")). "
        + "Name one with --column."
    case .cell(let line, let column, let text, let wanted):
      "Line \(line): \"\(neutralised(text))\" in the column \(neutralised(column)) is not \(wanted)."
    case .unknown(let line, let what): "Line \(line): \(what)"
    case .noReport: "This is no JSON report of fathom grade."
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\(neutralised($0))\"" }.joined(separator: " or ")
  }
}
