import Lessons
import Notebooks
import TerminalText

extension Session {
  /// A question as it is printed: its words, choices, and the rule of its marking.
  func text(of question: Question) -> QuestionText {
    var values = values(of: question.ask, question)
    var choices: [QuestionText.Choice] = []
    for (letter, choice) in shuffled(question) {
      for (name, value) in self.values(of: choice.text, question) { values[name] = value }
      choices.append(QuestionText.Choice(letter: letter, text: choice.text))
    }
    return QuestionText(
      ask: question.ask,
      values: values,
      choices: choices,
      terms: terms(question)
    )
  }

  /// Choices in the learner's order; without a name in the lesson's.
  private func shuffled(_ question: Question) -> [(String, Choice)] {
    let choices = question.choices
    let lettered = Array(zip(AnswerLine.letters, choices))
    guard let name = learner.name else { return lettered }
    return StableHash.order(
      choices.count,
      [lesson.header.id.value, question.id.value, name, learner.classSeed]
    ).compactMap { $0 < lettered.count ? lettered[$0] : nil }
  }

  func letter(of id: String, _ question: Question) -> String? {
    zip(AnswerLine.letters, question.choices).first { $0.1.id.value == id }?.0
  }

  private func terms(_ question: Question) -> String {
    var parts: [String] = []
    switch question.credit {
    case .practice: parts.append("for practice")
    case .counted(let points, let counting):
      let hundredths = points.hundredths
      if hundredths > 0 {
        parts.append("\(pointsText(hundredths)) \(hundredths == 100 ? "point" : "points")")
      }
      if counting == .first { parts.append("the first answer counts") }
    }
    switch question.kind {
    case .number(let tolerance, _): parts.append(tolerance.words)
    case .expression(let over, _, _):
      parts.append("an expression of \(Sentence.list(over.map(\.name.value)))")
    case .choice: parts.append("one letter")
    case .choices: parts.append("letters, separated by commas, or none")
    case .predict(let prediction):
      switch prediction.form {
      case .number: parts.append("a guess; you are credited for making it")
      case .choice: parts.append("a guess, one letter; you are credited for making it")
      case .points(_, let at, _):
        parts.append(
          "\(at.count) guesses, separated by commas; you are credited for making them"
        )
      }
    case .task: parts.append("change the notebook, then type done")
    case .text: parts.append("in your own words; your instructor reads it")
    }
    return "(\(parts.joined(separator: "; ")))"
  }
}
