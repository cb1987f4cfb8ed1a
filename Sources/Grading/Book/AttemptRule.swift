/// Which of several files of one learner counts.
package enum AttemptRule: String, Sendable, Hashable, CaseIterable {
  /// The one that came last.
  case last
  /// The one with the most points.
  case best
}
