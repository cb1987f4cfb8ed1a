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
  let draws: [Frozen]

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
    question.kind.answerable.problems(self)
  }

  /// What is wrong once the cell that answers it has run.
  var problemsOnceShown: [Found] { question.kind.answerable.problemsOnceShown(self) }

  // MARK: - What the kinds audit with

  /// What a check finds for any draw, and whether a wrong answer can be typed at all.
  func texts(_ key: ExpressionKey, _ check: (Frozen) -> [Found]) -> [Found] {
    var found = forDraws(check)
    let typed = key.reject.contains { text in
      if case .answer = line(text.value, draws[0]) { true } else { false }
    }
    if !key.reject.isEmpty, !typed, key.misconceptions.isEmpty {
      found.append((.nothingPlausibleRejected, key.reject[0].position))
    }
    return found
  }

  /// What a check finds for any draw, each text once, with the first draw that shows it.
  func forDraws(upTo count: Int = .max, _ check: (Frozen) -> [Found]) -> [Found] {
    var known: Set<String> = []
    return draws.prefix(count).flatMap(check).filter { problem in
      let mark = "\(problem.problem.number) \(problem.position.line) \(problem.position.column)"
      return known.insert(mark).inserted
    }
  }

  /// Two known wrong answers that mean the same here, so that nobody can be told which it was.
  func overlaps(
    _ misconceptions: [Misconception],
    _ frozen: Frozen,
    _ isSame: (Misconception, Misconception) -> Bool
  ) -> [Found] {
    misconceptions.indices.flatMap { index -> [Found] in
      guard let first = misconceptions[..<index].first(where: { isSame($0, misconceptions[index]) })
      else { return [] }
      let (text, other) = (misconceptions[index].answer, first.answer.value)
      return [(.misconceptionsOverlap(text.value, other, draw: frozen.words), text.position)]
    }
  }

  func line(_ text: String, _ frozen: Frozen) -> AnswerLine {
    AnswerLine(text, for: question, frozen: frozen)
  }

  /// Accepts and rejects as they are marked.
  func marked(
    _ frozen: Frozen,
    _ key: ExpressionKey,
    isNear: (Extended) -> Bool
  ) -> [Found] {
    let marker = Marker(question, frozen: frozen)
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

  /// A choice whose id is the letter of another one cannot be meant by its id.
  static func letters(_ choices: [Choice]) -> [Found] {
    choices.enumerated().compactMap { index, choice in
      guard let letter = AnswerLine.letters.firstIndex(of: choice.id.value.lowercased()),
        letter < choices.count, letter != index
      else { return nil }
      return (.choiceIDIsLetter(choice.id.value), choice.id.position)
    }
  }

  /// What is wrong with an expression that shows what was guessed.
  func shown(
    _ text: Located<String>,
    isFit: (Value) -> Bool
  ) -> [Found] {
    switch TaskNotebook(lesson: notebook, whole: notebook).shown(text.value) {
    case .failure(let failure):
      [(.guessShowsNothing(text.value, reason: failure.problem.message), text.position)]
    case .success(let value):
      isFit(value)
        ? []
        : [(.guessShowsNothing(text.value, reason: "it is \(value.kind)."), text.position)]
    }
  }
}
