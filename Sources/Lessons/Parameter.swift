/// A quantity that a lesson sets and the learner changes.
package struct Parameter: Sendable, Hashable {
  package let name: Located<String>
  package let value: Value
  package let meaning: Prose

  package enum Value: Sendable, Hashable {
    /// A number and, when the author gave a range, how the arrow keys turn it.
    case number(Number, Knob?)
    /// An expression of the cell language, such as `[1, 1]`.
    case expression(Located<String>)
  }
}

/// How far and how fast a parameter turns.
package struct Knob: Sendable, Hashable {
  package let lowest: Number
  package let highest: Number
  package let scale: Scale

  package enum Scale: Sendable, Hashable {
    /// Each press adds the step.
    case linear(step: Number)
    /// Each press multiplies by the factor, which is above 1.
    case logarithmic(factor: Number)
  }
}

/// A number as the author wrote it, so that `0.1` can be read exactly.
package struct Number: Sendable, Hashable {
  /// The digits of the file without underscores, or the shortest text of the same value.
  package let text: String
  package let value: Double
  package let position: Position

  /// Whether it was written without point and exponent.
  package var isInteger: Bool { Int(text) != nil }
}
