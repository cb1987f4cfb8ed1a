/// The text with everything that could steer a terminal made visible.
///
/// C0 controls and DEL become caret notation (ESC is `^[`, so that an escape sequence shows itself), other
/// controls, bidirectional overrides, separators and invisible tags their code point (`<U+202E>`), a tab four
/// blanks. "\n" becomes a blank, or stays when it is kept.
package func neutralised(_ text: String, keepingNewlines: Bool = false) -> String {
  if isHarmless(text, keepingNewlines) { return text }
  guard text.unicodeScalars.contains(where: { $0.value < 0x20 || steers($0.value) }) else {
    return text
  }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result += keepingNewlines ? "\n" : " "
    case 0x09: result += "    "
    case 0..<0x20, 0x7F: result += "^" + String(UnicodeScalar(UInt8(scalar.value ^ 0x40)))
    default:
      if steers(scalar.value) {
        result += "<U+" + hexadecimal(scalar.value) + ">"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// Whether a text is of printable ASCII and of such line ends as are kept, and stays as it is.
private func isHarmless(_ text: String, _ keepingNewlines: Bool) -> Bool {
  text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || (keepingNewlines && $0 == 0x0A) }
}

extension StyledText {
  /// The same text with controls made visible; "\n" still separates lines.
  package var neutralised: StyledText {
    if runs.allSatisfy({ isHarmless($0.text, true) }) { return self }
    return neutralisedAnew
  }

  private var neutralisedAnew: StyledText {
    mapText { TerminalText.neutralised($0, keepingNewlines: true) }
  }
}

/// Whether a scalar beyond C0 moves, hides or reorders what stands around it.
private func steers(_ value: UInt32) -> Bool {
  switch value {
  case 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  default: false
  }
}

/// At least four hexadecimal digits.
private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
