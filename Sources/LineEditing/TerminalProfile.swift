/// What may be sent to an output: a decision made once, from values, so that a test can make it too.
package struct TerminalProfile: Sendable, Hashable {
  /// How many colours there are.
  package enum Color: Sendable, Hashable, Comparable { case none, sixteen, palette, full }

  package var isTerminal: Bool
  package var color: Color
  /// Whether the cursor may be moved and rows drawn over.
  package var movesCursor: Bool
  /// Whether what is beyond ASCII can be shown; otherwise it is spelt.
  package var isUTF8: Bool
  package var size: TerminalSize

  package init(
    isTerminal: Bool,
    color: Color,
    movesCursor: Bool,
    isUTF8: Bool,
    size: TerminalSize
  ) {
    self.isTerminal = isTerminal
    self.color = color
    self.movesCursor = movesCursor
    self.isUTF8 = isUTF8
    self.size = size
  }
}
