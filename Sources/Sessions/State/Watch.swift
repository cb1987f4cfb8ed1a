import Notebooks

/// A figure or an expression of the step that is printed anew when it changes.
struct Watch: Sendable, Hashable {
  /// `1.2`: the second of step 1.
  var id: String
  var statement: Statement
  /// Whether the learner has entered it, and no cell shows it.
  var isOwn: Bool
  /// What was guessed before it was shown first.
  var guess: Guessed?

  var isFigure: Bool { statement.isFigure }
}

extension Statement {
  /// The names of which a change may give something else, those among them that a figure sets itself.
  var affecting: Set<String> {
    switch kind {
    case .figure(let figure): Set(figure.reading)
    case .definition, .function, .expression, .explain, .help: Set(names)
    }
  }

  /// Whether it draws a figure.
  var isFigure: Bool {
    switch kind {
    case .figure: true
    case .definition, .function, .expression, .explain, .help: false
    }
  }
}
