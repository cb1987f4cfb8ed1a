/// Why a table or a list that somebody made cannot be used.
package enum TableError: Error, Sendable, Hashable {
  case utf16
  case spreadsheet
  case notUTF8(line: Int)
  case noText(line: Int)
  case openQuote(line: Int)
  case empty
  /// None of its columns has one of these names.
  case noColumn([String], found: [String])
  /// Several columns could be meant.
  case severalColumns([String])
  /// A cell that cannot be read, and what it should be.
  case cell(line: Int, column: String, text: String, wanted: String)
  /// A row about somebody or something that is not there.
  case unknown(line: Int, String)
  /// What is no report of ours.
  case noReport
}
