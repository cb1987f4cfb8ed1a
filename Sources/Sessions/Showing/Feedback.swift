import DeepNetworks

/// What is said of an answer; the words are in `Feedback+Wording.swift`.
enum Feedback: Sendable, Hashable {
  /// A copy without keys cannot mark it.
  case kept(Tries)
  /// It is marked when the session is handed in.
  case keptUntilHandedIn(Tries)
  /// The question is closed, and nothing is told of an answer.
  case late
  case keptForInstructor
  /// The working, where the answer was more than a number: `1.5^2 = 2.25`.
  case right(working: String?, Earning)
  case partly(Earning)
  case notYet(Tries, Miss?, Advice?)
  case tooDear
  case lessonFault
  /// A guess, beside what the network shows, or the choice that was right.
  case guess(String, shown: [Extended], right: String?, isNear: Bool, Earning)

  /// How many answers were given, and how many the question takes.
  struct Tries: Sendable, Hashable {
    var given: Int
    var most: Int?

    /// Whether no further one counts.
    var isLast: Bool { most.map { given >= $0 } ?? false }
  }

  /// What an attempt earns.
  enum Earning: Sendable, Hashable {
    /// The question is for practice.
    case nothing
    /// The question was closed before.
    case late
    case points(Int, of: Int)
  }

  /// What to type after a wrong answer.
  struct Advice: Sendable, Hashable {
    var trying: Trying?
    /// Whether there is a hint that was not given yet.
    var hasHint: Bool
  }
}
