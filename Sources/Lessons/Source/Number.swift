/// A number as the author wrote it, so that `0.1` can be read exactly.
package struct Number: Sendable, Hashable {
  /// The digits of the file without underscores, or the shortest text of the same value.
  package let text: String
  /// The nearest float to the digits.
  package let value: Double
  /// Where its digits begin.
  package let position: Position

  /// Whether it was written without point and exponent.
  package var isInteger: Bool { Int(text) != nil }
}

extension Number {
  /// A number that the format itself supplies.
  init(_ text: String, at position: Position) {
    self.init(text: text, value: Double(text) ?? 0, position: position)
  }

  private static let signs = ByteSet("0123456789+-.eE")

  /// A finite decimal number within a text; `nil` for anything else.
  init?(_ text: String, at position: Position, offset: Int) {
    guard text.utf8.allSatisfy({ Self.signs.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    let place = Position(line: position.line, column: position.column + offset)
    self.init(text: text, value: value, position: place)
  }
}
