import Lessons

extension Session {
  /// The sum at this moment.
  ///
  /// Cost: as of the table of marks.
  mutating func sum() -> LessonSum {
    var sum = LessonSum(score: Score(questions.compactMap { rememberedWorth($0) }))
    for (number, step) in steps.enumerated() {
      for question in step.questions {
        guard let worth = rememberedWorth(question) else { continue }
        let id = question.id.value
        guard answers.isShown(id) else {
          sum.unseen += 1
          continue
        }
        let asked = LessonSum.Asked(
          question: id,
          step: number + 1,
          title: step.title.value
        )
        let isGuess = question.kind.answerable.outcome == .guess
        switch worth {
        case .kept: sum.kept += 1
        case .open: sum.open.append(asked)
        case .marked(let verdict):
          switch verdict.mark {
          case .lessonFault: continue
          case .toBeRead: sum.kept += 1
          case .guessed, .correct:
            if isGuess {
              sum.guesses += 1
              if account(question)?.effort.wasGoodGuess == true { sum.goodGuesses += 1 }
            } else {
              (sum.marked, sum.right) = (sum.marked + 1, sum.right + 1)
            }
          case .partial, .incorrect, .overBudget:
            sum.marked += 1
            sum.missed.append(asked)
          case .unanswered, .invalid:
            if question.kind.answerable.outcome == .verdict { sum.marked += 1 }
            if answers.isClosed(id) { sum.missed.append(asked) } else { sum.open.append(asked) }
          }
        }
      }
    }
    return sum
  }
}
