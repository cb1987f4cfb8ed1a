import Lessons

extension Marker {
  /// The attempts without those that are marked as one before them is.
  func distinct(_ attempts: [AnswerRecord.Attempt]) -> [AnswerRecord.Attempt] {
    var seen: Set<Basis> = []
    return attempts.filter { seen.insert(basis(of: $0)).inserted }
  }

  func basis(of attempt: AnswerRecord.Attempt) -> Basis {
    Basis(answer: attempt.answer, own: question.kind.answerable.own(attempt.notebook))
  }

  /// What the mark of an attempt follows from: the answer, and the learner's definitions that are marked.
  struct Basis: Hashable {
    let answer: Answer
    let own: [String]
  }
}
