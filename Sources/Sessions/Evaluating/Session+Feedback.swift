import DeepNetworks
import Lessons
import Notebooks
import TerminalText

// What is said of an answer.
extension Session {
  func feedback(_ question: Question, _ attempt: AnswerRecord.Attempt) -> [Shown] {
    let frozen = frozen(question)
    let marker = Marker(question, frozen: frozen)
    guard let result = marker.result(of: attempt.answer, notebook: attempt.notebook) else {
      return [Feedback.kept.shown]
    }
    var shown: [Shown] = []
    switch question.kind.answerable.outcome {
    case .guess: shown.append(guessed(question, attempt, result).shown)
    case .kept: shown.append(Feedback.keptForInstructor.shown)
    case .verdict: shown.append(verdict(question, attempt, result).shown)
    }
    if let meaning = result.meaning {
      shown.append(.prose(meaning, values: values(of: meaning, question)))
    }
    if result.verdict.mark == .correct, let explain = question.explain {
      shown.append(.prose(explain, values: values(of: explain, question)))
    }
    return shown
  }

  private func verdict(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ result: Marker.Result
  ) -> Feedback {
    let earning = Self.earning(result.verdict, attempt)
    switch result.verdict.mark {
    case .correct: return .right(working: Self.working(attempt.answer), earning)
    case .partial: return .partly(earning)
    case .incorrect: return .notYet(advice(question, result))
    case .overBudget: return .tooDear
    case .lessonFault: return .lessonFault
    case .unanswered, .invalid: return .notYet(nil)
    }
  }

  private static func earning(
    _ verdict: Verdict,
    _ attempt: AnswerRecord.Attempt
  ) -> Feedback.Earning {
    guard verdict.maximum > 0 else { return .nothing }
    return attempt.counts ? .points(verdict.earned, of: verdict.maximum) : .late
  }

  /// What to type after a wrong answer; a known one has its meaning below instead.
  private func advice(_ question: Question, _ result: Marker.Result) -> Feedback.Advice? {
    guard result.meaning == nil else { return nil }
    return Feedback.Advice(
      trying: question.kind.answerable.trying,
      hasHint: answers.hints(question.id.value) < question.hints.count
    )
  }

  /// `1.5^19 = 2216.83782005310` where the answer was more than a number.
  private static func working(_ answer: Answer) -> String? {
    guard case .number(let value, let text) = answer else { return nil }
    let number = Rendering.number(value)
    return text.trimmingBlanks == number ? nil : "\(neutralised(text)) = \(number)"
  }

  private func guessed(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ result: Marker.Result
  ) -> Feedback {
    let mine: String
    switch attempt.answer {
    case .number(let value, _): mine = Rendering.number(value, digits: 6)
    case .points(let values):
      mine = values.map { Rendering.number($0, digits: 6) }.joined(separator: ", ")
    case .choices(let ids):
      mine = ids.compactMap { letter(of: $0, question) }.joined(separator: ", ")
    case .state(let state): mine = state.rawValue
    case .formula(let text), .words(let text): mine = neutralised(text)
    case .handedIn: mine = "handed in"
    }
    return .guess(
      mine,
      shown: result.shown,
      isNear: result.isNear,
      Self.earning(result.verdict, attempt)
    )
  }

  func explanation(_ question: Question) -> [Shown] {
    let isAnswered = answers.isAnswered(question.id.value)
    guard let explain = question.explain else {
      return [Sentence.closed(isAnswered: isAnswered, isReleased: lesson.isReleased).shown]
    }
    return [
      Aside.closed(isAnswered: isAnswered).shown,
      .prose(explain, values: values(of: explain, question)),
      Aside.enterGoesOn.shown,
    ]
  }
}
