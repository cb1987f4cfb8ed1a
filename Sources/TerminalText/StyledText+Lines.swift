extension StyledText {
  /// The lines between the "\n"; never none, for empty text is one empty line.
  package var lines: [StyledText] {
    guard hasSeveralLines else { return [self] }
    var lines = [StyledText()]
    for run in runs {
      let parts = run.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(decoding: part, as: UTF8.self), run.style)
      }
    }
    return lines
  }

  private var hasSeveralLines: Bool { runs.contains { $0.text.utf8.contains(0x0A) } }

  /// Whether one of its lines ends in a blank.
  package var hasBlanksAtEnds: Bool {
    var last: UInt8 = 0
    for run in runs {
      for byte in run.text.utf8 {
        if byte == 0x0A, last == 0x20 { return true }
        last = byte
      }
    }
    return last == 0x20
  }

  /// Lines put together with "\n" between them.
  package init(lines: [StyledText]) {
    self.init()
    for (index, line) in lines.enumerated() {
      if index > 0 { append("\n") }
      append(line)
    }
  }

  /// Display columns of the widest line.
  package var width: Int {
    if !hasSeveralLines { return displayWidth(plain) }
    return lines.map { displayWidth($0.plain) }.max() ?? 0
  }

  /// The same runs with their text changed; a run may become longer, shorter or empty.
  func mapText(_ change: (String) -> String) -> StyledText {
    var changed = StyledText()
    for run in runs { changed.append(change(run.text), run.style) }
    return changed
  }

  /// Each line cut to `columns`; a line that lost something ends in `…`, or in `...` in ASCII.
  package func truncated(to columns: Int, isASCII: Bool = false) -> StyledText {
    let mark = String((isASCII ? "..." : "…").prefix(max(0, columns)))
    return StyledText(lines: lines.map { $0.lineTruncated(to: columns, mark) })
  }

  private func lineTruncated(to columns: Int, _ mark: String) -> StyledText {
    guard width > columns else { return self }
    guard columns > 0 else { return StyledText() }
    var kept = StyledText()
    var used = 0
    for run in runs {
      for character in run.text {
        let next = displayWidth(character)
        guard used + next <= columns - mark.count else {
          kept.append(mark, run.style)
          return kept
        }
        kept.append(String(character), run.style)
        used += next
      }
    }
    return kept
  }

  /// One line filled up with blanks to `columns`; a longer one stays as it is.
  package func padded(to columns: Int, _ side: TextTable.Alignment = .left) -> StyledText {
    let blanks = String(repeating: " ", count: max(0, columns - width))
    switch side {
    case .automatic, .left: return self + StyledText(blanks)
    case .right: return StyledText(blanks) + self
    }
  }
}
