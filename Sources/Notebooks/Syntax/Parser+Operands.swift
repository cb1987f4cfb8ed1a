// Where an operand begins and ends that is only looked at, and the bars that may stand around it.
extension Parser {
  /// How many tokens an operand that is looked for may have.
  static let farthest = 48

  /// The last token of the operand that begins at a token.
  func operandEnd(from start: Int) -> Int? {
    var end: Int
    switch tokens[start].kind {
    case .number, .name: end = start
    case .symbol(.leftParenthesis), .symbol(.leftBracket):
      guard let close = closing(start) else { return nil }
      end = close
    case .text, .superscript, .layerSuperscript, .symbol, .newline, .end, .invalid: return nil
    }
    while end + 1 < tokens.count, end - start < Self.farthest {
      let next = tokens[end + 1]
      switch next.kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        guard !next.spaceBefore, let close = closing(end + 1) else { return end }
        end = close
      case .symbol(.prime) where !next.spaceBefore, .superscript, .layerSuperscript: end += 1
      case .symbol(.dot) where end + 2 < tokens.count: end += 2
      case .symbol(.power):
        let sign = end + 2 < tokens.count && tokens[end + 2].isSymbol(.minus) ? 1 : 0
        guard end + 2 + sign < tokens.count, let power = operandEnd(from: end + 2 + sign) else {
          return end
        }
        return power
      case .symbol, .number, .text, .name, .newline, .end, .invalid: return end
      }
    }
    return end
  }

  /// The first token of the operand that ends before a token.
  func operandStart(before end: Int) -> Int? {
    var start = end - 1
    while start > 0, isSuffix(tokens[start]) { start -= 1 }
    guard start >= 0 else { return nil }
    while let open = opening(start) {
      start = open
      guard start > 0, !tokens[start].spaceBefore else { return start }
      switch tokens[start - 1].kind {
      case .name, .symbol(.rightParenthesis), .symbol(.rightBracket): start -= 1
      case .number, .text, .superscript, .layerSuperscript, .symbol, .newline, .end, .invalid:
        return start
      }
    }
    return start
  }

  /// The first token of the sum, product or power, with its sign, that ends before a token.
  func sumStart(before end: Int) -> Int? {
    guard var start = operandStart(before: end) else { return nil }
    while start > 0, end - start < Self.farthest, case .symbol(let symbol) = tokens[start - 1].kind
    {
      switch symbol {
      case .plus, .minus, .times, .divide, .power:
        let isBinary = start > 1 && endsOperand(tokens[start - 2])
        start = isBinary ? operandStart(before: start - 1) ?? start - 1 : start - 1
      case .equals, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
        .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .comma, .colon, .range,
        .dot,
        .prime:
        return start
      }
    }
    return start
  }

  private func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .text, .name, .superscript, .layerSuperscript: true
    case .symbol(let symbol):
      symbol == .rightParenthesis || symbol == .rightBracket || symbol == .prime
    case .invalid, .newline, .end: false
    }
  }

  private func isSuffix(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(.prime), .superscript, .layerSuperscript: true
    case .number, .text, .name, .symbol, .newline, .end, .invalid: false
    }
  }

  /// The last token of the product that begins at a token.
  func productEnd(from start: Int) -> Int? {
    guard var end = operandEnd(from: start) else { return nil }
    while end + 2 < tokens.count, end - start < Self.farthest,
      tokens[end + 1].isSymbol(.times) || tokens[end + 1].isSymbol(.divide),
      let next = operandEnd(from: end + 2)
    {
      end = next
    }
    return end
  }

  func closing(_ start: Int) -> Int? {
    matching(Array(start..<min(tokens.count, start + Self.farthest)), deeper: 1)
  }

  private func opening(_ end: Int) -> Int? {
    guard tokens[end].isSymbol(.rightParenthesis) || tokens[end].isSymbol(.rightBracket) else {
      return nil
    }
    return matching((max(0, end - Self.farthest)...end).reversed(), deeper: -1)
  }

  /// The first of these tokens where as many brackets have closed as opened.
  private func matching(_ places: [Int], deeper step: Int) -> Int? {
    var depth = 0
    for place in places {
      switch tokens[place].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += step
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= step
      case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .newline, .end,
        .invalid:
        break
      }
      if depth == 0 { return place }
    }
    return nil
  }

  // MARK: - Bars

  /// `|x|` and `‖x‖`, where an operand should stand.
  func bars() -> Failure? {
    guard isBar(current) else { return nil }
    let isDouble = source.text(current.range) != "|" || isBar(token(ahead: 1))
    var first = 1
    while isBar(token(ahead: first)) { first += 1 }
    for ahead in first..<(first + Self.farthest) {
      let found = token(ahead: ahead)
      if found.kind == .newline || found.kind == .end { return nil }
      guard isBar(found), ahead > first else { continue }
      let inner = token(ahead: first).range.joined(token(ahead: ahead - 1).range)
      return failure(
        .bars(
          inner: source.text(inner),
          meaning(from: index + first, to: index + ahead, isDouble)
        ),
        current.range.joined(found.range)
      )
    }
    return nil
  }

  private func isBar(_ token: Token) -> Bool {
    switch token.kind {
    case .invalid(.unexpectedCharacter("|")), .invalid(.unexpectedCharacter("\u{2016}")),
      .invalid(.unexpectedCharacter("\u{2225}")):
      true
    case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end:
      false
    }
  }

  private func meaning(from lower: Int, to upper: Int, _ isDouble: Bool) -> BarsMeaning {
    if isDouble { return .vector }
    let inner = tokens[lower..<upper]
    if tokens[lower].isSymbol(.leftBracket) { return .vector }
    let hasName = inner.contains { token in
      if case .name = token.kind { true } else { false }
    }
    return hasName ? .either : .number
  }
}
