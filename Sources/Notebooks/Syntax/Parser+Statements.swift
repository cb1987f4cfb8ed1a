import Plotting

// What a person enters: definitions, functions, figures, questions, help.
extension Parser {
  mutating func statement() throws(Failure) -> Statement {
    let start = current.range.lower
    let kind = try statementKind()
    let end = tokens[max(0, index - 1)].range.upper
    guard current.kind == .newline || current.kind == .end else { throw afterExpression() }
    return Statement(
      kind: kind,
      range: SourceRange(start, max(start, end)),
      source: source
    )
  }

  private mutating func statementKind() throws(Failure) -> StatementKind {
    guard case .name(let word) = current.kind else { return .expression(try expression()) }
    let next = token(ahead: 1)
    if let verb = FigureVerb(rawValue: word), beginsFigure(next) { return try figure(verb) }
    if word == "help", let topic = helpTopic(next) { return topic }
    if word == "explain", asksAbout(next) {
      advance()
      return .explain(try subject())
    }
    if let foreign = ForeignWords.statement(word), begins(word, next) {
      throw failure(.foreignStatement(word, ours: foreign), current.range)
    }
    if let change = changeInPlace(word) ?? arrow(word) { throw change }
    if next.isSymbol(.equals) { return try definition(word) }
    if next.isSymbol(.leftParenthesis), let parameters = functionParameters() {
      return try function(word, parameters)
    }
    let value = try expression()
    if current.isSymbol(.equals) {
      let text = source.text(value.range)
      throw failure(
        .assignmentToExpression(text, named: named(text)),
        value.range,
        replacing: value.range.joined(endOfRest)
      )
    }
    return .expression(value)
  }

  /// Whether what follows a verb makes a figure of it: alone, or before what begins no expression, it
  /// is a name that somebody has given.
  private func beginsFigure(_ next: Token) -> Bool {
    switch next.kind {
    case .newline, .end: false
    case .symbol(let symbol):
      switch symbol {
      case .equals, .leftParenthesis, .times, .divide, .power, .equal, .notEqual, .less,
        .lessOrEqual, .greater, .greaterOrEqual:
        false
      case .plus, .minus, .rightParenthesis, .leftBracket, .rightBracket, .comma, .colon, .range,
        .dot, .prime:
        true
      }
    case .number, .text, .name, .superscript, .layerSuperscript, .invalid: true
    }
  }

  /// `a1 = x` for `a[1] = x`; nil where that has no whole number in brackets.
  private func named(_ text: String) -> String? {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy({ $0.isLetter || $0.isNumber }),
      parts[1].last == "]", parts[1].count > 1, parts[1].dropLast().allSatisfy(\.isWholeNumber),
      let value = rest?.dropFirst().drop(while: \.isWhitespace), !value.isEmpty
    else { return nil }
    return "\(parts[0])\(parts[1].dropLast()) = \(value)"
  }

  /// Whether a word of another language is used as there; `var * 2` may be somebody's variance.
  private func begins(_ word: String, _ next: Token) -> Bool {
    switch next.kind {
    case .name, .number, .text: true
    case .symbol(.leftParenthesis): ForeignWords.takesBrackets.contains(word)
    case .symbol, .superscript, .layerSuperscript, .invalid, .newline, .end: false
    }
  }

  /// Whether what follows `explain` is something to explain, so that a variable of that name stays.
  private func asksAbout(_ next: Token) -> Bool {
    switch next.kind {
    case .name(let word): !ReservedWords.all.contains(word) || word == "first"
    case .number, .text: true
    case .symbol(.leftBracket): next.spaceBefore
    case .symbol, .superscript, .layerSuperscript, .invalid, .newline, .end: false
    }
  }

  private mutating func subject() throws(Failure) -> Subject {
    if case .name(let word) = current.kind, let verb = FigureVerb(rawValue: word) {
      let next = token(ahead: 1)
      if beginsFigure(next), case .figure(let statement) = try figure(verb) {
        return .figure(statement)
      }
    }
    return .expression(try expression())
  }

  private mutating func helpTopic(_ next: Token) -> StatementKind? {
    switch next.kind {
    case .newline, .end:
      advance()
      return .help(topic: nil)
    case .name, .text: return helpOnWords()
    case .symbol(.leftParenthesis):
      guard token(ahead: 3).isSymbol(.rightParenthesis) else { return nil }
      switch token(ahead: 2).kind {
      case .name(let topic), .text(let topic): return help(topic, tokens: 4)
      case .number, .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: return nil
      }
    case .symbol:
      // `help :point`; an operator alone is asked about, one with an operand computes.
      if next.isSymbol(.colon), case .name(let topic) = token(ahead: 2).kind {
        return help(topic, tokens: 3)
      }
      return next.isSymbol(.equals) ? nil : help(source.text(next.range), tokens: 2)
    case .number, .superscript, .layerSuperscript, .invalid: return nil
    }
  }

  /// Help on all words to the end of the line, as in `help batch size` and `help batch-norm`.
  private mutating func helpOnWords() -> StatementKind? {
    var words: [String] = []
    var count = 1
    while true {
      let token = token(ahead: count)
      switch token.kind {
      case .name(let word), .text(let word): words.append(word)
      case .newline, .end: return help(words.joined(separator: " "), tokens: count)
      case .symbol(.minus) where !token.spaceBefore: break
      case .number, .superscript, .layerSuperscript, .symbol, .invalid: return nil
      }
      count += 1
    }
  }

  /// Help on a topic whose name is the last of so many tokens; nil if the line goes on.
  private mutating func help(_ topic: String, tokens count: Int) -> StatementKind? {
    guard token(ahead: count).kind == .newline || token(ahead: count).kind == .end else {
      return nil
    }
    index += count
    return .help(topic: topic)
  }

  private mutating func definition(_ name: String) throws(Failure) -> StatementKind {
    try refuseReserved(name)
    advance()
    advance()
    skipNewlines()
    return .definition(name: name, try expression())
  }

  private mutating func function(
    _ name: String,
    _ parameters: [String]
  ) throws(Failure)
    -> StatementKind
  {
    try refuseReserved(name)
    for (offset, parameter) in parameters.enumerated() {
      let range = token(ahead: 2 + 2 * offset).range
      if ReservedWords.all.contains(parameter) { throw failure(.reserved(parameter), range) }
      if parameters[..<offset].contains(parameter) {
        throw failure(.repeatedParameter(parameter, function: name), range)
      }
    }
    while !current.isSymbol(.equals) { index += 1 }
    advance()
    skipNewlines()
    return .function(name: name, parameters: parameters, try expression())
  }

  private func refuseReserved(_ name: String) throws(Failure) {
    if ReservedWords.all.contains(name) { throw failure(.reserved(name), current.range) }
  }

  /// The names in `f(t, u) =`, or nil where the brackets are not those of a function's definition.
  private func functionParameters() -> [String]? {
    var ahead = 2
    var names: [String] = []
    while case .name(let name) = token(ahead: ahead).kind {
      names.append(name)
      guard token(ahead: ahead + 1).isSymbol(.comma) else { break }
      ahead += 2
    }
    guard !names.isEmpty, token(ahead: ahead + 1).isSymbol(.rightParenthesis),
      token(ahead: ahead + 2).isSymbol(.equals)
    else { return nil }
    return names
  }
}
