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
