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
      return answers[id]?.attempts.isEmpty ?? true ? [.say(.leftOpen(id))] : advance()
    }
    if let command = bareAnswerCommand(text) { return perform(command) }
    switch AnswerLine(text, for: question, frozen: frozen(question)) {
    case .trial(let statement):
      if statement.isEmpty { return [.say(.emptyTrial)] }
      return enter(statement)
    case .refused(let refusal):
      answers[id, default: AnswerRecord()].refusals += 1
      return [.say(.notAnAnswer(refusal))]
    case .answer(let answer): return record(answer, question)
    }
  }

  private func bareAnswerCommand(_ text: String) -> Command? {
    switch text {
    case "hint": .hint
    case "help": .help(nil)
    case "quit", "exit": .quit
    default: nil
    }
  }

  private mutating func record(_ answer: Answer, _ question: Question) -> [Request] {
    let id = question.id.value
    var record = answers[id] ?? AnswerRecord()
    var attempt = AnswerRecord.Attempt(
      answer: answer,
      counts: !record.isClosed,
      notebook: taskNotebook
    )
    guard case .predict(let prediction) = question.kind else {
      record.attempts.append(attempt)
      answers[id] = record
      return [.mark(question, attempt)]
    }
    // The cell below answers the guess, and a second guess would know it.
    record.isClosed = true
    prompt = .notebook
    let isAhead = currentQuestion == question
    let revealed = isAhead ? revealAfterGuess(Self.guess(answer, prediction)) : []
    attempt.notebook = taskNotebook
    record.attempts.append(attempt)
    answers[id] = record
    return splice(.mark(question, attempt), into: revealed)
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

  private static func guess(_ answer: Answer, _ prediction: Prediction) -> Guessed? {
    switch (prediction.form, answer) {
    case (.number(_, let at?, _), .number(let value, _)):
      Guessed(points: [Guessed.Point(at: at, value: value)])
    case (.points(_, let at, _), .points(let values)):
      Guessed(points: zip(at, values).map { Guessed.Point(at: $0, value: $1) })
    case (.number, _), (.points, _), (.choice, _): nil
    }
  }

  // MARK: - Questions by name

  /// The question that commands without a name are about: the one at the prompt, or the last shown.
  var currentQuestion: Question? {
    if case .answer(let id) = prompt { return question(id) }
    guard case .step(let index, let revealed) = place else { return nil }
    for unit in Unit.units(of: lesson.steps[index]).prefix(revealed).reversed() {
      if case .question(let question) = unit.content { return question }
    }
    return nil
  }

  /// Questions that were shown so far, in order.
  var shownQuestions: [Question] {
    switch place {
    case .before: return []
    case .after: return lesson.questions
    case .step(let index, let revealed):
      var shown = lesson.steps[..<index].flatMap(\.questions)
      for unit in Unit.units(of: lesson.steps[index]).prefix(revealed) {
        if case .question(let question) = unit.content { shown.append(question) }
      }
      return shown
    }
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
      guard let current = currentQuestion else { return [.say(.noQuestion)] }
      question = current
    }
    guard shownQuestions.contains(where: { $0.id.value == question.id.value }) else {
      return [.say(.notYet(question.id.value))]
    }
    prompt = .answer(question.id.value)
    let closed = answers[question.id.value]?.isClosed == true
    return [.question(question)] + (closed ? [.say(.scoresNothing)] : [])
  }

  mutating func hint() -> [Request] {
    guard let question = currentQuestion else { return [.say(.noQuestion)] }
    let id = question.id.value
    let given = answers[id]?.hints ?? 0
    guard given < question.hints.count else {
      return [.say(question.hints.isEmpty ? .noHint : .noMoreHints)]
    }
    answers[id, default: AnswerRecord()].hints = given + 1
    return [.say(.hint(given + 1, of: question.hints.count, question))]
  }

  mutating func skip() -> [Request] {
    guard let question = currentQuestion else { return [.say(.noQuestion)] }
    answers[question.id.value, default: AnswerRecord()].isClosed = true
    prompt = .notebook
    return [.explain(question)]
  }
}
