import DeepNetworks
import Lessons
import Notebooks

/// Works out everything that a question says is right or wrong.
struct QuestionAudit {
  typealias Found = (problem: AuditFinding.Problem, position: Position)

  let question: Question
  /// The lesson's definitions when the question is asked.
  let notebook: Notebook
  /// The values that the question's parameters take for different learners, each once.
  private let draws: [Frozen]

  /// Learners whose draws are tried.
  private static let learners = 60

  init(_ question: Question, lesson: String, notebook: Notebook) {
    self.question = question
    self.notebook = notebook
    let names = question.vary.isEmpty ? [] : (0..<Self.learners).map { "learner \($0)" }
    let learners = [Learner()] + names.map { Learner(name: $0) }
    var seen: Set<Frozen> = []
    draws = learners.map { Frozen(question, lesson: lesson, learner: $0) }
      .filter { seen.insert($0).inserted }
  }

  /// What is wrong; each text is named once, with the first draw that shows it.
  var problems: [Found] {
    switch question.kind {
    case .number(let tolerance, .key(let key)): texts(key) { number($0, tolerance, key) }
    case .expression(let over, let tolerance, .key(let key)):
      texts(key) { formula($0, over, tolerance, key) }
    case .choice(let choices, _), .choices(let choices, _): Self.letters(choices)
    case .predict(let prediction):
      if case .choice(let choices, _) = prediction.form { Self.letters(choices) } else { [] }
    case .task(let task):
      if case .key(let key) = task.key {
        TaskAudit(question, task, key, notebook).problems
      } else {
        []
      }
    case .text, .number(_, .withheld), .expression(_, _, .withheld): []
    }
  }

  private func texts(_ key: ExpressionKey, _ check: (Frozen) -> [Found]) -> [Found] {
    var known: Set<String> = []
    var found: [Found] = []
    for frozen in draws {
      for problem in check(frozen) {
        let mark = "\(problem.problem.number) \(problem.position.line) \(problem.position.column)"
        if known.insert(mark).inserted { found.append(problem) }
      }
    }
    let typed = key.reject.contains { text in
      if case .answer = line(text.value, draws[0]) { true } else { false }
    }
    if !key.reject.isEmpty, !typed, key.misconceptions.isEmpty {
      found.append((.nothingPlausibleRejected, key.reject[0].position))
    }
    return found
  }

  func line(_ text: String, _ frozen: Frozen) -> AnswerLine {
    AnswerLine(text, for: question, frozen: frozen)
  }

  // MARK: - Numbers

  private func number(_ frozen: Frozen, _ tolerance: Tolerance, _ key: ExpressionKey) -> [Found] {
    let marker = Marker(question, frozen: frozen)
    let draw = frozen.words
    guard NamedState(rawValue: key.answer.value) == nil else {
      return marked(marker, frozen, key) { _ in false }
    }
    let value: Extended
    switch worked(key.answer.value, frozen) {
    case .failure(let failure):
      let problem = AuditFinding.Problem.keyFails(
        key.answer.value,
        reason: failure.problem.message,
        draw: draw
      )
      return [(problem, key.answer.position)]
    case .success(let worked): value = worked
    }
    guard value.isFinite else {
      return [(.keyNotFinite(key.answer.value, draw: draw), key.answer.position)]
    }
    var found: [Found] = []
    switch tolerance {
    case .absolute(let number) where number.extended >= value.abs():
      found.append((.absoluteTooWide(tolerance.text, draw: draw), number.position))
    case .relative, .decades, .significant:
      if value.isZero { found.append((.onlyZeroIsRight(draw: draw), key.answer.position)) }
    case .absolute, .exact: break
    }
    found += marked(marker, frozen, key) { tolerance.acceptsDoubled($0, key: value) }
    for misconception in key.misconceptions {
      let text = misconception.answer
      switch worked(text.value, frozen) {
      case .failure(let failure):
        let reason = failure.problem.message
        found.append((.misconceptionFails(text.value, reason: reason, draw: draw), text.position))
      case .success(let wrong):
        if tolerance.acceptsDoubled(wrong, key: value) {
          found.append((.misconceptionTooNear(text.value, draw: draw), text.position))
        }
      }
    }
    return found
  }

  /// The number that a text of the lesson stands for, or why it stands for none.
  private func worked(_ text: String, _ frozen: Frozen) -> Result<Extended, Failure> {
    do throws(Failure) {
      let value = try frozen.notebook.value(
        ofExpression: TypedNumber.asWritten(text),
        meter: Meter(limits: AnswerLine.limits)
      )
      if case .number(let number) = value { return .success(number) }
      return .success(.nan)
    } catch {
      return .failure(error)
    }
  }

  /// Accepts and rejects as they are marked.
  private func marked(
    _ marker: Marker,
    _ frozen: Frozen,
    _ key: ExpressionKey,
    isNear: (Extended) -> Bool
  ) -> [Found] {
    let empty = TaskNotebook(lesson: notebook, whole: notebook)
    var found: [Found] = []
    for (text, isRight) in key.accept.map({ ($0, true) }) + key.reject.map({ ($0, false) }) {
      switch line(text.value, frozen) {
      case .trial: found.append((.notAnAnswer(text.value, reason: "it is a trial."), text.position))
      case .refused(let refusal):
        found.append((.notAnAnswer(text.value, reason: refusal.words(text.value)), text.position))
      case .answer(let answer):
        let isCorrect = marker.result(of: answer, notebook: empty)?.verdict.mark == .correct
        if isRight, !isCorrect {
          found.append((.acceptIsWrong(text.value, draw: frozen.words), text.position))
        } else if !isRight, isCorrect {
          found.append((.rejectIsRight(text.value, draw: frozen.words), text.position))
        } else if !isRight, case .number(let value, _) = answer, isNear(value) {
          found.append((.rejectTooNear(text.value, draw: frozen.words), text.position))
        }
      }
    }
    return found
  }

  // MARK: - Expressions

  private func formula(
    _ frozen: Frozen,
    _ over: [Draw],
    _ tolerance: Tolerance,
    _ key: ExpressionKey
  ) -> [Found] {
    let points = FormulaPoints(over, frozen)
    guard points.compare(key.answer.value, with: key.answer.value, tolerance) == .equal else {
      return [(.keyWithoutValues(key.answer.value), key.answer.position)]
    }
    let near = key.misconceptions.filter {
      points.compare($0.answer.value, with: key.answer.value, tolerance) == .equal
    }
    return marked(Marker(question, frozen: frozen), frozen, key) { _ in false }
      + near.map {
        (.misconceptionTooNear($0.answer.value, draw: frozen.words), $0.answer.position)
      }
  }

  // MARK: - Choices

  /// A choice whose id is the letter of another one cannot be meant by its id.
  private static func letters(_ choices: [Choice]) -> [Found] {
    choices.enumerated().compactMap { index, choice in
      guard let letter = AnswerLine.letters.firstIndex(of: choice.id.value.lowercased()),
        letter < choices.count, letter != index
      else { return nil }
      return (.choiceIDIsLetter(choice.id.value), choice.id.position)
    }
  }

  // MARK: - Guesses

  /// What is wrong with a guess once the cell that answers it has run.
  var guessProblems: [Found] {
    guard case .predict(let prediction) = question.kind else { return [] }
    let whole = TaskNotebook(lesson: notebook, whole: notebook)
    switch prediction.form {
    case .choice: return []
    case .number(let shows, _, _):
      return shown(shows, whole) { value in
        if case .number = value { true } else { false }
      }
    case .points(let shows, let at, _):
      return shown(shows, whole) { value in at.allSatisfy { value.number(at: $0) != nil } }
    }
  }

  private func shown(
    _ text: Located<String>,
    _ notebook: TaskNotebook,
    isFit: (Value) -> Bool
  ) -> [Found] {
    switch notebook.shown(text.value) {
    case .failure(let failure):
      [(.guessShowsNothing(text.value, reason: failure.problem.message), text.position)]
    case .success(let value):
      isFit(value)
        ? []
        : [(.guessShowsNothing(text.value, reason: "it is \(value.kind)."), text.position)]
    }
  }
}

extension Frozen {
  /// The values as one would write them: `s = 1.5, L = 20`.
  var words: String { entries.map { "\($0.name) = \($0.text)" }.joined(separator: ", ") }
}
