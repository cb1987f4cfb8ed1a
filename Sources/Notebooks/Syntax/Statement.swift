/// What `explain` is asked about.
package enum Subject: Sendable, Hashable {
  case expression(Expression)
  case figure(FigureStatement)

  /// The names that it reads.
  package var names: [String] {
    switch self {
    case .expression(let expression): expression.names
    case .figure(let figure): figure.names
    }
  }
}

/// What a person can enter: a definition, a function of one line, an expression, a figure, a
/// question about one of them, help.
package enum StatementKind: Sendable, Hashable {
  case definition(name: String, Expression)
  case function(name: String, parameters: [String], Expression)
  case expression(Expression)
  /// Behind a reference: statements are many, and most of them are small.
  indirect case figure(FigureStatement)
  indirect case explain(Subject)
  case help(topic: String?)
}

extension StatementKind {
  /// The figure that it shows or asks about.
  var figure: FigureStatement? {
    switch self {
    case .figure(let figure), .explain(.figure(let figure)): figure
    case .definition, .function, .expression, .explain, .help: nil
    }
  }
}

/// A statement with the place it has in its source.
package struct Statement: Sendable, Hashable {
  package var kind: StatementKind
  package var range: SourceRange
  package var source: Source

  /// Its own text, as it was typed.
  package var text: String { source.text(range) }

  /// The question about what it shows; nil where there is nothing to explain.
  package var asked: Statement? {
    switch kind {
    case .figure(let figure):
      Statement(kind: .explain(.figure(figure)), range: range, source: source)
    case .expression(let expression):
      Statement(kind: .explain(.expression(expression)), range: range, source: source)
    case .definition, .function, .explain, .help: nil
    }
  }

  /// The name that it defines, if it does.
  package var definedName: String? {
    switch kind {
    case .definition(let name, _), .function(let name, _, _): name
    case .expression, .figure, .explain, .help: nil
    }
  }

  /// The names that it sets itself, with `over`.
  package var variedNames: Set<String> { kind.figure?.bound ?? [] }

  /// The names that it reads.
  package var names: [String] {
    switch kind {
    case .definition(_, let expression), .expression(let expression): expression.names
    case .function(_, let parameters, let body): body.names.filter { !parameters.contains($0) }
    case .figure(let figure): figure.names
    case .explain(let subject): subject.names
    case .help: []
    }
  }
}
