/// What somebody's answers are worth together, in hundredths of a point.
///
/// A question that nobody here can mark, because its key is withheld or a person must read the
/// answer, counts in the maximum; a fault of the lesson leaves it.
package struct Score: Sendable, Hashable {
  /// How many answers are kept and not marked.
  package let kept: Int
  /// How many points a person may still give for words, in hundredths.
  package let toBeRead: Int
  package let earned: Int
  /// The most that all questions could bring, without those that the lesson cannot mark.
  package let maximum: Int

  package init(_ worths: [Worth]) {
    kept = worths.count { $0.isKept }
    toBeRead = worths.reduce(0) { $0 + $1.toBeRead }
    earned = worths.reduce(0) { $0 + $1.earned }
    maximum = worths.reduce(0) { $0 + $1.maximum }
  }

  /// `5 of 14.5`.
  package var points: String { "\(pointsText(earned)) of \(pointsText(maximum))" }

  /// What one question brings.
  package enum Worth: Sendable, Hashable {
    case marked(Verdict)
    /// It is answered: without a key, or for a person to read.
    case kept(of: Int)
    /// The same, without an answer.
    case open(of: Int)

    package var earned: Int {
      switch self {
      case .marked(let verdict): verdict.earned
      case .kept, .open: 0
      }
    }

    package var maximum: Int {
      switch self {
      case .marked(let verdict): verdict.maximum
      case .kept(let most), .open(let most): most
      }
    }

    fileprivate var isKept: Bool {
      switch self {
      case .kept: true
      case .marked(let verdict): verdict.mark == .toBeRead
      case .open: false
      }
    }

    fileprivate var toBeRead: Int {
      switch self {
      case .marked(let verdict) where verdict.mark == .toBeRead: verdict.maximum
      case .marked, .kept, .open: 0
      }
    }
  }
}
