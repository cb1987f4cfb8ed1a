/// What `help` says of a word that asks for a figure.
package struct FigureHelp: Sendable {
  /// What stands behind the word, as "a bar for each number".
  package let summary: String
  /// More to know, in lines as they are shown.
  package var lines: [String] = []
  /// Statements, on the names that the help's tests enter before them.
  package let examples: [String]
}
