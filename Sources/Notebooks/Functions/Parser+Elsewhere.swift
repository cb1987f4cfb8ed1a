import DeepNetworks

// Spellings of elsewhere whose signs mean nothing here, or another thing.
extension Parser {
  /// `s += 1` at the beginning of a statement.
  func changeInPlace(_ name: String) -> Failure? {
    guard case .symbol(let symbol) = token(ahead: 1).kind, token(ahead: 2).isSymbol(.equals),
      !token(ahead: 2).spaceBefore, let end = endOfStatement(from: index + 3)
    else { return nil }
    let sign: String? =
      switch symbol {
      case .plus: "+"
      case .minus: "-"
      case .times: "*"
      case .divide: "/"
      case .power: "^"
      default: nil
      }
    guard let sign else { return nil }
    let operand = source.text(token(ahead: 3).range.joined(tokens[end].range))
    let isOne = end == index + 3
    let value = "\(name) \(sign) \(isOne ? operand : "(\(operand))")"
    return failure(
      .misplaced(
        ours: Hint(
          "A name has one value, which nothing changes in place. To give the result a name: ",
          [.instead("\(name)1 = \(value)"), .instead(value)],
          otherwise: "\(name)1 = …"
        )
      ),
      token(ahead: 1).range.joined(token(ahead: 2).range),
      replacing: current.range.joined(tokens[end].range)
    )
  }

  /// `s := 2`.
  func assignment() -> Failure? {
    guard token(ahead: 1).isSymbol(.equals), !token(ahead: 1).spaceBefore,
      index == statementStart + 1, case .name(let name) = tokens[statementStart].kind,
      let end = endOfStatement(from: index + 2)
    else { return nil }
    let value = source.text(token(ahead: 2).range.joined(tokens[end].range))
    return failure(
      .misplaced(
        ours: Hint(
          "A definition has = alone: ",
          .meant("\(name) = \(value)"),
          otherwise: "\(name) = …"
        )
      ),
      current.range.joined(token(ahead: 1).range),
      replacing: tokens[statementStart].range.joined(tokens[end].range)
    )
  }

  /// The last token of a statement of one short line.
  func endOfStatement(from start: Int) -> Int? {
    guard start < tokens.count, tokens[start].kind != .end, tokens[start].kind != .newline else {
      return nil
    }
    var end = start
    while end + 1 < tokens.count, tokens[end + 1].kind != .newline, tokens[end + 1].kind != .end {
      guard end - start < 12 else { return nil }
      end += 1
    }
    return end
  }

  /// `(1, 3)`, a vector as others write it.
  func listInParentheses(_ opening: Int) -> Failure? {
    guard let close = closing(opening), close > index,
      close + 1 >= tokens.count || !tokens[close + 1].isSymbol(.equals)
    else { return nil }
    let inner = source.text(tokens[opening + 1].range.joined(tokens[close - 1].range))
    guard inner.count <= 40, !inner.contains("\n") else { return nil }
    if let matrix = matrixOfSize(opening, close) { return matrix }
    return failure(
      .misplaced(
        ours: Hint(
          "A vector stands in square brackets: ",
          .meant("[\(inner)]"),
          otherwise: "[…, …]"
        )
      ),
      tokens[opening].range.joined(tokens[close].range)
    )
  }

  /// `zeros((2, 2))`.
  private func matrixOfSize(_ opening: Int, _ close: Int) -> Failure? {
    guard opening > 1, tokens[opening - 1].isSymbol(.leftParenthesis),
      case .name(let name) = tokens[opening - 2].kind, close + 1 < tokens.count,
      tokens[close + 1].isSymbol(.rightParenthesis),
      let sizes = calledArguments(ahead: opening - index)?.arguments,
      let ours = ForeignWords.filled("A matrix of \(name) is ", name, sizes)
    else { return nil }
    return failure(
      .misplaced(ours: ours),
      tokens[opening].range.joined(tokens[close].range),
      replacing: tokens[opening - 2].range.joined(tokens[close + 1].range)
    )
  }

  /// `v ⊙ w` and `v .* w`, at a sign of so many tokens.
  func productOfEntries(_ count: Int) -> Failure {
    let words = "The product entry by entry is "
    let range = current.range.joined(token(ahead: count - 1).range)
    guard let start = operandStart(before: index), let left = leftText,
      let end = operandEnd(from: index + count), let right = operandText(from: index + count)
    else { return failure(.misplaced(ours: Hint(words + "diagonal(v)*w", [])), range) }
    return failure(
      .misplaced(
        ours: Hint(
          words,
          .instead("diagonal(\(left))*\(right)"),
          otherwise: words + "diagonal(v)*w"
        )
      ),
      range,
      replacing: tokens[start].range.joined(tokens[end].range)
    )
  }

  /// `relu'(1)`.
  func derivativeOfActivation(_ operand: Int) -> Failure? {
    guard case .name(let name) = nodes[operand].kind,
      let call = calledArguments(ahead: 1), call.arguments.count == 1
    else { return nil }
    guard Activation.names.contains(name) else {
      return derivativeOfFunction(name, operand, call.arguments[0], upTo: call.end)
    }
    return failure(
      .misplaced(
        ours: Hint(
          "The derivative of \(name) is ",
          .instead("slope(\(name), \(call.arguments[0]))"),
          otherwise: "The derivative of \(name) is slope(\(name), …)"
        )
      ),
      nodes[operand].range.joined(current.range),
      replacing: nodes[operand].range.joined(call.end)
    )
  }

  /// `J'(w)`: a transposed matrix takes no brackets, so that a derivative is meant.
  private func derivativeOfFunction(
    _ name: String,
    _ operand: Int,
    _ argument: String,
    upTo end: SourceRange
  ) -> Failure? {
    guard !token(ahead: 1).spaceBefore, name.count + argument.count <= Self.longestRepeated else {
      return nil
    }
    let words =
      "' transposes a matrix, and no sign makes a derivative. The slope of a function is near "
    return failure(
      .misplaced(
        ours: Hint(
          words,
          .instead("(\(name)(\(argument) + 0.001) - \(name)(\(argument) - 0.001))/0.002"),
          otherwise: words + "(f(t + 0.001) - f(t - 0.001))/0.002"
        )
      ),
      nodes[operand].range.joined(current.range),
      replacing: nodes[operand].range.joined(end)
    )
  }

  /// `plot sin(x), x in 0...6`, where a format should stand behind `in`.
  func runningName(_ figure: FigureStatement) -> Failure? {
    guard figure.expressions.count > 1, let last = figure.expressions.last, last.nodes.count == 1,
      case .name(let name) = last.nodes[0].kind, let end = endOfStatement(from: index + 1)
    else { return nil }
    if case .name = token(ahead: 1).kind { return nil }
    let shown = figure.expressions[figure.expressions.count - 2].range
    let values = source.text(token(ahead: 1).range.joined(tokens[end].range))
    let words = "A parameter runs with over: "
    let ours = "\(source.text(figure.verbRange.joined(shown))) over \(name) in \(values)"
    return failure(
      .misplaced(ours: Hint(words, .instead(ours), otherwise: words + "over \(name) in …")),
      last.range.joined(current.range),
      replacing: figure.verbRange.joined(tokens[end].range)
    )
  }

  /// `sin²(1)`, the power of what the function gives; `sin⁻¹` would be its inverse.
  func powerOfFunction(_ base: Int, _ exponent: Int) -> Failure? {
    guard case .name(let name) = nodes[base].kind, BuiltIns.function(name) != nil,
      token(ahead: 1).isSymbol(.leftParenthesis), !token(ahead: 1).spaceBefore,
      let end = operandEnd(from: index + 1), let close = closing(index + 1)
    else { return nil }
    if exponent == -1, name == "sin" || name == "cos" {
      return failure(.foreignName("\(name)⁻¹", ours: nil), nodes[base].range.joined(current.range))
    }
    let inner = source.text(token(ahead: 1).range.joined(tokens[close].range))
    return failure(
      .powerOfFunction(function: name, call: "\(name)\(inner)^\(exponent)"),
      nodes[base].range.joined(current.range),
      replacing: nodes[base].range.joined(tokens[end].range)
    )
  }

  /// The arguments of the call that begins so many tokens ahead; nil where there is none.
  func calledArguments(ahead: Int) -> (arguments: [String], end: SourceRange)? {
    let opening = index + ahead
    guard opening < tokens.count, tokens[opening].isSymbol(.leftParenthesis),
      let close = closing(opening), close > opening + 1
    else { return nil }
    var arguments: [String] = []
    var depth = 0
    var start = opening + 1
    for place in (opening + 1)...close {
      switch tokens[place].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis) where place < close, .symbol(.rightBracket): depth -= 1
      case .symbol(.comma) where depth == 0, .symbol(.rightParenthesis):
        guard place > start else { return nil }
        arguments.append(source.text(tokens[start].range.joined(tokens[place - 1].range)))
        start = place + 1
      default: break
      }
    }
    return (arguments, tokens[close].range)
  }

  /// `5!`, `20%` and `½` behind a number or alone.
  func stray() -> Failure? {
    guard case .invalid(.unexpectedCharacter(let scalar)) = current.kind else { return nil }
    let number: Token? = index > 0 && isNumber(tokens[index - 1]) ? tokens[index - 1] : nil
    let range = number.map { $0.range.joined(current.range) } ?? current.range
    let text = number.map { source.text($0.range) }
    switch (scalar, text) {
    case ("\u{2299}", _): return index > 0 ? productOfEntries(1) : nil
    case ("!", let text?): return factorial(text, range)
    case ("_", let text?): return groups(text, range)
    case ("%", let text?) where !startsValue(token(ahead: 1)) || isName("of", ahead: 1):
      let isPart =
        index >= 2 && (tokens[index - 2].isSymbol(.divide) || tokens[index - 2].isSymbol(.power))
        || token(ahead: 1).isSymbol(.power)
      let share = "\(text)/100"
      return misplaced("Per cent are hundredths: ", isPart ? "(\(share))" : share, range)
    case ("%", let text?):
      guard let end = operandEnd(from: index + 1) else { return nil }
      let right = source.text(token(ahead: 1).range.joined(tokens[end].range))
      let remainder = "\(text) - \(right)*floor(\(text)/\(right))"
      return failure(
        .misplaced(
          ours: Hint("The remainder is ", .instead(remainder), otherwise: "The remainder is …")
        ),
        current.range,
        replacing: range.joined(tokens[end].range)
      )
    default:
      guard let fraction = Self.fractions[scalar] else { return nil }
      return misplaced(
        "A fraction is a quotient: ",
        text.map { "(\($0) + \(fraction))" } ?? "(\(fraction))",
        range
      )
    }
  }

  func misplaced(
    _ words: String,
    _ ours: String,
    _ range: SourceRange
  ) -> Failure {
    failure(.misplaced(ours: Hint(words, .meant(ours), otherwise: words + "…")), range)
  }

  /// `1_000` and `1'000`.
  func groups(_ first: String, _ range: SourceRange) -> Failure? {
    var digits = first
    var end = index
    while end + 1 < tokens.count, isNumber(tokens[end + 1]), !tokens[end + 1].spaceBefore {
      digits += source.text(tokens[end + 1].range)
      end += 1
      guard end + 1 < tokens.count, tokens[end + 1].kind == current.kind else { break }
      end += 1
    }
    guard end > index, digits.allSatisfy(\.isNumber) else { return nil }
    return misplaced(
      "The digits of a number stand together: ",
      digits,
      range.joined(tokens[end].range)
    )
  }

  private func factorial(_ text: String, _ range: SourceRange) -> Failure? {
    guard let number = Int(text), (1...12).contains(number) else {
      return failure(.foreignName("!", ours: nil), current.range)
    }
    let product = (1...number).map(String.init).joined(separator: "*")
    return misplaced(
      "There is no sign for a factorial; it is ",
      number == 1 ? "1" : "(\(product))",
      range
    )
  }

  private func isNumber(_ token: Token) -> Bool {
    if case .number = token.kind { true } else { false }
  }

  private func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name, .symbol(.leftParenthesis), .symbol(.leftBracket): true
    case .text, .symbol, .superscript, .layerSuperscript, .invalid, .newline, .end: false
    }
  }

  private static let fractions: [Unicode.Scalar: String] = [
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
  ]
}
