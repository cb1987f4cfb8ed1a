/// What a person can enter: a definition, a function of one line, an expression, a figure, help.
package enum StatementKind: Sendable, Hashable {
  case definition(name: String, Expression)
  case function(name: String, parameters: [String], Expression)
  case expression(Expression)
  case figure(FigureStatement)
  case help(topic: String?)
}

/// A statement with the place it has in its source.
package struct Statement: Sendable, Hashable {
  package var kind: StatementKind
  package var range: SourceRange
  package var source: Source

  /// Its own text, as it was typed.
  package var text: String { source.text(range) }

  /// The name that it defines, if it does.
  package var definedName: String? {
    switch kind {
    case .definition(let name, _), .function(let name, _, _): name
    case .expression, .figure, .help: nil
    }
  }

  /// The names that it reads.
  package var names: [String] {
    switch kind {
    case .definition(_, let expression), .expression(let expression): expression.names
    case .function(_, let parameters, let body): body.names.filter { !parameters.contains($0) }
    case .figure(let figure): figure.names
    case .help: []
    }
  }
}
