/// Reads Swift as tokens.
///
/// Literals are passed over, but not the code that is interpolated into them.
struct Lexer {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var tokens: [Token] = []

  static func tokens(_ text: String) -> [Token] {
    var lexer = Lexer(bytes: Array(text.utf8))
    lexer.readCode()
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  static func beginsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private func at(_ offset: Int) -> UInt8 {
    place + offset < bytes.count ? bytes[place + offset] : 0
  }

  /// Reads to the end, or to the parenthesis that ends an interpolation.
  private mutating func readCode() {
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        place += 1
      case UInt8(ascii: " "), UInt8(ascii: "`"): place += 1
      case UInt8(ascii: "/") where at(1) == byte: skipLine()
      case UInt8(ascii: "/") where at(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "/") where beginsPattern: skipPattern()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): readLiteral()
      case _ where Self.beginsWord(byte): readWord()
      case _ where Self.isDigit(byte): skipNumber()
      default:
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth < 0 { return }
        add(place, place + 1)
        place += 1
      }
    }
  }

  private mutating func add(_ start: Int, _ end: Int) {
    tokens.append(Token(text: String(decoding: bytes[start..<end], as: UTF8.self), line: line))
  }

  private mutating func readWord() {
    let start = place
    while Self.beginsWord(at(0)) || Self.isDigit(at(0)) { place += 1 }
    add(start, place)
  }

  private mutating func skipNumber() {
    while Self.beginsWord(at(0)) || Self.isDigit(at(0))
      || (at(0) == UInt8(ascii: ".") && Self.isDigit(at(1)))
    {
      place += 1
    }
  }

  private mutating func skipLine() {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
  }

  private mutating func skipComment() {
    while place < bytes.count, at(0) != UInt8(ascii: "*") || at(1) != UInt8(ascii: "/") {
      if at(0) == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
    place += 2
  }

  /// A slash that follows no operand and touches what is behind it opens a regular expression.
  private var beginsPattern: Bool {
    guard let last = tokens.last, last.line == line else { return false }
    return ["(", ",", "=", ":"].contains(last.text) && at(1) != UInt8(ascii: " ")
  }

  private mutating func skipPattern() {
    place += 1
    while place < bytes.count, at(0) != UInt8(ascii: "/"), at(0) != UInt8(ascii: "\n") {
      place += at(0) == UInt8(ascii: "\\") ? 2 : 1
    }
    place += 1
  }

  /// A literal with any number of `#` before its quotes; a `#` without quotes is a sign.
  private mutating func readLiteral() {
    var pounds = 0
    while at(pounds) == UInt8(ascii: "#") { pounds += 1 }
    guard at(pounds) == UInt8(ascii: "\"") else {
      add(place, place + 1)
      place += 1
      return
    }
    place += pounds
    let isLong = at(1) == UInt8(ascii: "\"") && at(2) == UInt8(ascii: "\"")
    let quotes = isLong ? 3 : 1
    place += quotes
    while place < bytes.count {
      if at(0) == UInt8(ascii: "\\"), follows(UInt8(ascii: "#"), pounds, from: 1) {
        place += 1 + pounds
        let isCode = at(0) == UInt8(ascii: "(")
        if at(0) == UInt8(ascii: "\n") { line += 1 }
        place += 1
        if isCode {
          readCode()
          place += 1
        }
      } else if follows(UInt8(ascii: "\""), quotes, from: 0),
        follows(UInt8(ascii: "#"), pounds, from: quotes)
      {
        place += quotes + pounds
        return
      } else {
        if at(0) == UInt8(ascii: "\n") { line += 1 }
        place += 1
      }
    }
  }

  private func follows(_ byte: UInt8, _ count: Int, from offset: Int) -> Bool {
    for index in 0..<count where at(offset + index) != byte { return false }
    return true
  }
}
