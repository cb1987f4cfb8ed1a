extension Draw.Domain {
  /// Reads `a...b` and `a...b by c`, with a < b and c > 0.
  init?(_ text: String, at position: Position) {
    guard let dots = firstIndex(of: "...", in: text[...]) else { return nil }
    let after = text[text.index(dots, offsetBy: 3)...]
    let by = firstIndex(of: " by ", in: after)
    func number(_ part: Substring) -> Number? {
      let offset = text[..<part.startIndex].unicodeScalars.count
      return Number(String(part.trimmed), at: position, offset: offset)
    }
    guard let from = number(text[..<dots]), let through = number(after[..<(by ?? after.endIndex)]),
      from.value < through.value
    else { return nil }
    guard let by else {
      self = .range(from: from, through: through, step: nil)
      return
    }
    guard let step = number(after[by...].dropFirst(4)), step.value > 0 else { return nil }
    self = .range(from: from, through: through, step: step)
  }
}
