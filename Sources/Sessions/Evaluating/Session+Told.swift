import Lessons

extension Session {
  /// What was told of the question at the prompt; nil before its first answer.
  package var told: Told? {
    guard case .answer(let id) = prompt, let last = lastTold, last.question == id else {
      return nil
    }
    return last.told
  }

  /// How often the question at the prompt was answered.
  package var triesHere: Int {
    if case .answer(let id) = prompt { answers.tries(id) } else { 0 }
  }

  /// Notes what an answer is told, with what its question takes.
  mutating func note(_ verdict: Verdict?, _ question: Question, _ tries: Feedback.Tries) {
    let told: Told =
      switch verdict?.mark {
      case nil, .toBeRead?: tries.isLast ? .over : .kept
      case .correct?, .guessed?: .right
      case .partial?, .incorrect?, .unanswered?, .invalid?, .overBudget?:
        tries.isLast ? .over : .notYet(left: tries.most.map { $0 - tries.given })
      case .lessonFault?: .over
      }
    lastTold = (question.id.value, told)
  }
}
