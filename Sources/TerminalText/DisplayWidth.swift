/// The terminal columns that one line of text takes.
///
/// Counted per grapheme cluster, as terminals of today do: marks take none, East Asian wide characters and
/// emoji two. Controls count nothing; `neutralised(_:keepingNewlines:)` replaces them first.
package func displayWidth(_ text: String) -> Int {
  if text.isPrintableASCII { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

extension String {
  /// Whether it is made of the blanks, letters, digits and signs of ASCII alone: a column each.
  var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

/// The terminal columns of one grapheme cluster.
///
/// The sum of its scalars' widths, but a joined emoji sequence is as wide as its first, and the
/// emoji selector makes a symbol wide.
func displayWidth(_ character: Character) -> Int {
  var width = 0
  var first: Unicode.Scalar?
  for scalar in character.unicodeScalars {
    switch scalar.value {
    case 0x200D: return max(width, 1)
    case 0xFE0F:
      if let first, first.value >= 0x80, first.properties.isEmoji { width = 2 }
    case 0x1F3FB...0x1F3FF: width += first == nil ? 2 : 0
    default: width += columns(of: scalar)
    }
    first = first ?? scalar
  }
  return width
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
  if isWide(value) { return 2 }
  // Vowels and finals of a Hangul syllable join the consonant before them.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default: return 1
  }
}

/// Whether East_Asian_Width is W or F: a search in the sorted table.
private func isWide(_ value: UInt32) -> Bool {
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count && wideRanges[low].contains(value)
}
