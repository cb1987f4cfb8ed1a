/// A place in a lesson file: line and column from 1, a column being one character (Unicode scalar).
package struct Position: Sendable, Hashable, Comparable {
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int

  /// A place in a file.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  package static let start = Position(line: 1, column: 1)

  /// By line, then by column.
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
