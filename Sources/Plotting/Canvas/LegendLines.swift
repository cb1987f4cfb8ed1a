import TerminalText

/// Entries side by side as long as they fit; one too long for a line is cut.
struct LegendLines: Sendable, Hashable {
  var entries: [StyledText]

  func lines(in frame: Frame, columns: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var used = 0
    for entry in entries {
      let width = min(entry.width, columns)
      if let last = lines.indices.last, used + 3 + width <= columns {
        lines[last].append("   ")
        lines[last].append(entry)
        used += 3 + width
      } else {
        lines.append(frame.cut(entry, to: columns))
        used = width
      }
    }
    return lines
  }
}
