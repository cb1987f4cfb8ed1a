/// A name in braces.
package struct Placeholder: Sendable, Hashable {
  /// The name without its braces.
  package let name: String
  /// Where its brace stands.
  package let position: Position
}
