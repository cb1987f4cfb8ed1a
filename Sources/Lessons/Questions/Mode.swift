/// What the answers of a lesson are for.
package enum Mode: String, Sendable, Hashable, CaseIterable {
  /// Each answer has its verdict, and the best one counts.
  case practice
  /// Nothing is told before the session is handed in, and the last answer counts.
  case graded
}
