import Plotting

/// A statement of another language, read as a whole where the grammar has refused it.
struct ForeignLine {
  let source: Source
  /// The tokens of its line.
  let tokens: [Token]

  /// More tokens than a line has that is worth reading.
  static let longest = 64

  /// What to write instead; nil where nothing says what was meant.
  ///
  /// A part of the line that is known to be of elsewhere says more than most of what the whole may be.
  func reading(isPartKnown: Bool) -> Hint? {
    guard !tokens.isEmpty else { return nil }
    for kind in isPartKnown ? Self.certain : Self.certain + Self.likely {
      if let hint = kind(self) { return hint }
    }
    return nil
  }

  /// What a line may be, in the order in which that is looked for.
  private static let certain: [@Sendable (ForeignLine) -> Hint?] = [
    { $0.pasted }, { $0.written }, { $0.comment },
  ]
  private static let likely: [@Sendable (ForeignLine) -> Hint?] = [
    { $0.function }, { $0.runThrough }, { $0.condition }, { $0.printed }, { $0.definition },
    { $0.question }, { $0.tex }, { $0.sentence },
  ]

  // MARK: - Looking

  func name(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .name(let name) = tokens[index].kind else {
      return nil
    }
    return name
  }

  func isSymbol(_ index: Int, _ symbol: Symbol) -> Bool {
    tokens.indices.contains(index) && tokens[index].isSymbol(symbol)
  }

  func isNumber(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .number = tokens[index].kind else { return false }
    return true
  }

  func isStray(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index)
      && tokens[index].kind == .invalid(.unexpectedCharacter(scalar))
  }

  /// Whether two symbols stand there as one sign.
  func isSign(_ index: Int, _ first: Symbol, _ second: Symbol) -> Bool {
    isSymbol(index, first) && isSymbol(index + 1, second) && !tokens[index + 1].spaceBefore
  }

  /// What some tokens say; nil where there are none.
  func text(_ range: Range<Int>) -> String? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else {
      return nil
    }
    return source.text(tokens[range.lowerBound].range.joined(tokens[range.upperBound - 1].range))
  }

  func text(from index: Int) -> String? { text(min(index, tokens.count)..<tokens.count) }

  /// The first token outside brackets, from a place on, of which something is true.
  func first(from start: Int = 0, where isFound: (Int) -> Bool) -> Int? {
    var depth = 0
    for index in start..<max(start, tokens.count) {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= 1
      default: if depth == 0, isFound(index) { return index }
      }
    }
    return nil
  }

  // MARK: - Pasted lines

  /// A line with the prompt of another program.
  private var pasted: Hint? {
    var start = 0
    if isSymbol(0, .greater), isSymbol(1, .greater) {
      while isSymbol(start, .greater) { start += 1 }
    } else if name(0) == "In" || name(0) == "Out", isSymbol(1, .leftBracket),
      isSymbol(3, .rightBracket), isSymbol(4, .colon)
    {
      start = 5
    } else if name(0) != nil, isSymbol(1, .greater), !tokens[1].spaceBefore, tokens.count > 2,
      tokens[2].spaceBefore
    {
      start = 2
    } else if isStray(0, "$"), tokens.count > 1, tokens[1].spaceBefore {
      start = 1
    }
    guard start > 0, let rest = text(from: start) else { return nil }
    return Hint(
      "A line is typed without its prompt: ",
      .instead(rest),
      otherwise: "A line is typed without its prompt."
    )
  }

  /// A line that a notebook has written.
  private var written: Hint? {
    let isWritten =
      switch name(0) {
      case "changed", "stale": isSymbol(1, .colon) && tokens.count > 2
      case "layer": isNumber(1) && isSymbol(2, .colon)
      case "Right": isSymbol(1, .colon) || isSymbol(1, .dot)
      case "Not": name(1) == "yet"
      case "Partly": name(1) == "there"
      case "There": name(1) == "is" && name(2) == "no"
      case "In": name(1) == "the" && name(2) == "definition"
      default: isNumber(0) && isStray(1, "|")
      }
    return isWritten
      ? "This is a line that fathom wrote; what is typed stands behind a prompt." : nil
  }

  private var comment: Hint? {
    let sign = first { index in
      isSign(index, .divide, .divide) || isSign(index, .divide, .times)
        || index == 0 && isStray(index, "%")
    }
    guard let sign else { return nil }
    if sign > 0, isSymbol(sign + 1, .divide), !tokens[sign].spaceBefore, isNumber(sign + 2),
      let left = text(afterEquals..<sign), let right = text(from: sign + 2)
    {
      return Hint(
        "The whole part of a quotient is ",
        .instead("floor(\(left)/\(right))"),
        otherwise: "The whole part of a quotient is floor(7/2)"
      )
    }
    let words = "A comment begins with #"
    guard let code = text(0..<sign), let remark = text(from: sign + 2) else {
      return Hint(stringLiteral: words)
    }
    return Hint("\(words): ", .instead("\(code)  # \(remark)"), otherwise: words)
  }

  // MARK: - Several statements, and those of elsewhere

  private var printed: Hint? {
    guard let word = name(0), Self.printing.contains(word) else { return nil }
    let inner =
      isSymbol(1, .leftParenthesis) && isSymbol(tokens.count - 1, .rightParenthesis)
      ? text(2..<tokens.count - 1) : text(from: 1)
    guard let inner else { return nil }
    return Hint(
      "There is no \"\(word)\" here. An expression prints itself: ",
      [.instead(inner), .line("rms(a)"), .line("rms([3, 4])")]
    )
  }

  private static let printing: Set<String> = [
    "print", "println", "printf", "puts", "disp", "return", "yield", "say", "write", "output",
  ]

  /// `if s > 1: …`, `s > 1 ? 1 : 2` and their kin.
  private var condition: Hint? {
    let words = "A comparison says true or false: "
    var range: Range<Int>?
    var beginning = ""
    if let word = name(0), Self.asking.contains(word) {
      let end = first(from: 1) { index in
        isSymbol(index, .colon) || isStray(index, "{") || isSymbol(index, .comma)
          || ["then", "else", "do"].contains(name(index))
      }
      range = 1..<(end ?? tokens.count)
      beginning = "There is no \"\(word)\" here. "
    } else if let mark = first(where: { isStray($0, "?") }), mark > 0,
      first(from: mark, where: { isSymbol($0, .colon) }) != nil
    {
      range = afterEquals..<mark
    } else if let word = first(where: { name($0) == "if" }), word > 0 {
      range = word + 1..<(first(from: word) { name($0) == "else" } ?? tokens.count)
    }
    guard let range, let condition = text(range) else { return nil }
    if beginning.isEmpty { beginning = "Nothing here chooses between two values. " }
    return Hint(
      beginning + words,
      [.instead(condition), .line("s > 1"), .line("2 > 1")]
    )
  }

  private static let asking: Set<String> = ["if", "assert", "unless", "when", "elif"]

  /// Behind the `=` of a definition; the beginning of another statement.
  private var afterEquals: Int { isSymbol(1, .equals) ? 2 : 0 }

  /// `for i in range(3): print(i)`, `[i^2 for i in 1...3]`.
  private var runThrough: Hint? {
    guard let word = tokens.indices.first(where: { name($0) == "for" || name($0) == "foreach" }),
      let variable = name(word + 1), name(word + 2) == "in" || isSymbol(word + 2, .equals)
    else { return nil }
    let end =
      first(from: word + 3) { index in
        isSymbol(index, .colon) && !(isNumber(index - 1) && isNumber(index + 1))
          || isStray(index, "{") || ["do", "if"].contains(name(index))
      } ?? closing(from: word + 3)
    guard let values = text(word + 3..<end) else { return nil }
    var shown = variable
    if word > 0, let opening = opening(before: word), let inner = text(opening + 1..<word) {
      shown = inner
    } else if word == 0, let body = text(from: end + 1) {
      shown = body
      for call in Self.printing where body.hasPrefix(call + "(") && body.hasSuffix(")") {
        shown = String(body.dropFirst(call.count + 1).dropLast())
      }
    }
    let range = ForeignWords.range(values) ?? values
    if word > 1, let verb = name(0), FigureVerb(rawValue: verb) != nil,
      let figure = text(0..<word)
    {
      return Hint(
        "A parameter runs with over: ",
        .instead("\(figure) over \(variable) in \(range)"),
        otherwise: "A parameter runs with over: over \(variable) in …"
      )
    }
    return Hint(
      "There is no \"for\" here. A table or a figure takes many values: ",
      [
        .instead("table \(shown) over \(variable) in \(range)"),
        .line("plot rms(y) over s in 0.5...1.5"), .line("plot s^2 over s in 0.5...1.5"),
      ]
    )
  }

  /// Where the bracket closes that is open at a place; the end where none is.
  private func closing(from start: Int) -> Int {
    var depth = 0
    for index in start..<tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
    }
    return tokens.count
  }

  private func opening(before end: Int) -> Int? {
    var depth = 0
    for index in (0..<end).reversed() {
      switch tokens[index].kind {
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  // MARK: - Questions

  /// `s?`, `?s` and `s = ?`.
  private var question: Hint? {
    let marks = tokens.indices.filter { isStray($0, "?") }
    guard !marks.isEmpty else { return nil }
    let others = tokens.indices.filter { !isStray($0, "?") && !isSymbol($0, .equals) }
    if others.isEmpty { return Hint("For help type: ", .line("help")) }
    guard others.count == 1, let name = name(others[0]) else { return nil }
    return Hint(
      "To ask about it: ",
      BuiltIns.contains(name)
        ? [.line("help \(name)")] : [.line("explain \(name)"), .line("help \(name)")],
      otherwise: "For help type: help"
    )
  }

  private var tex: Hint? {
    guard let line = text(from: 0), !line.contains("\""), let ours = TeXText.translated(line) else {
      return nil
    }
    let isList = line.allSatisfy { !"\\$^_".contains($0) }
    return Hint(
      isList ? "Brackets are ( ) and [ ]: " : "In the signs of this language: ",
      .instead(ours),
      otherwise:
        "Brackets are ( ) and [ ]: a power is s^(L-1), a layer W[3]; names stand as they are, as sigma."
    )
  }
}

extension Failure {
  /// Whether a part of the line is known to be of elsewhere.
  fileprivate var isOfElsewhere: Bool {
    switch problem {
    case .syntax(.misplaced), .syntax(.callWithoutBrackets), .syntax(.powerOfFunction),
      .syntax(.bars), .syntax(.decimalComma), .syntax(.blankInNumber):
      true
    case .syntax, .name, .value, .figure, .bound: false
    }
  }
}

extension Parser {
  /// The failure of a statement, with what the line is elsewhere where that says more.
  func readElsewhere(_ failure: Failure) -> Failure {
    var end = statementStart
    while tokens[end].kind != .newline, tokens[end].kind != .end {
      end += 1
      if end - statementStart > ForeignLine.longest { return failure }
    }
    let line = ForeignLine(source: source, tokens: Array(tokens[statementStart..<end]))
    guard let ours = line.reading(isPartKnown: failure.isOfElsewhere), let last = line.tokens.last
    else { return failure }
    return self.failure(
      .misplaced(ours: ours),
      failure.range,
      replacing: tokens[statementStart].range.joined(last.range)
    )
  }
}
