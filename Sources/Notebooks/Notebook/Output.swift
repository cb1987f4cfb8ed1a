import TerminalText

/// What a statement shows.
package enum Output: Sendable, Hashable {
  /// A value; the name is that of its definition.
  case value(Value, name: String?)
  case figure(FigureOutput)
  case help(StyledText)
}
