/// One frozen parameter of a question.
package struct GivenValue: Sendable, Hashable {
  /// A name of the cell language.
  package let name: Located<String>
  /// The same for everyone.
  package let value: Number
}
