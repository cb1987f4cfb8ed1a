/// One of the answers to choose from; its letter belongs to its id.
package struct Choice: Sendable, Hashable {
  /// How answers and keys name it.
  package let id: Located<String>
  /// What the learner reads.
  package let text: Prose
  /// Its place among those that stand last in the order shown; `nil` where any place will do.
  package let lastPlace: Int?
}
