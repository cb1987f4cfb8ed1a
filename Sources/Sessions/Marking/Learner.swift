/// Who plays: the name is a claim (design 5.2).
package struct Learner: Sendable, Hashable {
  /// Without one there are no variants.
  package var name: String?
  /// What makes the variants of one class others than those of the next.
  package var classSeed: String

  package init(name: String? = nil, classSeed: String = "") {
    self.name = name
    self.classSeed = classSeed
  }
}
