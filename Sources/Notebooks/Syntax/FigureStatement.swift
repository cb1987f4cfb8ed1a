/// The word that begins a figure (rule 16).
package enum FigureVerb: String, Sendable, Hashable, CaseIterable {
  case plot, scatter, bars, histogram, heatmap, table, draw
}

/// The axis that a figure asks for with `on`.
package enum ScaleName: String, Sendable, Hashable, CaseIterable {
  case linear, log, symlog
}

/// A clause `over NAME in VALUES`.
package struct OverClause: Sendable, Hashable {
  package var name: String
  package var nameRange: SourceRange
  package var values: Expression
}

/// A figure as it was written: the verb, what it shows, and its clauses.
package struct FigureStatement: Sendable, Hashable {
  package var verb: FigureVerb
  package var verbRange: SourceRange
  package var expressions: [Expression]
  package var over: [OverClause] = []
  package var layers: [Expression] = []
  package var formats: [NamedFormat] = []
  package var scale: ScaleName?
  package var title: String?

  package struct NamedFormat: Sendable, Hashable {
    package var name: String
    package var range: SourceRange
  }

  /// The names that it sets itself, with `over`.
  package var bound: Set<String> { Set(over.map(\.name)) }

  /// The names whose change makes another figure of it.
  package var names: [String] {
    var seen: Set<String> = []
    let bound = bound
    // The values of a parameter are worked out before it runs: `over s in [s, 0.5]` reads s.
    let read =
      expressions.flatMap(\.names).filter { !bound.contains($0) } + over.flatMap(\.values.names)
      + layers.flatMap(\.names)
    return read.filter { seen.insert($0).inserted }
  }
}
