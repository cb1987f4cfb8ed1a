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
  /// Whether it reads as people do: `n v q` and `2 (n + m)` are products, `ln s` a function's value,
  /// `1,024` and `65 504` one number, `5 %` a twentieth.
  private let isLoose: Bool
  private var index = 0
  private var run: [Token] = []
  private var found: [[Token]] = []

  private static let constants: Set = ["pi"]
  private static let functions = Set(BuiltIns.numberFunctions.map(\.name))
  private static let signs: [Character: String] = [
    "+": "+", "-": "-", "\u{2212}": "-", "*": "*", "·": "*", "⋅": "*", "∙": "*", "∗": "*",
    "×": "*", "/": "/", "÷": "/", "∕": "/", "^": "^",
  ]
  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
  private static let fractions: [Character: String] = [
    "½": "1/2", "⅓": "1/3", "¼": "1/4", "⅔": "2/3", "¾": "3/4", "⅛": "1/8",
  ]
  private static let shares: [Character: String] = ["%": "100", "‰": "1000"]

  init(_ text: String, names: Set<String>, isLoose: Bool = false) {
    characters = Array(text)
    self.names = names.union(Self.constants)
    self.isLoose = isLoose
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
    if kind != .sign, kind != .close, let last = run.last, last.endsOperand {
      if isLoose, Self.multiplies(last.kind, kind) {
        run.append(Token(kind: .sign, text: "*"))
      } else {
        // Two operands without a sign between them are two things.
        end()
      }
    }
    run.append(Token(kind: kind, text: text))
  }

  /// Whether two operands side by side are read as a product: all but words and two numbers.
  private static func multiplies(_ left: Token.Kind, _ right: Token.Kind) -> Bool {
    left != .other && right != .other && (left != .numeral || right != .numeral)
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    index + ahead < characters.count ? characters[index + ahead] : nil
  }

  private mutating func step() {
    guard let character = peek() else { return }
    if character.isDigit { return numeral() }
    if character == ".", peek(1)?.isDigit == true,
      index == 0 || !(characters[index - 1].isLetter || characters[index - 1] == ".")
    {
      return numeral()
    }
    if Self.superscripts[character] != nil { return power() }
    if character.isLetter || character == "_" { return word() }
    index += 1
    switch character {
    // Braces group in what is written for TeX.
    case "(", "{": take(.open, "(")
    case ")", "}": take(.close, ")")
    case " ", "\n": break
    default:
      if let fraction = Self.fractions[character] {
        take(.open, "(")
        for part in fraction { take(part == "/" ? .sign : .numeral, String(part)) }
        return take(.close, ")")
      }
      if isLoose, let share = Self.shares[character], run.last?.endsOperand == true {
        take(.sign, "/")
        return take(.numeral, share)
      }
      if character == "*", peek() == "*" {
        index += 1
        return take(.sign, "^")
      }
      guard let sign = Self.signs[character] else { return end() }
      take(.sign, sign)
    }
  }

  /// Raised digits.
  private mutating func power() {
    var digits = ""
    while let character = peek(), let digit = Self.superscripts[character] {
      digits.append(digit)
      index += 1
    }
    guard digits.last != "-", digits.dropFirst().allSatisfy({ $0 != "-" }) else { return end() }
    take(.sign, "^")
    if digits.first == "-" { take(.sign, "-") }
    take(.numeral, String(digits.drop { $0 == "-" }))
  }

  private mutating func numeral() {
    let start = index
    skip(\.isDigit)
    if isLoose { while let next = nextGroup { index = next } }
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
    take(.numeral, String(characters[start..<index].filter { $0 != "," && !$0.isWhitespace }))
  }

  /// Where three more digits of a number end, as in `1,024` and `65 504`.
  private var nextGroup: Int? {
    guard let separator = peek(), separator == "," || separator.isWhitespace,
      (1...3).allSatisfy({ peek($0)?.isDigit == true }), peek(4)?.isDigit != true
    else { return nil }
    return index + 4
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
    case " " where isLoose && Self.functions.contains(word) && appliesToName: functionOfName(word)
    case "(" where isLoose && word == "log": take(.function, "ln")
    case "^" where isLoose && word == "e" && !names.contains(word):
      take(.function, "exp")
      for (kind, part) in [(Token.Kind.open, "("), (.numeral, "1"), (.close, ")")] {
        take(kind, part)
      }
    default:
      let letters = word.map { String($0) }
      if isLoose, !names.contains(word), letters.count < 13, letters.allSatisfy(names.contains) {
        for letter in letters { take(.name, letter) }
      } else {
        take(names.contains(word) ? .name : .other, word)
      }
    }
  }

  /// Whether a blank and a name stand next.
  private var appliesToName: Bool {
    let name = characters[(index + 1)...].prefix { $0.isLetter || $0.isDigit || $0 == "_" }
    return names.contains(String(name))
  }

  /// `ln s` as `ln(s)`.
  private mutating func functionOfName(_ function: String) {
    index += 1
    let start = index
    skip { $0.isLetter || $0.isDigit || $0 == "_" }
    take(.function, function)
    take(.open, "(")
    take(.name, String(characters[start..<index]))
    take(.close, ")")
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
