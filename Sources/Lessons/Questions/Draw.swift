/// One parameter and the values that it may take.
package struct Draw: Sendable, Hashable {
  /// A name of the cell language.
  package let name: Located<String>
  /// What it may be.
  package let domain: Domain
  /// Where the list or range begins.
  package let position: Position

  /// The values that a parameter may take.
  package enum Domain: Sendable, Hashable {
    case oneOf([Number])
    /// `from...through by step`; without a step, 1 between integers, else 101 samples.
    case range(from: Number, through: Number, step: Number?)
  }
}
