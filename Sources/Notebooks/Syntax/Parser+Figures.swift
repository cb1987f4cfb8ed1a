extension Parser {
  /// A figure: its verb, expressions, then clauses in any order, each at most once (rule 16).
  mutating func figure(_ verb: FigureVerb) throws(Failure) -> StatementKind {
    var figure = FigureStatement(verb: verb, verbRange: current.range, expressions: [])
    advance()
    if current.kind == .newline || current.kind == .end {
      throw failure(.figureOfNothing(verb), figure.verbRange)
    }
    figure.expressions.append(try expression())
    while take(.comma) {
      skipNewlines()
      figure.expressions.append(try expression())
    }
    var seen: Set<String> = []
    while case .name(let word) = current.kind {
      if Self.clauses.contains(word), !seen.insert(word).inserted {
        throw failure(.repeatedClause(word), current.range)
      }
      switch word {
      case "over": figure.over = try overClause()
      case "at": figure.layers = try layersClause()
      case "in": figure.formats = try formatsClause()
      case "on": figure.scale = try scaleClause()
      case "titled": figure.title = try titleClause()
      default: throw missingFormatComma(figure) ?? juxtaposition()
      }
    }
    return .figure(figure)
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

  private static let clauses: Set<String> = ["over", "at", "in", "on", "titled"]

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

  private mutating func layersClause() throws(Failure) -> [Expression] {
    advance()
    var layers = [try expression()]
    while take(.comma) {
      skipNewlines()
      layers.append(try expression())
    }
    return layers
  }

  private mutating func formatsClause() throws(Failure) -> [FigureStatement.NamedFormat] {
    var formats: [FigureStatement.NamedFormat] = []
    repeat {
      advance()
      if !formats.isEmpty { skipNewlines() }
      guard case .name(let name) = current.kind else {
        throw unexpected(expected: "a number format, such as float16")
      }
      formats.append(.init(name: name, range: current.range))
      advance()
    } while current.isSymbol(.comma)
    return formats
  }

  private mutating func scaleClause() throws(Failure) -> ScaleName {
    advance()
    guard case .name(let name) = current.kind, let scale = ScaleName(rawValue: name) else {
      throw unexpected(expected: "linear, log or symlog")
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
