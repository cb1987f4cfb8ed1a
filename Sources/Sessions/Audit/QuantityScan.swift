import Notebooks

/// Cuts a text that people read into runs of arithmetic.
struct QuantityScan {
  /// A part of a run.
  struct Token: Sendable, Hashable {
    /// What a part is.
    enum Kind: Sendable, Hashable {
      case numeral, name, function, sign, open, close
      /// A word that is no quantity here; what it is a part of isn't one either.
      case other
    }

    let kind: Kind
    let text: String

    /// Whether an operand may begin with it.
    var beginsOperand: Bool { kind != .sign && kind != .close }
    /// Whether an operand may end with it.
    var endsOperand: Bool {
      switch kind {
      case .numeral, .name, .close, .other: true
      case .function, .sign, .open: false
      }
    }
  }

  private let characters: [Character]
  private let names: Set<String>
  private var index = 0
  private var run: [Token] = []
  private var found: [[Token]] = []

  private static let constants: Set = ["pi"]
  private static let functions = Set(BuiltIns.numberFunctions.map(\.name))
  private static let signs: [Character: String] = [
    "+": "+", "-": "-", "\u{2212}": "-", "*": "*", "·": "*", "×": "*", "/": "/", "^": "^",
    "\u{00B2}": "^2", "\u{00B3}": "^3",
  ]

  init(_ text: String, names: Set<String>) {
    characters = Array(text)
    self.names = names.union(Self.constants)
  }

  /// The runs in order.
  var runs: [[Token]] {
    mutating get {
      while index < characters.count { step() }
      end()
      return found
    }
  }

  private mutating func end() {
    if !run.isEmpty { found.append(run) }
    run = []
  }

  private mutating func take(_ kind: Token.Kind, _ text: String) {
    // Two operands without a sign between them are two things.
    if kind != .sign, kind != .close, run.last?.endsOperand == true { end() }
    run.append(Token(kind: kind, text: text))
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    index + ahead < characters.count ? characters[index + ahead] : nil
  }

  private mutating func step() {
    guard let character = peek() else { return }
    if character.isDigit { return numeral() }
    if character == ".", peek(1)?.isDigit == true,
      index == 0 || !characters[index - 1].isLetter
    {
      return numeral()
    }
    if character.isLetter || character == "_" { return word() }
    index += 1
    switch character {
    case "(": take(.open, "(")
    case ")": take(.close, ")")
    case " ", "\n": break
    default:
      guard let sign = Self.signs[character] else { return end() }
      if sign.count > 1 {
        take(.sign, "^")
        take(.numeral, String(sign.dropFirst()))
      } else {
        take(.sign, sign)
      }
    }
  }

  private mutating func numeral() {
    let start = index
    skip(\.isDigit)
    if peek() == ".", peek(1)?.isDigit == true {
      index += 1
      skip(\.isDigit)
    }
    if peek() == "e" || peek() == "E" {
      let signed = peek(1) == "-" || peek(1) == "+"
      if peek(signed ? 2 : 1)?.isDigit == true {
        index += signed ? 2 : 1
        skip(\.isDigit)
      }
    }
    // `151st` and `2x` are words.
    guard peek().map({ $0.isLetter || $0 == "_" }) != true else {
      skip { $0.isLetter || $0.isDigit || $0 == "_" }
      return take(.other, "")
    }
    take(.numeral, String(characters[start..<index]))
  }

  private mutating func word() {
    let start = index
    skip { $0.isLetter || $0.isDigit || $0 == "_" }
    let word = String(characters[start..<index])
    switch peek() {
    case "(" where Self.functions.contains(word): take(.function, word)
    case "(" where names.contains(word):
      take(.name, word)
      end()
    case "[":
      take(.other, word)
      skipIndex()
    default: take(names.contains(word) ? .name : .other, word)
    }
  }

  private mutating func skipIndex() {
    var depth = 0
    while let character = peek() {
      index += 1
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth == 0 { return }
    }
  }

  private mutating func skip(_ isPart: (Character) -> Bool) {
    while let character = peek(), isPart(character) { index += 1 }
  }
}

extension Character {
  /// Whether it is a digit of a numeral; a superscript is none.
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
