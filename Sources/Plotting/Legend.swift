import TerminalText

/// Which glyph is which line, in lines under a figure.
struct Legend {
  private(set) var entries: [StyledText] = []

  init(_ figure: Figure, series: [Series], scale: Scale?, meets: Bool) {
    for (index, one) in series.enumerated() where !one.name.isEmpty {
      entries.append(Legend.entry(.series(index), neutralised(one.name)))
    }
    if meets { entries.append(Legend.entry(.overlap, series.count == 2 ? "both" : "several")) }
    for threshold in figure.thresholds {
      guard let scale, case .at = scale.place(threshold.at) else { continue }
      let value = threshold.at.text(digits: 3)
      entries.append(Legend.entry(.threshold, "\(neutralised(threshold.label)) (\(value))"))
    }
    if !figure.guesses.isEmpty { entries.append(Legend.entry(.guess, "your guess")) }
  }

  private static func entry(_ mark: Canvas.Mark, _ name: String) -> StyledText {
    StyledText(mark.glyph, mark.style) + StyledText(" " + name)
  }

  /// The entries side by side as long as they fit; one too long for a line is cut.
  func lines(columns: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var used = 0
    for entry in entries {
      let width = min(entry.width, columns)
      if let last = lines.indices.last, used + 3 + width <= columns {
        lines[last].append("   ")
        lines[last].append(entry)
        used += 3 + width
      } else {
        lines.append(entry.truncated(to: columns))
        used = width
      }
    }
    return lines
  }
}
