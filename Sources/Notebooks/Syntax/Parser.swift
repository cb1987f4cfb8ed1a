import Plotting
import TerminalText

/// Reads statements: precedence climbing over the tokens, into nodes in an array.
///
/// The rules it follows are numbered in this module's README.
package struct Parser {
  let source: Source
  let tokens: [Token]
  var index = 0
  /// Where the statement that is being read begins.
  private(set) var statementStart = 0
  /// The brackets that are open, by the index of their token.
  var open: [Int] = []
  var depth = 0
  var nodes: [Node] = []

  /// Rule 8: brackets, powers, signs and calls nest to this depth.
  static let deepestNesting = 200

  private init(_ source: Source) {
    self.source = source
    tokens = Lexer.tokens(of: source)
  }

  /// The statements of a text, each read or refused on its own.
  package static func statements(of text: String) -> [Result<Statement, Failure>] {
    statements(of: Source(text))
  }

  package static func statements(of source: Source) -> [Result<Statement, Failure>] {
    var parser = Parser(source)
    var results: [Result<Statement, Failure>] = []
    while true {
      parser.skipNewlines()
      if parser.current.kind == .end { return results }
      parser.statementStart = parser.index
      do throws(Failure) {
        results.append(.success(try parser.statement()))
      } catch {
        results.append(.failure(parser.recover(from: parser.readElsewhere(error))))
      }
    }
  }

  /// Whether a text ends where a statement may end: all brackets closed, no operator open.
  package static func isComplete(_ text: String) -> Bool {
    let tokens = Lexer.tokens(of: Source(text))
    var depth = 0
    var last: Token.Kind = .newline
    for token in tokens {
      switch token.kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= 1
      case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .invalid, .newline,
        .end:
        break
      }
      if token.kind != .newline, token.kind != .end { last = token.kind }
    }
    if case .symbol(let symbol) = last, symbol.continuesLine { return false }
    return depth <= 0 && !(last == .name("beside") && awaitsFigure(text))
  }

  /// Whether a text that ends in `beside` means the clause; it may be somebody's name.
  private static func awaitsFigure(_ text: String) -> Bool {
    guard case .failure(let failure)? = statements(of: text).last else { return false }
    return failure.problem == .syntax(.besideWithoutFigure)
  }

  // MARK: - Tokens

  var current: Token { tokens[index] }

  func token(ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  /// Consumes a token; inside brackets line ends are blanks (rule 3).
  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
    if !open.isEmpty { skipNewlines() }
  }

  mutating func skipNewlines() {
    while current.kind == .newline { index += 1 }
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard current.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  func isName(_ word: String, ahead: Int = 0) -> Bool { token(ahead: ahead).kind == .name(word) }

  func failure(
    _ problem: SyntaxProblem,
    _ range: SourceRange,
    replacing replaced: SourceRange? = nil
  ) -> Failure {
    Failure(.syntax(problem), at: range, in: source, replacing: replaced)
  }

  /// The failure for the current token, where something else was needed.
  func unexpected(expected: String) -> Failure {
    switch current.kind {
    case .invalid(.semicolon) where isInList: failure(.semicolonInBrackets, current.range)
    case .invalid(let problem): stray() ?? failure(problem, current.range)
    case .symbol(.equals): failure(.equalsForComparison, current.range)
    case .symbol(.greater) where index > 0 && tokens[index - 1].isSymbol(.less): unequal()
    case .symbol(.colon) where !open.isEmpty:
      slice() ?? colons()
        ?? failure(.unexpected(source.text(current.range), expected: expected), current.range)
    case .symbol(.dot) where token(ahead: 1).isSymbol(.times): productOfEntries(2)
    case .symbol(.dot) where isOperator(token(ahead: 1)): pointedOperator()
    case .end, .newline: failure(.endsTooEarly(expected: expected), endOfPrevious())
    case .number, .text, .name, .superscript, .layerSuperscript, .symbol:
      failure(
        .unexpected(source.text(current.range), expected: expected),
        current.range
      )
    }
  }

  private var isInList: Bool {
    open.last.map { tokens[$0].isSymbol(.leftBracket) } ?? false
  }

  private func endOfPrevious() -> SourceRange {
    var previous = index - 1
    while previous > 0, tokens[previous].kind == .newline { previous -= 1 }
    let end = previous >= 0 ? tokens[previous].range.upper : 0
    return SourceRange(end, end)
  }

  mutating func openBracket() throws(Failure) {
    open.append(index)
    try deepen()
    advance()
  }

  mutating func closeBracket(_ symbol: Symbol) throws(Failure) {
    guard current.isSymbol(symbol) else {
      if case .end = current.kind { throw unclosed() }
      if symbol == .rightParenthesis, lacksTimes { throw juxtaposition() }
      throw unexpected(expected: "\",\" or \"\(symbol.rawValue)\"")
    }
    open.removeLast()
    depth -= 1
    advance()
  }

  /// Whether a product is meant where a bracket should end: behind a number, or where no comma could stand.
  private var lacksTimes: Bool {
    switch current.kind {
    case .name(let name) where ReservedWords.all.contains(name): return false
    case .name, .symbol(.leftParenthesis): break
    case .number, .text, .symbol, .superscript, .layerSuperscript, .newline, .end, .invalid:
      return false
    }
    switch tokens[index - 1].kind {
    case .number: return true
    case .name, .symbol(.rightParenthesis), .symbol(.rightBracket):
      guard let bracket = open.last else { return false }
      return bracket == 0 || isOperator(tokens[bracket - 1]) || tokens[bracket - 1].isSymbol(.times)
    case .text, .symbol, .superscript, .layerSuperscript, .newline, .end, .invalid: return false
    }
  }

  mutating func deepen() throws(Failure) {
    depth += 1
    if depth > Self.deepestNesting {
      throw failure(.nestedTooDeep(limit: Self.deepestNesting), current.range)
    }
  }

  func unclosed() -> Failure {
    guard let bracket = open.last else { return unexpected(expected: "an expression") }
    let range = tokens[bracket].range
    return failure(.unclosedBracket(source.text(range)), range)
  }

  /// Goes on after the line in which a statement failed.
  ///
  /// A bracket that is never closed swallows the lines that follow; where something in a later line
  /// fails, the bracket is what is wrong, and those lines get their own turn.
  private mutating func recover(from failure: Failure) -> Failure {
    var reported = failure
    var resumeAfter = index
    if let bracket = open.last {
      let bracketLine = source.line(at: tokens[bracket].range.lower)
      if source.line(at: current.range.lower) > bracketLine || current.kind == .end {
        reported = unclosed()
        resumeAfter = bracket
      }
    }
    open = []
    depth = 0
    nodes = []
    index = max(statementStart, resumeAfter)
    while current.kind != .newline, current.kind != .end { index += 1 }
    return reported
  }

  // MARK: - What follows where nothing may

  /// The last of the numbers that commas join from here, as in `1,000,000`.
  private var endOfGroups: Int {
    var end = index + 1
    while end + 2 < tokens.count, tokens[end + 1].isSymbol(.comma), !tokens[end + 1].spaceBefore,
      case .number = tokens[end + 2].kind, !tokens[end + 2].spaceBefore
    {
      end += 2
    }
    return end
  }

  /// What is wrong where a statement should have ended.
  func afterExpression() -> Failure {
    let previous = tokens[index - 1]
    switch current.kind {
    case .symbol(.comma):
      let after = token(ahead: 1)
      if case .number = previous.kind, case .number = after.kind, !after.spaceBefore,
        !current.spaceBefore
      {
        let range = previous.range.joined(tokens[endOfGroups].range)
        return failure(.decimalComma(source.text(range)), range)
      }
      return failure(.strayComma, current.range)
    case .symbol(.rightParenthesis), .symbol(.rightBracket):
      return failure(.bracketWithoutOpening(source.text(current.range)), current.range)
    case .symbol(.colon): return assignment() ?? colons() ?? failure(.strayColon, current.range)
    case .number, .name, .text, .symbol(.leftBracket), .symbol(.leftParenthesis):
      return juxtaposition()
    case .symbol, .superscript, .layerSuperscript, .newline, .end, .invalid:
      return unexpected(expected: "an operator or the end of the line")
    }
  }
}

/// Words that cannot be names (rule 17).
enum ReservedWords {
  static let all: Set<String> = ["over", "in", "on", "at", "by", "where", "first", "true", "false"]
}
