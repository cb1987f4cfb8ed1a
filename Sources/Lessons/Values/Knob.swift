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
