/// Numbers as people type them.
enum TypedNumber {
  /// `5.` is 5.0, as in many languages; everything else stays as it is.
  static func asWritten(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let characters = Array(text)
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
