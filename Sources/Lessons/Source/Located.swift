/// A value and where the author wrote it.
package struct Located<Item: Sendable & Hashable>: Sendable, Hashable {
  /// What was written.
  package let value: Item
  /// Where it begins; of a text, its first character after the quotes.
  package let position: Position

  /// A value at a place.
  package init(_ value: Item, at position: Position) {
    self.value = value
    self.position = position
  }
}
