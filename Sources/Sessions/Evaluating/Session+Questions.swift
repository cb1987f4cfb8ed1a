import Lessons
import Notebooks

extension Session {
  /// A question as it is printed: its words, choices, and the rule of its marking.
  func text(of question: Question) -> QuestionText {
    var values = values(of: question.ask, question)
    var choices: [QuestionText.Choice] = []
    let shown = shuffled(question)
    for (letter, choice) in shown {
      for (name, value) in self.values(of: choice.text, question) { values[name] = value }
      choices.append(QuestionText.Choice(letter: letter, text: choice.text))
    }
    return QuestionText(
      id: question.id.value,
      ask: question.ask,
      values: values,
      choices: choices,
      terms: terms(question, ownOrder: !shown.map(\.0).isSorted)
    )
  }

  /// What the key of a question says; nil where this copy of the lesson has none.
  package func key(of question: Question) -> KeyText? {
    let frozen = frozen(question)
    var answer = question.kind.answerable.rightAnswer(frozen)
    switch question.kind {
    case .task(let task): answer = task.key.kept?.accept.first?.value
    case .predict(let prediction):
      if case .choice(_, .key(let id)) = prediction.form { answer = letter(of: id.value, question) }
    case .number, .choice, .choices, .expression, .text: break
    }
    let meanings = question.misconceptions.map { wrong in
      KeyText.Wrong(
        answer: letter(of: wrong.answer.value, question) ?? wrong.answer.value,
        meaning: wrong.meaning
      )
    }
    guard answer != nil || question.explain != nil || !meanings.isEmpty else { return nil }
    return KeyText(answer: answer, explanation: question.explain, wrong: meanings)
  }

  /// Choices in the learner's order, in a talk and for nobody by name in the lesson's, each with the letter of its place in
  /// the lesson; those that the author wants last are.
  private func shuffled(_ question: Question) -> [(String, Choice)] {
    let lettered = Array(zip(AnswerLine.letters, question.choices))
    if isTalk { return lettered }
    let order =
      learner.name.map { learner in
        StableHash.order(
          lettered.count,
          [name, question.id.value, learner, self.learner.classSeed]
        ).map { lettered[$0] }
      } ?? lettered
    let last = order.filter { $0.1.lastPlace != nil }
    return order.filter { $0.1.lastPlace == nil }
      + last.sorted { ($0.1.lastPlace ?? 0) < ($1.1.lastPlace ?? 0) }
  }

  func letter(of id: String, _ question: Question) -> String? {
    zip(AnswerLine.letters, question.choices).first { $0.1.id.value == id }?.0
  }

  private func terms(_ question: Question, ownOrder: Bool) -> String {
    var parts: [String] = []
    switch question.credit {
    case .practice: parts.append("for practice")
    case .counted(let points, let counting):
      let hundredths = points.hundredths
      if hundredths > 0 {
        parts.append("\(pointsText(hundredths)) \(hundredths == 100 ? "point" : "points")")
      }
      switch counting {
      case .best: break
      case .first: parts.append("the first answer counts")
      case .last:
        if question.kind.answerable.outcome == .verdict { parts.append("the last answer counts") }
      }
    }
    if let most = question.attempts { parts.append("\(most) \(most == 1 ? "answer" : "answers")") }
    parts.append(question.kind.answerable.terms)
    // Letters out of their order would be taken for a mistake.
    if ownOrder { parts.append("the choices stand in an order of your own") }
    return "(\(parts.joined(separator: "; ")))"
  }
}

extension [String] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
