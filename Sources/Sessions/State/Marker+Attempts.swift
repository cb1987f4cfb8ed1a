import Lessons

extension Marker {
  /// The attempts without those that are marked as one before them is.
  func distinct(_ attempts: [AnswerRecord.Attempt]) -> [AnswerRecord.Attempt] {
    var seen: Set<Basis> = []
    return attempts.filter { attempt in
      let basis = question.kind.answerable.own(attempt.notebook)
      return seen.insert(Basis(answer: attempt.answer, own: basis)).inserted
    }
  }

  /// What the mark of an attempt follows from: the answer, and the learner's definitions that are marked.
  private struct Basis: Hashable {
    var answer: Answer
    var own: [String]
  }
}
