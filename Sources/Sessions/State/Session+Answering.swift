import Lessons
import Notebooks

// At a question's prompt.
extension Session {
  /// A line that is no command, at the prompt of a question.
  mutating func answer(_ text: String, _ question: Question) -> [Request] {
    let id = question.id.value
    if text.isEmpty {
      prompt = .notebook
      // After an answer Enter goes on; before one it leaves the question open.
      return answers[id]?.isOpen ?? true ? [.say(.leftOpen(question))] : advance()
    }
    if !question.hasChoice(text) {
      if let command = bareCommand(text) { return perform(command) }
      if let name = commandWithoutColon(text) { return [.say(.colonMissing(name))] }
    }
    switch AnswerLine(text, for: question, frozen: frozen(question)) {
    case .trial(let statement):
      if statement.isEmpty { return [.say(.emptyTrial)] }
      return enter(statement)
    case .refused(let refusal):
      answers[id, default: AnswerRecord()].refusals += 1
      return [.say(.notAnAnswer(refusal, line: text))]
    case .answer(let answer): return record(answer, question)
    }
  }

  private mutating func record(_ answer: Answer, _ question: Question) -> [Request] {
    let id = question.id.value
    var record = answers[id] ?? AnswerRecord()
    let isFirst = record.attempts.isEmpty
    var attempt = AnswerRecord.Attempt(
      answer: answer,
      counts: !record.isClosed && (isFirst || question.countsLaterAttempts),
      notebook: taskNotebook
    )
    record.attempts.append(attempt)
    guard question.kind.answerable.outcome == .guess else {
      answers[id] = record
      return [.mark(question, attempt)]
    }
    // The cell below answers the guess, and a second guess would know it.
    record.isClosed = true
    answers[id] = record
    prompt = .notebook
    let revealed = isLastShown(id) ? revealAfterGuess(question.kind.answerable.guess(answer)) : []
    // Away from its step a guess has nothing beside it: the names mean something else there.
    let isHere = step?.questions.contains(question) == true
    attempt.notebook =
      isHere ? taskNotebook : TaskNotebook(lesson: Notebook(), whole: Notebook())
    record.attempts[record.attempts.count - 1] = attempt
    answers[id] = record
    return splice(.mark(question, attempt), into: revealed)
  }

  /// Whether nothing was shown since the question.
  private func isLastShown(_ id: String) -> Bool {
    guard case .step(let index, let revealed) = place, revealed > 0 else { return false }
    return units[index][revealed - 1].question?.id.value == id
  }

  private var taskNotebook: TaskNotebook { TaskNotebook(lesson: lessonNotebook, whole: notebook) }

  /// The comparison stands above the figure that shows it, behind the cell's lines.
  private func splice(_ mark: Request, into requests: [Request]) -> [Request] {
    let index = requests.firstIndex { request in
      if case .evaluate = request { true } else { false }
    }
    guard let index else { return requests + [mark] }
    return requests[..<index] + [mark] + requests[index...]
  }

  // MARK: - Questions by name

  /// Whether the question at the prompt waits for a first answer; behind one, Enter goes on.
  package var awaitsAnswer: Bool {
    guard case .answer(let id) = prompt else { return false }
    return answers[id]?.isOpen ?? true
  }

  /// The open question that a line at the notebook's prompt was perhaps meant for: it is a number,
  /// or the letter of a choice and no name.
  func questionMeant(by line: String) -> Question? {
    guard let question = currentQuestion, answers[question.id.value]?.isOpen ?? true else {
      return nil
    }
    let text = line.trimmingBlanks
    return question.kind.answerable.isMeant(by: text, in: notebook) ? question : nil
  }

  /// The question that commands without a name are about: the one at the prompt, or the last shown.
  var currentQuestion: Question? {
    if case .answer(let id) = prompt { return question(id) }
    guard case .step(let index, let revealed) = place else { return nil }
    return units[index].prefix(revealed).compactMap(\.question).last
  }

  /// Questions that were shown so far, in order.
  var shownQuestions: [Question] {
    lesson.questions.filter { answers[$0.id.value]?.isAsked == true }
  }

  /// Ids of the questions that were shown and wait for an answer.
  var openQuestions: [String] {
    shownQuestions.map(\.id.value).filter { answers[$0]?.isOpen ?? true }
  }

  /// What to say where no question is meant: those that wait, or that there is none.
  private var noQuestion: Request {
    let open = openQuestions
    return .say(open.isEmpty ? .noQuestion : .whichQuestion(open))
  }

  mutating func open(_ id: String?) -> [Request] {
    let question: Question
    if let id {
      guard let found = self.question(id) else {
        let ids = shownQuestions.map(\.id.value)
        return [.say(.noSuchQuestion(id, ids))]
      }
      question = found
    } else {
      guard let current = currentQuestion else { return [noQuestion] }
      question = current
    }
    guard answers[question.id.value]?.isAsked == true else {
      let step = lesson.steps.first { $0.questions.contains(question) }
      return [.say(.notYet(question.id.value, step: step?.id.value ?? ""))]
    }
    prompt = .answer(question.id.value)
    let closed = answers[question.id.value]?.isClosed == true
    return [.question(question)] + (closed ? [.say(.scoresNothing)] : [])
  }

  mutating func hint() -> [Request] {
    guard let question = currentQuestion else { return [noQuestion] }
    let id = question.id.value
    let given = answers[id]?.hints ?? 0
    guard given < question.hints.count else {
      return [.say(question.hints.isEmpty ? .noHint : .noMoreHints)]
    }
    answers[id, default: AnswerRecord()].hints = given + 1
    return [.say(.hint(given + 1, of: question.hints.count, question))]
  }

  mutating func skip() -> [Request] {
    guard let question = currentQuestion else { return [noQuestion] }
    answers[question.id.value, default: AnswerRecord()].isClosed = true
    prompt = .notebook
    return [.explain(question)]
  }
}

extension Question {
  /// Whether an attempt after the first one can still score.
  var countsLaterAttempts: Bool {
    switch credit {
    case .practice, .counted(_, .bestBeforeExplanation): true
    case .counted(_, .first): false
    }
  }

  func hasChoice(_ id: String) -> Bool { choices.contains { $0.id.value == id } }
}
