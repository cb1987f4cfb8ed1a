import TerminalText

extension LessonSum {
  /// At most five sentences, each on a line of its own.
  var styled: StyledText {
    var text = StyledText("That is the whole lesson.", .heading)
    text.append(earned)
    for line in [answered, missedWords, openWords, again].compactMap({ $0 }) {
      text.append("\n" + line)
    }
    return text
  }

  private var earned: String {
    guard score.maximum > 0 else { return "" }
    return marked + guesses + unseen > 0
      ? " \(score.points) \(score.maximum == 100 ? "point" : "points")." : ""
  }

  private var answered: String? {
    var parts: [String] = []
    if marked > 0 {
      parts.append(
        right == marked
          ? marked == 1 ? "The question is answered right" : "All \(marked) questions are right"
          : "\(right) of \(marked) questions \(right == 1 ? "is" : "are") right"
      )
    }
    if guesses > 0 {
      parts.append(
        guesses == 1
          ? goodGuesses == 1 ? "the guess was good" : "1 guess made"
          : "\(guesses) guesses made"
            + (goodGuesses > 0 ? ", \(goodGuesses) of them good" : "")
      )
    }
    if kept > 0 { parts.append("\(kept) \(kept == 1 ? "answer is" : "answers are") kept") }
    if unseen > 0 { parts.append("\(unseen) \(unseen == 1 ? "was" : "were") not asked") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  private var missedWords: String? { missed.isEmpty ? nil : "Missed: \(Self.named(missed))." }
  private var openWords: String? { open.isEmpty ? nil : "Still open: \(Self.named(open))." }

  private var again: String? {
    guard let first = open.first ?? missed.first else { return nil }
    return ":answer \(first.question) goes there; :go \(first.step) shows its step again."
  }

  private static let mostNamed = 3

  /// `zero (step 7, Numbers run out) and 2 more`; a step that several are in is named once.
  private static func named(_ questions: [Asked]) -> String {
    var steps: [(step: Asked, ids: [String])] = []
    for question in questions.prefix(mostNamed) {
      if steps.last?.step.step == question.step {
        steps[steps.count - 1].ids.append(question.question)
      } else {
        steps.append((question, [question.question]))
      }
    }
    let words = steps.map { step, ids in
      "\(listed(ids)) (step \(step.step), \(neutralised(step.title)))"
    }
    let more = questions.count - mostNamed
    return (words + (more > 0 ? ["\(more) more"] : [])).joined(separator: "; ")
  }
}
