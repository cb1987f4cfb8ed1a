import Lessons
import Notebooks

// At a question's prompt.
extension Session {
  /// A line that is no command, at the prompt of a question.
  mutating func answer(_ text: String, _ question: Question) -> [Request] {
    let id = question.id.value
    if text.isEmpty {
      position.leaveQuestion()
      // After an answer Enter goes on; before one it leaves the question open.
      if answers.isWaiting(id) { return [.say(.leftOpen(question))] }
      // Who has looked back at an earlier question goes on where the lesson waits.
      if let open = currentQuestion, open.id.value != id, answers.isWaiting(open.id.value) {
        return self.open(open.id.value)
      }
      return advance()
    }
    if !question.hasChoice(text) {
      if let command = bareCommand(text) { return command(&self) }
      if !question.takesWords || Command.names.contains(text),
        let line = commandWithoutColon(text), !namesAnAnswer(text)
      {
        return [.say(.colonMissing(line))]
      }
    }
    switch AnswerLine(text, for: question, frozen: frozen(question)) {
    case .trial where question.kind.answerable.isHandedIn && saysDone(text):
      return [.say(.notAnAnswer(.handIn, line: text))]
    case .trial(let statement):
      if statement.isEmpty { return [.say(.emptyTrial)] }
      return [.enter(statement), .show { $0.noAnswer(text, question) }]
    case .refused(let refusal):
      if let requests = tried(text, question, refusal) { return requests }
      answers.refuse(id)
      return [.say(.notAnAnswer(refusal, line: text))]
    case .answer(let answer):
      let notebook = taskPlaces.notebook(for: question, notebooks)
      if let refusal = question.kind.answerable.refusal(notebook) {
        answers.refuse(id)
        return [.say(.notAnAnswer(refusal, line: text))]
      }
      return record(answer, question, notebook)
    }
  }

  /// Whether a line is the word "answer" before something that is no question's name.
  private func namesAnAnswer(_ text: String) -> Bool {
    let (word, rest) = Command.parts(text)
    return word == Command.answer.name && !rest.isEmpty && self.question(rest) == nil
  }

  /// Whether a line says that a task is done, in other words than `done`, and is no name of the notebook.
  private func saysDone(_ text: String) -> Bool {
    if text.utf8.contains(UInt8(ascii: "=")) { return false }
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }
    return Self.wordsOfDone.contains(words) && !notebook.definitions.contains(text)
  }

  private static let wordsOfDone: Set<String> = [
    "finished", "ready", "i am done", "im done", "im finished", "im ready", "ok done", "all done",
    "its done", "submit it", "check it", "check", "hand in", "done now",
  ]

  private mutating func record(
    _ answer: Answer,
    _ question: Question,
    _ notebook: TaskNotebook
  ) -> [Request] {
    let id = question.id.value
    let attempt = answers.take(answer, to: question, on: notebook)
    guard question.kind.answerable.outcome == .guess else { return [.mark(question, attempt)] }
    // The cell below answers the guess, and a second guess would know it.
    answers.close(id)
    position.leaveQuestion()
    let isLast = isLastShown(id)
    let revealed = isLast ? revealAfterGuess(question.kind.answerable.guess(answer)) : []
    // Away from its step a guess has nothing beside it: the names mean something else there.
    let isHere = step?.questions.contains(question) == true
    let behind = awaited.contains(id) && !isLast ? taskPlaces.behind(question) : nil
    let shown =
      behind
      ?? (isHere ? notebooks.forTask : TaskNotebook(lesson: Notebook(), whole: Notebook()))
    return splice(.mark(question, answers.moveLast(id, to: shown) ?? attempt), into: revealed)
  }

  /// Runs a line that is no answer and means something in the notebook; nil for any other.
  private mutating func tried(
    _ text: String,
    _ question: Question,
    _ refusal: AnswerRefusal
  ) -> [Request]? {
    switch refusal {
    case .notebookName, .noSuchChoice, .severalChoices, .letterInWords: break
    case .unreadable, .factorsApart, .notANumber, .severalLines, .oneChoice, .count, .handIn,
      .waits, .noValue, .otherKind, .tooLong:
      return nil
    }
    guard let statement = meaningful(text) else { return nil }
    if case .expression(let expression) = statement.kind {
      // It may be an answer in terms of the notebook: what one is made of is said behind its value.
      if case .notebookName = refusal, !expression.isFirst {
        answers.refuse(question.id.value)
        return [.show { $0.inOneLine(statement) }, .say(.notAnAnswer(refusal, line: text))]
      }
    }
    return [.enter(text), .show { $0.noAnswer(text, question) }]
  }

  /// The statement that a line is, where it means something in the notebook.
  func meaningful(_ text: String) -> Statement? {
    let results = Parser.statements(of: text)
    guard results.count == 1, case .success(let statement) = results[0] else { return nil }
    switch statement.kind {
    case .definition, .function, .figure, .explain, .help: return statement
    case .expression(let expression):
      let names = expression.names
      return names.allSatisfy { isKnown($0) } && (!names.isEmpty || expression.isFirst)
        ? statement : nil
    }
  }

  /// What is said of a line that was run and is no answer: of what begins with ?, where its names mean other
  /// numbers than in the question.
  private func noAnswer(_ text: String, _ question: Question) -> [Shown] {
    if text.hasPrefix("?") { return otherNumbers(String(text.dropFirst()), question) }
    if question.kind.answerable.isHandedIn, beginsWithName(text) { return [] }
    guard case .success(let statement)? = Parser.statements(of: text).first else { return [] }
    if question.kind.answerable.isHandedIn {
      // Who types a number here takes the task for another kind of question.
      guard case .expression(let expression) = statement.kind, expression.names.isEmpty else {
        return []
      }
      return [Sentence.taskWants.shown]
    }
    switch statement.kind {
    case .definition, .function: return rightSideMeant(by: statement, question)
    case .expression, .figure, .explain, .help: return [Aside.noAnswer.shown]
    }
  }

  /// Whether a name stands before an `=`: no line of numbers alone does that.
  private func beginsWithName(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard let first = rest.first, Self.isLetter(first) else { return false }
    rest = rest.drop { Self.isLetter($0) || (0x30...0x39).contains($0) }
    rest = rest.drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: "=") && rest.dropFirst().first != UInt8(ascii: "=")
  }

  /// Whether a byte is a letter of ASCII, or what stands for one in names.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// That names of a trial are other numbers here than in the question, which has its own.
  private func otherNumbers(_ trial: String, _ question: Question) -> [Shown] {
    let own = frozen(question)
    guard !own.entries.isEmpty, let statement = ReadText(trial).statement,
      statement.definedName == nil
    else { return [] }
    let names = Set(statement.names)
    let meter = Meter(limits: AnswerLine.limits)
    let others = own.entries.filter { entry in
      guard names.contains(entry.name), let asked = own.number(entry.text),
        case .success(.number(let here)) = notebook.worked(entry.name, meter)
      else { return false }
      return here != asked
    }
    if others.isEmpty { return [] }
    return [Aside.otherNumbers(others.map { "\($0.name) = \($0.text)" }).shown]
  }

  /// A definition is no answer; where its right side would be one, that is offered.
  private func rightSideMeant(by statement: Statement, _ question: Question) -> [Shown] {
    let (name, expression): (String, Expression)
    switch statement.kind {
    case .definition(let defined, let value): (name, expression) = (defined, value)
    // `Var(w) = 1/n` reads as a function of one line.
    case .function(let defined, _, let body): (name, expression) = (defined, body)
    case .expression, .figure, .explain, .help: return []
    }
    // The text invites to change what the step sets: who does so answers nothing.
    if step?.parameters.contains(where: { $0.name.value == name }) == true { return [] }
    let right = statement.source.text(expression.range)
    guard case .answer = AnswerLine(right, for: question, frozen: frozen(question)) else {
      return []
    }
    return [Sentence.definitionIsNoAnswer(name, right).shown]
  }

  /// Whether nothing was shown since the question.
  private func isLastShown(_ id: String) -> Bool {
    guard case .step(let index, let revealed) = place, revealed > 0 else { return false }
    return units[index][revealed - 1].question?.id.value == id
  }

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
    return answers.isWaiting(id)
  }

  /// The open question that a line at the notebook's prompt was perhaps meant for: it is a number,
  /// or the letter of a choice and no name.
  func questionMeant(by line: String) -> Question? {
    guard let question = currentQuestion, answers.isWaiting(question.id.value) else { return nil }
    let text = line.trimmingBlanks
    return question.kind.answerable.isMeant(by: text, in: notebook) ? question : nil
  }

  /// The question that commands without a name are about: the one at the prompt, or the last shown.
  var currentQuestion: Question? {
    if case .answer(let id) = prompt { return question(id) }
    guard case .step(let index, let revealed) = place else { return nil }
    return units[index].prefix(revealed).last { $0.question != nil }?.question
  }

  /// Questions that were shown so far, in order.
  var shownQuestions: [Question] {
    questions.filter { answers.isShown($0.id.value) }
  }

  /// Ids of the questions that were shown and wait for an answer.
  var openQuestions: [String] {
    shownQuestions.map(\.id.value).filter { answers.isWaiting($0) }
  }
}

extension Question {
  /// Whether an attempt after the first one can still score.
  var countsLaterAttempts: Bool {
    switch credit {
    case .practice, .counted(_, .best), .counted(_, .last): true
    case .counted(_, .first): false
    }
  }

  /// Whether nothing is told of an answer before the session is handed in.
  var isGraded: Bool {
    switch credit {
    case .practice, .counted(_, .best), .counted(_, .first): false
    case .counted(_, .last): true
    }
  }

  /// Whether any line is an answer to it, or `done` is one of its choices.
  var takesWords: Bool { kind.answerable.outcome == .kept || hasChoice("done") }

  func hasChoice(_ id: String) -> Bool { choices.contains { $0.id.value == id } }
}
