/// A text of the author's on one line and not longer than a message bears.
func shortened(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count <= 60 ? line : line.prefix(59) + "…"
}

func hashes(_ level: Int) -> String { String(repeating: "#", count: level) }

/// Upper-case digits, with zeros in front.
func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
