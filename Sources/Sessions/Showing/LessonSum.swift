import Lessons

/// A lesson's questions at its end: what was right, what was missed and what is open.
struct LessonSum: Sendable, Hashable {
  /// A question by its id, with the step that asks it.
  struct Asked: Sendable, Hashable {
    let question: String
    /// Counted from 1.
    let step: Int
    let title: String
  }

  var score: Score
  /// How many questions count, without guesses and without what nobody here marks.
  var marked = 0
  var right = 0
  /// How many guesses were made, and how many of them were good.
  var guesses = 0
  var goodGuesses = 0
  /// Answered, and marked elsewhere or later.
  var kept = 0
  /// Answered, but not or not all right; or given up.
  var missed: [Asked] = []
  var open: [Asked] = []
  /// How many were never asked: their steps were left out.
  var unseen = 0
}

extension Session {
  /// The sum at this moment.
  ///
  /// Cost: as of the table of marks.
  var sum: LessonSum {
    var sum = LessonSum(score: score)
    for (number, step) in steps.enumerated() {
      for question in step.questions {
        guard let worth = worth(question) else { continue }
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
              if effort(question).wasGoodGuess == true { sum.goodGuesses += 1 }
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
