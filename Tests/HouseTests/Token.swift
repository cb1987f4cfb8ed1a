/// A word or a sign of a Swift file; comments, numbers and the text of literals are none.
struct Token {
  let text: String
  let line: Int

  var isWord: Bool {
    guard let first = text.utf8.first else { return false }
    return Lexer.beginsWord(first)
  }

  /// Types begin with a capital.
  var isCapitalised: Bool {
    guard let first = text.utf8.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
  }
}
