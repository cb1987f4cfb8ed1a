/// Which attempt counts.
package enum Counting: String, Sendable, Hashable, CaseIterable {
  case bestBeforeExplanation = "best-before-explanation"
  case first
}
