import TerminalText

/// What stands around whatever a figure draws: its title, its axes, levels, guesses and marks.
package struct Surroundings: Sendable, Hashable {
  /// Empty where it has none.
  package var title = ""
  /// What x counts, in the singular: `layer`, `step`, or a parameter's name.
  package var xLabel = "layer"
  /// Whether x counts whole things; then its ticks are integers and descriptions say "layers 0 to 19".
  package var xIsInteger = true
  /// Whether x stands on a logarithmic axis too, which lines and points can have.
  package var xIsLogarithmic = false
  /// The axis of values.
  package var axis = AxisRequest.automatic
  /// Levels to be marked.
  package var thresholds: [Threshold] = []
  /// What was expected before the figure was shown.
  package var guesses: [Guess] = []
  /// Where somebody points.
  package var marks: [Mark] = []
  /// What was shown before a change.
  var before: Before?
  /// What the axes must reach over whatever is shown.
  var held: HeldAxes?

  /// The same with its words spelt in ASCII.
  var spelledInASCII: Surroundings {
    var spelt = self
    spelt.title = TerminalText.spelledInASCII(title)
    spelt.xLabel = TerminalText.spelledInASCII(xLabel)
    spelt.before = before?.spelledInASCII
    for index in thresholds.indices {
      spelt.thresholds[index].label = TerminalText.spelledInASCII(thresholds[index].label)
    }
    return spelt
  }
}
