import DeepNetworks
import Lessons
import Notebooks
import TerminalText

// What is said of an answer.
extension Session {
  mutating func feedback(_ question: Question, _ attempt: AnswerRecord.Attempt) -> [Shown] {
    // What comes late is counted nowhere.
    let tries =
      attempt.isLate
      ? Feedback.Tries(given: 0, most: nil)
      : Feedback.Tries(given: answers.tries(question.id.value), most: question.attempts)
    if isConcealed(question) {
      note(nil, question, tries)
      guard !attempt.isLate else { return [Feedback.late.shown] }
      return [Feedback.keptUntilHandedIn(tries).shown] + remarks(question, attempt)
    }
    let marker = Marker(question, frozen: frozen(question))
    // What its key comes to is worked out once for all attempts.
    variants[question.id.value] = marker.frozen
    guard var result = result(of: attempt, marker) else {
      note(nil, question, tries)
      guard !attempt.isLate else { return [Feedback.late.shown] }
      return [Feedback.kept(tries).shown] + remarks(question, attempt)
    }
    note(result.verdict, question, tries)
    var shown: [Shown] = []
    switch question.kind.answerable.outcome {
    case .guess:
      if question.isGraded { result.forget(question) }
      shown.append(guessed(question, attempt, result).shown)
    case .kept: shown.append(Feedback.keptForInstructor.shown)
    case .verdict:
      shown.append(verdict(question, attempt, result, tries).shown)
      shown += staying(question, attempt, marker, result.verdict)
      shown += failing(result)
      if question.kind.answerable.isHandedIn || result.lacksDigits {
        shown += remarks(question, attempt, behind: result)
      }
    }
    if let meaning = result.meaning {
      shown.append(.prose(meaning, values: values(of: meaning, question)))
    }
    let isOver = tries.isLast && question.kind.answerable.outcome == .verdict
    if result.verdict.mark == .correct || isOver, let explain = question.explain {
      shown.append(.prose(explain, values: values(of: explain, question)))
    }
    return shown
  }

  /// That an earlier answer has earned more, and keeps it.
  private mutating func staying(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ marker: Marker,
    _ verdict: Verdict
  ) -> [Shown] {
    let attempts = answers.attempts(question.id.value)
    let id = question.id.value
    // Nothing has earned more than all: what came before need not be worked out.
    if attempt.counts, verdict.earned == verdict.maximum {
      earned[id] = (attempts.count, verdict.maximum)
      return []
    }
    let told = earned[id]
    var before = told?.most ?? 0
    // Those of a session that was taken up were not told, and are worked out once, each distinct one.
    let untold = attempts.dropLast().dropFirst(told?.attempts ?? 0).filter(\.counts)
    for earlier in marker.distinct(untold) where before < verdict.maximum {
      let result = marker.result(of: earlier.answer, notebook: earlier.notebook)
      before = max(before, result?.verdict.earned ?? 0)
    }
    earned[id] = (attempts.count, attempt.counts ? max(before, verdict.earned) : before)
    guard before > verdict.earned else { return [] }
    return [Aside.stays(before, of: verdict.maximum).shown]
  }

  /// What an attempt comes to; a task that is handed in again as it was is not worked out again.
  private mutating func result(
    of attempt: AnswerRecord.Attempt,
    _ marker: Marker
  ) -> Marker.Result? {
    guard marker.question.kind.answerable.isHandedIn else {
      return marker.result(of: attempt.answer, notebook: attempt.notebook)
    }
    let (id, basis) = (marker.question.id.value, marker.basis(of: attempt))
    if let last = lastHandedIn, last.question == id, last.basis == basis { return last.result }
    let result = marker.result(of: attempt.answer, notebook: attempt.notebook)
    lastHandedIn = result.map { (id, basis, $0) }
    return result
  }

  /// The condition of a task that fails, in the author's words if there are any.
  private func failing(_ result: Marker.Result) -> [Shown] {
    guard let failing = result.failing else { return [] }
    let told = Aside.fails(failing).shown
    return failing.meaning.map { [.prose($0, values: [:]), told] } ?? [told]
  }

  /// What can be said of an answer without knowing the key; behind a verdict only what that leaves open.
  private func remarks(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    behind result: Marker.Result? = nil
  ) -> [Shown] {
    switch question.kind {
    case .number(let number):
      guard case .number(_, let text) = attempt.answer,
        let digits = TypedDigits(text, for: number.tolerance)
      else { return [] }
      return [Aside.fewDigits(digits, number.tolerance).shown]
    case .task(let task):
      let basis = attempt.notebook.basis(
        uses: task.uses.map(\.value),
        given: task.given.map(\.value),
        changed: notebooks.namesOfStep,
        failing: result?.failing
      )
      if let result, basis.isPlain(result.verdict.mark) { return [] }
      return [Aside.markedWith(basis).shown]
    case .choice, .choices, .expression, .predict, .text: return []
    }
  }

  private func verdict(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ result: Marker.Result,
    _ tries: Feedback.Tries
  ) -> Feedback {
    let earning = Self.earning(result.verdict, attempt)
    switch result.verdict.mark {
    case .correct, .guessed: return .right(working: Self.working(attempt.answer), earning)
    case .partial: return .partly(earning)
    case .incorrect: return .notYet(tries, result.miss, advice(question, result, tries))
    case .overBudget: return .tooDear
    case .lessonFault: return .lessonFault
    case .unanswered, .invalid, .toBeRead: return .notYet(tries, nil, nil)
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
  private func advice(
    _ question: Question,
    _ result: Marker.Result,
    _ tries: Feedback.Tries
  ) -> Feedback.Advice? {
    guard result.meaning == nil, !tries.isLast else { return nil }
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
      right: result.isNear || question.isGraded
        ? nil : question.kind.answerable.rightAnswer(frozen(question)),
      isNear: result.isNear,
      Self.earning(result.verdict, attempt)
    )
  }

  func explanation(_ question: Question) -> [Shown] {
    let isAnswered = answers.isCounted(question.id.value)
    // In a graded lesson the key is not told, whatever else is.
    let right = question.isGraded ? nil : question.kind.answerable.rightAnswer(frozen(question))
    guard let explain = question.explain, !isConcealed(question) else {
      return [
        Sentence.closed(
          isAnswered: isAnswered,
          answer: right,
          isReleased: lesson?.isReleased ?? false
        ).shown
      ]
    }
    return [
      Aside.closed(isAnswered: isAnswered || isTalk, answer: right).shown,
      .prose(explain, values: values(of: explain, question)),
      Aside.enterGoesOn.shown,
    ]
  }
}

extension Marker.Result {
  /// Leaves out of a guess what only a copy with keys can tell: before it is handed in, a graded
  /// lesson says the same on either.
  fileprivate mutating func forget(_ question: Question) {
    meaning = nil
    if !question.choices.isEmpty { isNear = false }
  }

  /// Whether a wrong answer is the key with too few digits.
  fileprivate var lacksDigits: Bool { miss == .rounded }
}
