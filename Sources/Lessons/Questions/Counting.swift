/// Which attempt counts.
package enum Counting: Sendable, Hashable {
  /// The best one before the explanation; each has its verdict at once.
  case best
  case first
  /// The last one before the session is handed in; no verdict and no explanation before that.
  case last

  /// The ways that a question of a lesson for practice may name.
  enum Word: String, CaseIterable {
    case bestBeforeExplanation = "best-before-explanation"
    case first

    var counting: Counting {
      switch self {
      case .bestBeforeExplanation: .best
      case .first: .first
      }
    }
  }
}
