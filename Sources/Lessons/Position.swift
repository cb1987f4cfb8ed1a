/// A place in a lesson file: line and column from 1, a column being one character (Unicode scalar).
package struct Position: Sendable, Hashable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = Position(line: 1, column: 1)

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A value and where the author wrote it.
package struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  package let position: Position

  package init(_ value: Value, at position: Position) {
    self.value = value
    self.position = position
  }
}
