import Plotting

// Definitions and functions as other languages write them.
extension ForeignLine {
  // MARK: - Functions

  /// `def f(t): return t^2`, `f = lambda t: t^2`, `f(t) := t^2`, `t -> t^2`.
  var function: Hint? { named ?? nameless }

  private static let functionWords: Set<String> = [
    "def", "function", "func", "fun", "fn", "define", "let", "Let",
  ]

  private var named: Hint? {
    let begins = name(0).map(Self.functionWords.contains) == true && name(1) != nil
    let start = begins ? 1 : 0
    guard let name = name(start), let (names, end) = parameters(at: start + 1) else { return nil }
    var body = end
    if isSign(body, .colon, .equals) || isSign(body, .minus, .greater) {
      body += 2
    } else if isSymbol(body, .equals), isSymbol(body + 1, .greater) {
      body += 2
    } else if begins {
      if isSymbol(body, .colon) || isSymbol(body, .equals) || isStray(body, "{") { body += 1 }
    } else {
      return nil
    }
    return line(name, names, body)
  }

  private var nameless: Hint? {
    let isNamed = name(0) != nil && isSymbol(1, .equals) && !isSymbol(2, .greater)
    let start = isNamed ? 2 : 0
    var names: [String] = []
    var body = start
    if name(start) == "lambda" {
      guard let (found, end) = bare(at: start + 1), isSymbol(end, .colon) else { return nil }
      (names, body) = (found, end + 1)
    } else if isSymbol(start, .times), let (found, end) = parameters(at: start + 1) {
      (names, body) = (found, end)
    } else if let (found, end) = parameters(at: start) ?? bare(at: start),
      isSign(end, .minus, .greater) || isSign(end, .equals, .greater)
    {
      // `3 -> s` and `x -> s` of one name may be a definition from left to right.
      guard isNamed || end + 3 < tokens.count else { return nil }
      (names, body) = (found, end + 2)
    } else {
      return nil
    }
    return line(isNamed ? name(0) ?? "f" : "f", names, body)
  }

  private func line(_ name: String, _ parameters: [String], _ start: Int) -> Hint? {
    let body = self.name(start) == "return" ? start + 1 : start
    let text = text(from: body).map { $0.hasSuffix("}") ? String($0.dropLast()) : $0 }
    let names = parameters.joined(separator: ", ")
    let value = text ?? "\(parameters[0])^2 + 1"
    return Hint(
      "A function is one line: ",
      [.instead("\(name)(\(names)) = \(value)"), .line("f(t) = t^2 + 1")]
    )
  }

  /// The names in brackets that begin at a token, and what comes behind them.
  private func parameters(at start: Int) -> (names: [String], end: Int)? {
    guard isSymbol(start, .leftParenthesis) || isSymbol(start, .leftBracket),
      let (names, end) = bare(at: start + 1),
      isSymbol(end, isSymbol(start, .leftBracket) ? .rightBracket : .rightParenthesis)
    else { return nil }
    return (names, end + 1)
  }

  private func bare(at start: Int) -> (names: [String], end: Int)? {
    var names: [String] = []
    var index = start
    while let name = name(index) {
      names.append(name.hasSuffix("_") ? String(name.dropLast()) : name)
      index += 1
      guard isSymbol(index, .comma) else { break }
      index += 1
    }
    return names.isEmpty ? nil : (names, index)
  }

  // MARK: - Definitions

  var definition: Hint? {
    if let hint = semicolons ?? declared ?? remarked { return hint }
    if let hint = counted ?? fromLeft { return hint }
    return severalNames ?? comparison
  }

  private var semicolons: Hint? {
    let last = tokens.count - 1
    let sign =
      first { tokens[$0].kind == .invalid(.semicolon) }
      ?? first { name($0) == "and" && name($0 + 1) != nil && isSymbol($0 + 2, .equals) }
      ?? (isSymbol(last, .comma) || isSymbol(last, .dot) ? last : nil)
    guard let sign, let statement = text(0..<sign) else { return nil }
    let isLast = sign == last
    let words =
      isLast
      ? "No sign stands at the end of a statement: "
      : "Each statement stands on a line of its own: "
    return Hint(words, .instead(statement), otherwise: String(words.dropLast(2)) + ".")
  }

  private static let declaring: Set<String> = [
    "let", "var", "const", "set", "int", "float", "double", "real", "auto", "val", "Let", "Set",
    "define", "local", "global", "static", "final", "my", "put", "make", "take", "assume",
    "suppose",
  ]

  /// `let s = 2`, `set s to 2`, `s: float = 2`.
  private var declared: Hint? {
    var (start, value) = (0, 0)
    var words = "A definition is a name, = and a value: "
    if let word = name(0), Self.declaring.contains(word), name(1) != nil {
      start = 1
      words = "A definition needs no \"\(word)\": "
      value =
        if isSymbol(2, .equals) || ["to", "be", "as", "is"].contains(name(2)) {
          3
        } else if isSign(2, .colon, .equals) || isSign(2, .less, .minus) { 4 } else if isNumber(2) {
          2
        } else { 0 }
    } else if let verb = name(0), isSymbol(1, .colon) {
      if FigureVerb(rawValue: verb) != nil {
        let words = "No colon stands behind \(verb): "
        return text(from: 2).map { Hint(words, .instead("\(verb) \($0)")) }
      }
      let equals = first { isSymbol($0, .equals) }
      guard equals != 2 else { return nil }
      value = equals.map { $0 + 1 } ?? 2
    }
    guard value > 0, let name = name(start), let text = text(from: value) else { return nil }
    return Hint(
      words,
      [.instead("\(name) = \(text)"), .line("\(name) = 1.5"), .line("t = 1.5")]
    )
  }

  /// `s = 1.5 (each layer's factor)` and `s = 1.6 changes s`, as they stand on the screen.
  private var remarked: Hint? {
    guard name(0) != nil, isSymbol(1, .equals) else { return nil }
    let remark = tokens.indices.first { index in
      index > 2
        && (name(index) == "changes" && name(index + 1) != nil
          || isSymbol(index, .leftParenthesis) && tokens[index].spaceBefore
            && name(index - 1) == nil
            && name(index + 1) != nil && name(index + 2) != nil)
    }
    guard let remark, let code = text(0..<remark) else { return nil }
    let words = "What is said of a definition is left out, or stands behind #: "
    return Hint(words, .instead(code), otherwise: String(words.dropLast(2)) + ".")
  }

  /// `s++`.
  private var counted: Hint? {
    guard tokens.count == 3, let name = name(0) else { return nil }
    let sign = isSign(1, .plus, .plus) ? "+" : isSign(1, .minus, .minus) ? "-" : nil
    guard let sign else { return nil }
    return Hint(
      "A name has one value, which nothing changes in place. To give the result a name: ",
      .instead("\(name)1 = \(name) \(sign) 1"),
      otherwise: "A name has one value, which nothing changes in place."
    )
  }

  /// `3 -> s` and `3 = s`.
  private var fromLeft: Hint? {
    guard let last = name(tokens.count - 1) else { return nil }
    let end = tokens.count - 1
    let value: String?
    if end >= 3, isSign(end - 2, .minus, .greater) {
      value = text(0..<end - 2)
    } else if end == 2, isSymbol(1, .equals), isNumber(0) {
      value = text(0..<1)
    } else {
      return nil
    }
    guard let value else { return nil }
    return Hint(
      "In a definition the name stands first: ",
      .instead("\(last) = \(value)"),
      otherwise: "In a definition the name stands first: s = …"
    )
  }

  /// `s, L = 1, 2` and `s = L = 2`.
  private var severalNames: Hint? {
    guard let equals = first(where: { isSymbol($0, .equals) }), equals > 0 else { return nil }
    let words = "One name gets one value, on a line of its own: "
    if equals == 1, name(0) != nil, name(2) != nil, isSymbol(3, .equals), let rest = text(from: 2) {
      return Hint(words, .instead(rest), otherwise: words + "s = …")
    }
    func parts(_ range: Range<Int>) -> [String] {
      var range = range
      if isSymbol(range.lowerBound, .leftParenthesis) || isSymbol(range.lowerBound, .leftBracket) {
        range = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
      }
      return text(range)?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? []
    }
    let names = parts(0..<equals)
    let values = parts(equals + 1..<tokens.count)
    guard names.count > 1, names.allSatisfy(\.isPlainName), let value = values.first else {
      return nil
    }
    return Hint(words, .instead("\(names[0]) = \(value)"), otherwise: words + "s = …")
  }

  /// `4 = 4` and `s === 4`.
  private var comparison: Hint? {
    guard let equals = first(where: { isSymbol($0, .equals) || isSymbol($0, .equal) }) else {
      return nil
    }
    let end = equals
    var start = equals + 1
    if isSymbol(start, .equals) || isSymbol(start, .equal) {
      start += 1
    } else {
      // An entry, a part and a call of one name are no names, and are said to be none.
      guard isSymbol(equals, .equals), equals > 0, !(name(0) != nil && isOneOperand(to: equals))
      else { return nil }
    }
    guard let left = text(0..<end), let right = text(from: start), isExpression(left),
      isExpression(right)
    else { return nil }
    let words = "= gives a name to a value; to compare, write "
    return Hint(words, .instead("\(left) == \(right)"), otherwise: words + "==")
  }

  private func isExpression(_ text: String) -> Bool {
    let statements = Parser.statements(of: text)
    guard statements.count == 1, case .success(let statement) = statements[0] else { return false }
    guard case .expression = statement.kind else { return false }
    return true
  }

  /// Whether everything before a token is one name with what may follow it.
  private func isOneOperand(to end: Int) -> Bool {
    first { index in
      index > 0 && index < end && !isSymbol(index, .dot) && name(index) == nil
    } == nil
  }
}
