/// Statements that the lesson runs.
package struct Cell: Sendable, Hashable {
  /// The lines between the fences, each ending in a newline.
  package let source: String
  /// Whether it must fail: the fence says `fathom error`.
  package let fails: Bool
  /// Where the source begins: the first line after the fence.
  package let position: Position
}
