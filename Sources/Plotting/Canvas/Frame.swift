import TerminalText

/// The room and the means that a figure is drawn with.
struct Frame: Sendable, Hashable {
  var columns: Int
  var rows: Int
  var charset = Charset.ascii
  /// Whether nothing but ASCII may stand in it, not even where words are cut.
  var isASCII = false
  /// The values whose range the axis of values has, when that is shared with other figures.
  var shared: Domain?
  /// Where the axes must stand, when other figures stand beside.
  var level: Level?
}

extension Frame {
  /// Lines cut to so many columns, with a mark that the frame may have.
  func cut(_ text: StyledText, to columns: Int) -> StyledText {
    text.truncated(to: columns, isASCII: isASCII)
  }

  /// A title in the middle of a line.
  func titleLine(_ title: String) -> StyledText {
    let title = cut(StyledText(neutralised(title), .strong), to: columns)
    return StyledText(String(repeating: " ", count: (columns - title.width) / 2)) + title
  }
}
