import Plotting
import TerminalText

extension Parser {
  /// A figure, and those beside it (rule 16).
  mutating func figure(_ verb: FigureVerb) throws(Failure) -> StatementKind {
    var figure = try oneFigure(verb)
    while isName("beside") { figure.beside.append(try besideClause()) }
    return .figure(figure)
  }

  /// A verb, expressions, then clauses in any order, each at most once.
  private mutating func oneFigure(_ verb: FigureVerb) throws(Failure) -> FigureStatement {
    var figure = FigureStatement(verb: verb, verbRange: current.range, expressions: [])
    advance()
    if current.kind == .newline || current.kind == .end {
      throw failure(.figureOfNothing(verb), figure.verbRange)
    }
    figure.expressions.append(try expression())
    while current.isSymbol(.comma) {
      let comma = current.range
      advance()
      skipNewlines()
      if isClause { throw failure(.strayComma, comma) }
      figure.expressions.append(try expression())
    }
    var seen: Set<String> = []
    while case .name(let word) = current.kind, word != "beside" {
      if ClauseWords.all.contains(word), !seen.insert(word).inserted {
        throw failure(.repeatedClause(word), current.range)
      }
      switch word {
      case "over": figure.over = try overClause()
      case "at": figure.layers = try expressionsOfClause()
      case "in":
        if let running = runningName(figure) { throw running }
        figure.formats = try formatsClause()
      case "on": figure.scale = try scaleClause()
      case "titled": figure.title = try titleClause()
      case "against": figure.levels = try levelsClause()
      default: throw missingFormatComma(figure) ?? juxtaposition()
      }
    }
    return figure
  }

  /// Whether a clause begins here, where an expression may come too: `plot a, against` shows what
  /// somebody calls so.
  private var isClause: Bool {
    guard case .name(let word) = current.kind else { return false }
    if ClauseWords.reserved.contains(word) { return true }
    return ClauseWords.contextual.contains(word) && operandFollows
  }

  /// Whether an operand stands right behind the current token, which makes a clause of a word.
  var operandFollows: Bool {
    switch token(ahead: 1).kind {
    case .number, .text: true
    case .name(let next): !ClauseWords.all.contains(next)
    case .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: false
    }
  }

  /// The figure behind `beside`, which may stand in the next line.
  private mutating func besideClause() throws(Failure) -> FigureStatement {
    let beside = current.range
    advance()
    var ahead = 0
    while token(ahead: ahead).kind == .newline { ahead += 1 }
    let found = token(ahead: ahead)
    if case .name(let word) = found.kind {
      let next = token(ahead: ahead + 1)
      if let verb = FigureVerb(rawValue: word), !next.isSymbol(.equals),
        !next.isSymbol(.leftParenthesis)
      {
        skipNewlines()
        return try oneFigure(verb)
      }
      if ahead == 0, operandFollows,
        let meant = Spelling.nearest(to: word, among: FigureVerb.allCases.map(\.rawValue))
      {
        throw failure(.misspelledVerb(word, meant: meant), found.range)
      }
    }
    // What stands in the next line and is no figure is a statement of its own.
    throw failure(.besideWithoutFigure, ahead > 0 || found.kind == .end ? beside : found.range)
  }

  /// The failure of `in float16 float32`.
  private func missingFormatComma(_ figure: FigureStatement) -> Failure? {
    guard let last = figure.formats.last, index > 0, last.range == tokens[index - 1].range else {
      return nil
    }
    return failure(
      .missingComma(left: last.name, right: source.text(current.range)),
      last.range.joined(current.range)
    )
  }

  private mutating func overClause() throws(Failure) -> [OverClause] {
    advance()
    var clauses = [try overOne()]
    while anotherFollows() {
      advance()
      skipNewlines()
      clauses.append(try overOne())
    }
    if clauses.count > 2 { throw failure(.tooManyOver, clauses[2].nameRange) }
    if clauses.count == 2, clauses[0].name == clauses[1].name {
      throw failure(.repeatedOver(clauses[1].name), clauses[1].nameRange)
    }
    return clauses
  }

  /// Whether `, NAME in` comes next; a line may end after the comma.
  private func anotherFollows() -> Bool {
    guard current.isSymbol(.comma) else { return false }
    var ahead = 1
    while token(ahead: ahead).kind == .newline { ahead += 1 }
    guard case .name = token(ahead: ahead).kind else { return false }
    return isName("in", ahead: ahead + 1)
  }

  private mutating func overOne() throws(Failure) -> OverClause {
    let range = current.range
    guard case .name(let name) = current.kind, !ReservedWords.all.contains(name),
      isName("in", ahead: 1)
    else { throw failure(.overWithoutIn, range) }
    advance()
    advance()
    return OverClause(name: name, nameRange: range, values: try expression())
  }

  private mutating func expressionsOfClause() throws(Failure) -> [Expression] {
    advance()
    var expressions = [try expression()]
    while take(.comma) {
      skipNewlines()
      expressions.append(try expression())
    }
    return expressions
  }

  private mutating func levelsClause() throws(Failure) -> [Expression] {
    switch token(ahead: 1).kind {
    case .newline, .end:
      advance()
      throw unexpected(expected: "a number or a format such as float16")
    case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .invalid:
      return try expressionsOfClause()
    }
  }

  private mutating func formatsClause() throws(Failure) -> [FigureStatement.NamedFormat] {
    var formats: [FigureStatement.NamedFormat] = []
    repeat {
      advance()
      if !formats.isEmpty { skipNewlines() }
      guard case .name(let name) = current.kind else {
        throw unexpected(expected: "a number format such as float16")
      }
      formats.append(.init(name: name, range: current.range))
      advance()
    } while current.isSymbol(.comma)
    return formats
  }

  private mutating func scaleClause() throws(Failure) -> ScaleName {
    advance()
    guard case .name(let name) = current.kind, let scale = ScaleName(rawValue: name) else {
      throw unexpected(expected: "linear, log, symlog or loglog")
    }
    advance()
    return scale
  }

  private mutating func titleClause() throws(Failure) -> String {
    advance()
    guard case .text(let title) = current.kind else {
      throw unexpected(expected: "a title in quotes")
    }
    advance()
    return title
  }
}
