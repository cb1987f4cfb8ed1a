/// What a learner has done with a question that was shown.
struct AnswerRecord: Sendable {
  struct Attempt: Sendable {
    var answer: Answer
    /// Made while the question was open: only such attempts score.
    var counts: Bool
    /// Made when the question was closed, for the learner alone.
    var isLate: Bool
    var notebook: TaskNotebook
  }

  enum State: Sendable, Hashable {
    /// An attempt may still score.
    case open
    /// The explanation was seen, the question was given up, what it asks was shown, or it has taken
    /// as many answers as it takes.
    case closed
    /// The session was handed in with its answer.
    case handedIn
  }

  /// How often it has changed.
  var changes = 0
  private(set) var attempts: [Attempt] = []
  /// How many of them were made while the question was open.
  private(set) var tries = 0
  /// Lines at the prompt that were no answers.
  var refusals = 0
  var hints = 0
  /// How many of the hints were given while the question was open: later ones cost nothing.
  var countedHints = 0
  var state = State.open
  /// Whether an attempt may score.
  private(set) var isCounted = false

  /// Whether it still waits for a first answer.
  var isWaiting: Bool { attempts.isEmpty && state == .open }

  mutating func add(_ attempt: Attempt) {
    attempts.append(attempt)
    if !attempt.isLate { tries += 1 }
    if attempt.counts { isCounted = true }
  }

  /// What the last attempt is about is not what it was taken for at first.
  mutating func setLast(notebook: TaskNotebook) {
    guard let last = attempts.indices.last else { return }
    attempts[last].notebook = notebook
  }
}
