/// The outcome of a question: a closed set, of which only the first three score.
package enum Mark: String, Sendable, Hashable, CaseIterable {
  case correct
  case partial
  /// A guess, credited for being made.
  case guessed
  case incorrect
  case unanswered
  /// Lines were typed at the question, and none of them could be read as an answer.
  case invalid
  /// Marking the answer would have cost more than is allowed.
  case overBudget = "over budget"
  /// Words, which earn nothing before a person has read them.
  case toBeRead = "to be read"
  /// The lesson's own key cannot be worked out; the question leaves the maximum too.
  case lessonFault = "lesson fault"
}

/// The mark of one answer with what it earns, in hundredths of a point.
package struct Verdict: Sendable, Hashable {
  package var mark: Mark
  package var earned: Int
  package var maximum: Int

  /// A verdict that was given before, as it was kept.
  package init(kept mark: Mark, earned: Int, of maximum: Int) {
    (self.mark, self.earned, self.maximum) = (mark, earned, maximum)
  }

  init(_ mark: Mark, of maximum: Int, share: (numerator: Int, denominator: Int) = (1, 1)) {
    self.mark = mark
    switch mark {
    case .correct, .guessed: (earned, self.maximum) = (maximum, maximum)
    case .partial:
      (earned, self.maximum) = (maximum * share.numerator / max(1, share.denominator), maximum)
    case .incorrect, .unanswered, .invalid, .overBudget, .toBeRead:
      (earned, self.maximum) = (0, maximum)
    case .lessonFault: (earned, self.maximum) = (0, 0)
    }
  }
}

/// A number of points as it is written: `2`, `1.5`, `0.25`.
package func pointsText(_ hundredths: Int) -> String {
  let rest = hundredths % 100
  if rest == 0 { return "\(hundredths / 100)" }
  let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
  return "\(hundredths / 100).\(digits)"
}
