import Sessions

/// What one question was worth, and what was done for it.
package struct QuestionGrade: Sendable, Hashable {
  package let id: String
  package let verdict: Verdict
  package let effort: Effort
  /// What was answered, one by one; of many the first and the last.
  package let tries: [Tried]
  /// What a person who read the words has said, and given; nil where none did.
  package let reading: Reading?

  /// What a person has given for words.
  package struct Reading: Sendable, Hashable {
    let points: Int
    let comment: String
  }

  init(id: String, account: Account) {
    self.init(
      id: id,
      verdict: account.verdict,
      effort: account.effort,
      tries: account.tries,
      reading: nil
    )
  }

  init(id: String, verdict: Verdict, effort: Effort, tries: [Tried], reading: Reading?) {
    (self.id, self.verdict, self.effort, self.tries) = (id, verdict, effort, tries)
    self.reading = reading
  }

  /// The same with the points that a person has given.
  func read(_ reading: Reading) -> QuestionGrade {
    let mark: Mark =
      reading.points == 0
      ? .incorrect : reading.points == verdict.maximum ? .correct : .partial
    return QuestionGrade(
      id: id,
      verdict: Verdict(kept: mark, earned: reading.points, of: verdict.maximum),
      effort: effort,
      tries: tries,
      reading: reading
    )
  }

  /// What it adds to the score.
  package var worth: Score.Worth { .marked(verdict) }

  /// Whether the lesson's own key cannot be worked out.
  var isFault: Bool { verdict.mark == .lessonFault }

  /// Whether it was credited for being done, not for being right.
  var isParticipation: Bool { verdict.mark == .guessed }

  /// Whether a person must still read it.
  var isOpen: Bool { verdict.mark == .toBeRead }

  /// The mark in words.
  package var mark: String { verdict.mark.rawValue }

  /// The place of the first right answer among those that are told; nil where there is none.
  var firstRight: Int? { tries.firstIndex { $0.mark == .correct && $0.counts }.map { $0 + 1 } }
}
