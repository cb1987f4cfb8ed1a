import DeepNetworks
import Lessons

/// Marks answers against a question's key.
///
/// Nothing that it returns for a wrong, unreadable or failing answer holds a key or part of one.
struct Marker: Sendable {
  let question: Question
  let frozen: Frozen
  /// Whether anybody is told what is wrong with an answer, and not only what it is worth.
  let tells: Bool

  init(_ question: Question, frozen: Frozen, tells: Bool = true) {
    self.question = question
    self.tells = tells
    self.frozen = frozen.knowing(question.kind.answerable.keyTexts)
  }

  /// What an answer is worth and what is said of it.
  struct Result: Sendable, Hashable {
    var verdict: Verdict
    /// What a known wrong answer means.
    var meaning: Prose?
    /// For a guess: what the notebook shows, beside what was guessed.
    var shown: [Extended] = []
    /// Whether a guess was near.
    var isNear = false
    /// The condition of a task that fails.
    var failing: FailingCondition?
    /// How a number misses the key.
    var miss: Miss?
  }

  var maximum: Int {
    switch question.credit {
    case .practice: 0
    case .counted(let points, _): points.hundredths
    }
  }

  /// Marks an answer; nil where the copy of the lesson has no key.
  ///
  /// Tasks and guesses are about the notebook as it was when the answer was given.
  func result(of answer: Answer, notebook: TaskNotebook) -> Result? {
    question.kind.answerable.result(of: answer, self, notebook)
  }

  /// Whether the question's own key cannot be worked out for this learner, whatever the answer.
  var isFaulty: Bool { question.kind.answerable.isFaulty(frozen) }

  // MARK: - What the kinds mark with

  func result(_ mark: Mark, _ meaning: Prose? = nil) -> Result {
    Result(verdict: Verdict(mark, of: maximum), meaning: mark == .correct ? nil : meaning)
  }

  /// A number within so much of a known wrong one was reached by its thought.
  static let nearMisconception = Extended(0.03)

  /// Within so much it is that number itself, and not the key with few digits.
  static let sameMisconception = Extended(1e-9)

  /// What the known wrong answer that is nearest to a number means, if it is near enough.
  func meaning(
    of misconceptions: [Misconception],
    nearest given: Extended,
    _ isNear: (Extended) -> Bool
  ) -> Prose? {
    var best: (distance: Extended, meaning: Prose)?
    for misconception in misconceptions {
      guard let value = frozen.number(misconception.answer.value), isNear(value) else { continue }
      let distance = (given - value).abs()
      if best.map({ distance < $0.distance }) ?? true { best = (distance, misconception.meaning) }
    }
    return best?.meaning
  }
}
