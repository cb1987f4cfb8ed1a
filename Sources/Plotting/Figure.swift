/// A figure as a value: what is drawn, not how large; it becomes text by `rendered(columns:rows:)`.
///
/// Its title, axes, levels, guesses and marks are those of its surroundings.
@dynamicMemberLookup
package struct Figure: Sendable, Hashable {
  private var around: Surroundings
  package var kind: Kind

  package init(
    title: String = "",
    kind: Kind,
    xLabel: String = "layer",
    xIsInteger: Bool = true,
    axis: AxisRequest = .automatic,
    thresholds: [Threshold] = [],
    guesses: [Guess] = [],
    marks: [Mark] = []
  ) {
    self.kind = kind
    around = Surroundings(
      title: title,
      xLabel: xLabel,
      xIsInteger: xIsInteger,
      axis: axis,
      thresholds: thresholds,
      guesses: guesses,
      marks: marks
    )
  }

  package subscript<Part>(dynamicMember part: WritableKeyPath<Surroundings, Part>) -> Part {
    get { around[keyPath: part] }
    set { around[keyPath: part] = newValue }
  }

  /// What draws it and speaks of it.
  var form: any FigureForm { kind.form(around) }
}

extension Figure {
  /// Adds what somebody expected; of figures beside each other the first takes it.
  package mutating func add(_ guess: Guess) {
    if case .beside(var members) = kind, !members.isEmpty {
      members[0].add(guess)
      kind = .beside(members)
    } else {
      around.guesses.append(guess)
    }
  }

  /// Marks levels; of figures beside each other in each.
  package mutating func mark(levels: [Threshold]) {
    if case .beside(var members) = kind {
      for index in members.indices { members[index].mark(levels: levels) }
      kind = .beside(members)
    } else {
      around.thresholds = levels
    }
  }
}
