import Plotting

/// The axis of values that a figure asks for with `on`, or both axes.
package enum ScaleName: String, Sendable, Hashable, CaseIterable {
  case linear, log, symlog, loglog
}

/// A clause `over NAME in VALUES`.
package struct OverClause: Sendable, Hashable {
  package var name: String
  var nameRange: SourceRange
  package var values: Expression
}

/// A figure as it was written: the verb, what it shows, and its clauses.
package struct FigureStatement: Sendable, Hashable {
  package var verb: FigureVerb
  var verbRange: SourceRange
  package var expressions: [Expression]
  package var over: [OverClause] = []
  package var layers: [Expression] = []
  package var formats: [NamedFormat] = []
  package var scale: ScaleName?
  package var title: String?
  /// The levels that `against` marks: numbers, and formats for their limits.
  package var levels: [Expression] = []
  /// The figures that stand beside it, each with clauses of its own.
  package var beside: [FigureStatement] = []

  package struct NamedFormat: Sendable, Hashable {
    package var name: String
    package var range: SourceRange
  }

  /// The names whose change makes another figure of it.
  package var names: [String] {
    var seen: Set<String> = []
    let bound = bound
    let own = running.filter { !bound.contains($0) } + settled
    return (own + beside.flatMap(\.names)).filter { seen.insert($0).inserted }
  }

  /// All names that it reads, those that it sets itself among them.
  package var reading: [String] { running + settled + beside.flatMap(\.reading) }

  /// The names that it sets itself, with `over`.
  var bound: Set<String> { Set(over.map(\.name)) }

  /// The names read anew for each value of a parameter.
  var running: [String] { expressions.flatMap(\.names) }

  /// The names read before a parameter runs: `over s in [s, 0.5]` reads s.
  var settled: [String] {
    over.flatMap(\.values.names) + layers.flatMap(\.names) + levels.flatMap(\.names)
  }
}
