import TerminalText

extension StyledText {
  /// A note's lines.
  func noteLines(_ columns: Int) -> [StyledText] {
    wrapped(columns: columns, indent: 1, hanging: 3).lines
  }
}
