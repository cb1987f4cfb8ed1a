/// A quantity that a lesson sets and the learner changes.
package struct Parameter: Sendable, Hashable {
  /// A name of the cell language.
  package let name: Located<String>
  /// What it is at first.
  package let value: Value
  /// What it stands for.
  package let meaning: Prose

  /// What the parameter is at first.
  package enum Value: Sendable, Hashable {
    /// A number and, when the author gave a range, how the arrow keys turn it.
    case number(Number, Knob?)
    /// An expression of the cell language, such as `[1, 1]`.
    case expression(Located<String>)
  }
}

/// How far and how fast a parameter turns.
package struct Knob: Sendable, Hashable {
  /// Where turning down ends.
  package let lowest: Number
  /// Where turning up ends.
  package let highest: Number
  /// How it turns between them.
  package let scale: Scale

  /// What one press does.
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
  /// The nearest float to the digits.
  package let value: Double
  /// Where its digits begin.
  package let position: Position

  /// Whether it was written without point and exponent.
  package var isInteger: Bool { Int(text) != nil }
}
