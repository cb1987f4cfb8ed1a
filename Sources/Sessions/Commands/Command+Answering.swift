import Lessons

// Questions by name.
extension Command {
  static let answer = Command(
    "answer",
    "answer a question that is open",
    needsLesson: true,
    offers: { session, _ in
      session.questions.map {
        Completion.Candidate(text: $0.id.value, summary: "a question")
      }
    },
    .session(.optional("QUESTION") { id in { $0.open(id) } })
  )

  static let hint = Command(
    "hint",
    "a hint for the question",
    bareWords: ["hint"],
    needsLesson: true,
    .session(.none { $0.hint() })
  )

  static let skip = Command(
    "skip",
    "give the question up and see the explanation",
    needsLesson: true,
    .session(.none { $0.skip() })
  )

  package static let submit = Command(
    "submit",
    "hand in: the transcript as a file in this folder",
    needsLesson: true,
    .session(.optional("FILE") { _ in { $0.handIn() } })
  )

  static let score = Command(
    "score",
    "your points so far",
    needsLesson: true,
    .session(.none { _ in [.show { [.table($0.scoreTable())] }] })
  )
}

extension Session {
  /// Goes to the prompt of a question that was asked, the current one where none is named.
  mutating func open(_ id: String?) -> [Request] {
    let question: Question
    if let id {
      guard let found = self.question(id) else {
        return [.say(.noSuchQuestion(id, shownQuestions.map(\.id.value)))]
      }
      question = found
    } else {
      guard let current = currentQuestion else { return [noQuestion] }
      question = current
    }
    let id = question.id.value
    guard answers.isShown(id) else {
      let home = steps.first { $0.questions.contains(question) }
      let isHere = home != nil && home?.id == step?.id
      return [.say(.notYet(id, step: isHere ? nil : home?.id.value))]
    }
    position.ask(id)
    lastTold = nil
    return [.question(question)] + (answers.isClosed(id) ? [.say(.scoresNothing)] : [])
  }

  fileprivate mutating func hint() -> [Request] {
    guard let question = currentQuestion else { return [noQuestion] }
    let given = answers.hints(question.id.value)
    guard given < question.hints.count else {
      return [.say(question.hints.isEmpty ? .noHint : .noMoreHints(skipping(question)))]
    }
    answers.giveHint(question.id.value)
    return [
      .show { session in
        let hint = question.hints[given]
        return [
          Aside.hint(given + 1, of: question.hints.count).shown,
          .prose(hint, values: session.values(of: hint, question)),
        ]
      }
    ]
  }

  fileprivate mutating func skip() -> [Request] {
    guard let question = currentQuestion else { return [noQuestion] }
    position.leaveQuestion()
    let skipping = skipping(question)
    if case .waits(let explains) = skipping { return [.say(.staysOpen(explains: explains))] }
    if !isTalk { answers.close(question.id.value) }
    return [.explain(question)]
  }

  fileprivate mutating func handIn() -> [Request] {
    var answered = 0
    var (open, closed): ([String], [String]) = ([], [])
    for question in questions {
      guard case .counted = question.credit else { continue }
      let id = question.id.value
      if answers.isCounted(id) {
        answered += 1
      } else if answers.isClosed(id) {
        closed.append(id)
      } else {
        open.append(id)
      }
      if played.contains(.graded) { answers.handIn(id) }
    }
    if case .answer(let id) = prompt, !answers.isWaiting(id) { position.leaveQuestion() }
    let isGraded = lesson?.header.mode == .graded
    let said = Request.say(
      .handedIn(answered: answered, open: open, closed: closed, isGraded: isGraded)
    )
    let marks: [Request] = isGraded ? [.show { [.table($0.scoreTable())] }] : []
    return [said] + marks
  }

  /// What giving a question up does now.
  private func skipping(_ question: Question) -> Sentence.Skipping {
    // Before it is handed in, a graded lesson explains nothing, and so nothing need be given up.
    if isWithheld(question) { return .waits(explains: question.explain != nil) }
    return question.explain == nil ? .passesOn : .explains
  }

  /// What to say where no question is meant: those that wait, or that there is none.
  private var noQuestion: Request {
    let open = openQuestions
    return .say(open.isEmpty ? .noQuestion : .whichQuestion(open))
  }
}
