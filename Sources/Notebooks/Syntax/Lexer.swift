import DeepNetworks

/// Cuts a source into tokens.
///
/// Total: what it cannot read becomes an `invalid` token.
///
/// Cost: linear in the source.
struct Lexer {
  private let source: Source
  private var position = 0

  init(_ source: Source) {
    self.source = source
  }

  static func tokens(of source: Source) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    // More than most lines have; what is not filled takes no memory.
    tokens.reserveCapacity(source.end / 2 + 2)
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < source.scalars.count ? source.scalars[position + ahead] : nil
  }

  private mutating func next() -> Token {
    let before = position
    skipBlanksAndComment()
    let spaceBefore = position > before
    let start = position
    let kind = scan()
    return Token(
      kind: kind,
      range: SourceRange(start, position),
      spaceBefore: spaceBefore
    )
  }

  private mutating func skipBlanksAndComment() {
    if position == 0 || source.scalars[position - 1] == "\n" { skipPastedPrompt() }
    while let scalar = peek() {
      if scalar.isBlank {
        position += 1
      } else if scalar == "#" {
        while position < source.scalars.count, peek() != "\n" { position += 1 }
      } else {
        return
      }
    }
  }

  /// The prompt that a line of a transcript or a lesson brings along (rule 1).
  private mutating func skipPastedPrompt() {
    for prompt in Self.prompts where starts(with: prompt, at: position) {
      position += prompt.count
      return
    }
    guard starts(with: Self.answer, at: position) else { return }
    var end = position + Self.answer.count
    while end < source.scalars.count, source.scalars[end] != "]" {
      guard source.scalars[end] != "\n" else { return }
      end += 1
    }
    if starts(with: ["]", ">"], at: end) { position = end + 2 }
  }

  private static let prompts = ["fathom>", "lesson>", "\u{2026}>"].map { Array($0.unicodeScalars) }
  private static let answer = Array("answer[".unicodeScalars)

  private func starts(with scalars: [Unicode.Scalar], at place: Int) -> Bool {
    source.scalars[min(place, source.end)...].starts(with: scalars)
  }

  private mutating func scan() -> Token.Kind {
    guard let scalar = peek() else { return .end }
    if scalar == "\n" {
      position += 1
      return .newline
    }
    if scalar.isDecimalDigit || (scalar == "." && peek(1)?.isDecimalDigit == true) {
      return scanNumber()
    }
    if scalar.isNameStart { return scanName() }
    if scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" { return scanText() }
    if scalar == "\u{207D}" || scalar.superscriptDigit != nil || scalar == "\u{207B}" {
      return scanSuperscript()
    }
    return scanSymbol(scalar)
  }

  // MARK: - Numbers, names, text

  private mutating func scanNumber() -> Token.Kind {
    let start = position
    skipDigits()
    if peek() == ".", peek(1)?.isDecimalDigit == true {
      position += 1
      skipDigits()
    } else if peek() == ".", peek(1) != ".", peek(1)?.isNameStart != true || hasExponent(1) {
      position += 1
      return .invalid(.pointWithoutDigit(source.text(SourceRange(start, position))))
    }
    if hasExponent(0) {
      position += peek(1)?.isDecimalDigit == true ? 1 : 2
      skipDigits()
    }
    if let whole = shortWhole(from: start) { return .number(Extended(whole)) }
    let text = source.text(SourceRange(start, position))
    guard let value = Extended(decimal: text.replacingMinus), value.isFinite,
      abs(value.exponent) <= Extended.exponentLimit
    else {
      return .invalid(.numberOutOfRange(text))
    }
    return .number(value)
  }

  /// The number that the scalars from a place are, where they are at most 15 digits and nothing else.
  private func shortWhole(from start: Int) -> Int? {
    guard position - start <= 15 else { return nil }
    var whole = 0
    for scalar in source.scalars[start..<position] {
      guard scalar.isDecimalDigit else { return nil }
      whole = 10 * whole + Int(scalar.value) - 0x30
    }
    return whole
  }

  /// Whether an exponent stands there, such as `e-3`.
  private func hasExponent(_ ahead: Int) -> Bool {
    guard let e = peek(ahead), e == "e" || e == "E" else { return false }
    let next = peek(ahead + 1)
    let signed = next == "+" || next == "-" || next == "\u{2212}"
    return peek(ahead + (signed ? 2 : 1))?.isDecimalDigit == true
  }

  private mutating func skipDigits() {
    while peek()?.isDecimalDigit == true { position += 1 }
  }

  private mutating func scanName() -> Token.Kind {
    let start = position
    while let scalar = peek(), scalar.isNameStart || scalar.isNamePart { position += 1 }
    let typed = source.text(SourceRange(start, position))
    if typed.utf8.count == position - start { return .name(typed) }
    var name = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      // ŷ is y: the hat says that y is the network's estimate, not that there are two of them.
      if scalar == "\u{177}" {
        name.append("y")
      } else if scalar == "\u{176}" {
        name.append("Y")
      } else if scalar == "\u{B5}" {
        // The sign for millionths, which keyboards have, looks the same as the letter.
        name.append("\u{3BC}")
      } else if scalar != "\u{302}" {
        name.append(scalar)
      }
    }
    return .name(String(name))
  }

  private mutating func scanText() -> Token.Kind {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = peek(), scalar != "\n" {
      position += 1
      if scalar == "\"" || scalar == "\u{201D}" || scalar == "\u{201C}" {
        return .text(String(content))
      }
      if scalar.isControl {
        return .invalid(.unexpectedCharacter(scalar))
      }
      content.append(scalar)
    }
    return .invalid(.unterminatedText(source.text(SourceRange(start, position))))
  }

  private mutating func scanSuperscript() -> Token.Kind {
    if peek() == "\u{207D}" {
      position += 1
      let layer = scanSuperscriptDigits()
      guard let layer, peek() == "\u{207E}" else {
        return .invalid(.unexpectedCharacter("\u{207D}"))
      }
      position += 1
      return .layerSuperscript(layer)
    }
    let negative = peek() == "\u{207B}"
    if negative { position += 1 }
    guard let power = scanSuperscriptDigits() else {
      return .invalid(.unexpectedCharacter("\u{207B}"))
    }
    return .superscript(negative ? -power : power)
  }

  private mutating func scanSuperscriptDigits() -> Int? {
    var value: Int?
    while let digit = peek()?.superscriptDigit {
      // A power that doesn't fit is as far out of range as the largest that does.
      value = min((value ?? 0) * 10 + digit, 1_000_000_000_000)
      position += 1
    }
    return value
  }

  // MARK: - Symbols

  private mutating func scanSymbol(_ scalar: Unicode.Scalar) -> Token.Kind {
    if let (symbol, length) = Self.symbol(scalar, peek(1), peek(2)) {
      position += length
      return .symbol(symbol)
    }
    if scalar == "." {
      position += 2
      return .invalid(.twoPoints)
    }
    position += 1
    if scalar == ";" { return .invalid(.semicolon) }
    return .invalid(.unexpectedCharacter(scalar))
  }

  /// The symbol at a place and its length; what people paste from elsewhere stands beside ours.
  private static func symbol(
    _ first: Unicode.Scalar,
    _ second: Unicode.Scalar?,
    _ third: Unicode.Scalar?
  ) -> (Symbol, Int)? {
    switch first {
    case "+": (.plus, 1)
    case "-", "\u{2212}", "\u{2013}": (.minus, 1)
    case "*": second == "*" ? (.power, 2) : (.times, 1)
    case "\u{D7}", "\u{B7}", "\u{22C5}", "\u{2217}", "@": (.times, 1)
    case "/", "\u{F7}", "\u{2215}": (.divide, 1)
    case "^": (.power, 1)
    case "=": second == "=" ? (.equal, 2) : (.equals, 1)
    case "!": second == "=" ? (.notEqual, 2) : nil
    case "\u{2260}": (.notEqual, 1)
    case "<": second == "=" ? (.lessOrEqual, 2) : (.less, 1)
    case ">": second == "=" ? (.greaterOrEqual, 2) : (.greater, 1)
    case "\u{2264}", "\u{2A7D}": (.lessOrEqual, 1)
    case "\u{2265}", "\u{2A7E}": (.greaterOrEqual, 1)
    case "(": (.leftParenthesis, 1)
    case ")": (.rightParenthesis, 1)
    case "[": (.leftBracket, 1)
    case "]": (.rightBracket, 1)
    case ",": (.comma, 1)
    case ":": (.colon, 1)
    case ".": second != "." ? (.dot, 1) : third == "." ? (.range, 3) : nil
    case "\u{2026}": (.range, 1)
    case "'", "\u{2019}", "\u{2032}": (.prime, 1)
    default: nil
    }
  }
}

extension String {
  /// With the typographic minus as a hyphen, so that a pasted exponent reads as a number.
  fileprivate var replacingMinus: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{2212}" ? "-" : $0 }))
  }
}
