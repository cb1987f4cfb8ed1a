/// Prompts as the line editor wants them.
enum PromptText {
  /// `prompt` with each escape sequence between two U+0001, which mark what takes no room.
  ///
  /// Neighbours share one pair, and a space follows one at the very end, because libedit shows a
  /// hidden sequence only together with the next character. Other control characters are
  /// dropped: they would put the cursor where nobody expects it.
  static func marked(_ prompt: String) -> String {
    var marked = String.UnicodeScalarView()
    var hidden = String.UnicodeScalarView()
    func show(_ scalar: Unicode.Scalar) {
      if !hidden.isEmpty {
        marked.append("\u{1}")
        marked.append(contentsOf: hidden)
        marked.append("\u{1}")
        hidden = String.UnicodeScalarView()
      }
      marked.append(scalar)
    }
    var rest = prompt.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", rest.first == "[",
        let end = rest.dropFirst().firstIndex(where: { ("@"..."~").contains($0) })
      {
        hidden.append(scalar)
        hidden.append(contentsOf: rest[...end])
        rest = rest[rest.index(after: end)...]
      } else if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) {
        show(scalar)
      }
    }
    if !hidden.isEmpty { show(" ") }
    return String(marked)
  }
}
