import Sessions

/// What one question was worth, and what was done for it.
package struct QuestionGrade: Sendable, Hashable {
  package let id: String
  package let verdict: Verdict
  package let effort: Effort
  /// What was answered in words, for a person to read; the last attempt last.
  package let words: [String]

  package init(id: String, verdict: Verdict, effort: Effort, words: [String] = []) {
    (self.id, self.verdict, self.effort, self.words) = (id, verdict, effort, words)
  }

  /// What it adds to the score.
  package var worth: Score.Worth { .marked(verdict) }

  /// Whether the lesson's own key cannot be worked out.
  var isFault: Bool { verdict.mark == .lessonFault }

  /// Whether it was credited for being done, not for being right.
  var isParticipation: Bool { verdict.mark == .guessed }

  /// The mark in words.
  package var mark: String { verdict.mark.rawValue }
}
