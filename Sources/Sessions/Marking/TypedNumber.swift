/// Numbers as people type them.
enum TypedNumber {
  /// `5.` is 5.0, as in many languages, and a point that ends the line ends a sentence; all else stays as it is.
  static func asWritten(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let characters = Array(text.endsASentence ? String(text.dropLast()) : text)
    var result = ""
    for (index, character) in characters.enumerated() {
      result.append(character)
      guard character == ".", index > 0, characters[index - 1].isWholeNumber else { continue }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      // In "1...4" a point follows, in "1.5" a digit.
      if !next.isWholeNumber, next != "." { result.append("0") }
    }
    return result
  }
}

extension String {
  /// Whether its last sign is a point behind a numeral that has one, or behind what is none.
  fileprivate var endsASentence: Bool {
    guard last == ".", !hasSuffix("..") else { return false }
    let numeral = dropLast().reversed().prefix { $0.isWholeNumber || $0 == "." }
    return numeral.isEmpty || numeral.contains(".")
  }
}
