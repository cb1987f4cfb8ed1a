/// A figure as a value: what is drawn, not how large; it becomes text by `rendered(columns:rows:)`.
package struct Figure: Sendable, Hashable {
  /// What is drawn of which series.
  package enum Kind: Sendable, Hashable {
    /// One line per series.
    case line([Series])
    /// One row per x, one column per series.
    case table([Series])
    /// The points of each series, not joined.
    case scatter([Series])
    /// One horizontal bar per value, from zero to the left or right.
    case bars([Bar])
    /// How many of the values lie in each of a row of intervals.
    case histogram([Sample])
    /// A shade per pair of two parameters.
    case heatmap(Heatmap)
    /// Of several runs the median as a line, and around it what four fifths of the runs lie in.
    case bands([Band])
    /// One line of text per series.
    case sparkline([Series])
    /// The layers of a network, as wide as they are, with the size of the signal in each.
    case network(NetworkDrawing)
    /// Figures beside each other with one range of values, so that they can be compared.
    case beside([Figure])
  }

  /// The y axis that was asked for.
  package enum AxisRequest: Sendable, Hashable {
    /// Logarithmic when the positive values span more than three decades, else linear; a note says so.
    case automatic
    case linear
    case logarithmic
    /// Logarithmic on both sides of zero, linear close to it.
    case symmetricLogarithmic
  }

  package var title: String
  package var kind: Kind
  /// What x counts, in the singular: `layer`, `step`, or a parameter's name.
  package var xLabel: String
  /// Whether x counts whole things; then its ticks are integers and descriptions say "layers 0 to 19".
  package var xIsInteger: Bool
  package var axis: AxisRequest
  package var thresholds: [Threshold]
  package var guesses: [Guess]
  package var marks: [Mark]
  /// What the values are counted in, `ms`; empty for bare numbers.
  package var unit: String

  package init(
    title: String = "",
    kind: Kind,
    xLabel: String = "layer",
    xIsInteger: Bool = true,
    axis: AxisRequest = .automatic,
    thresholds: [Threshold] = [],
    guesses: [Guess] = [],
    marks: [Mark] = [],
    unit: String = ""
  ) {
    self.title = title
    self.kind = kind
    self.xLabel = xLabel
    self.xIsInteger = xIsInteger
    self.axis = axis
    self.thresholds = thresholds
    self.guesses = guesses
    self.marks = marks
    self.unit = unit
  }
}
