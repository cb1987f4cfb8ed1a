/// Several right choices, or none.
package struct ChoicesQuestion: Sendable, Hashable {
  /// What there is to choose from.
  package let choices: [Choice]
  /// What marks it.
  package let key: Keyed<ChoicesKey>
}

/// The key of a question with several right choices, or none.
package struct ChoicesKey: Sendable, Hashable {
  /// The ids of the right choices.
  package let answers: [Located<String>]
  /// Wrong choices, each with what it means.
  package let misconceptions: [Misconception]
}

extension ChoicesQuestion: QuestionForm {
  static var keys: [QuestionKey] { ChoiceQuestion.keys }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    let choices = reader.choiceTable()
    guard reader.isKeyed else {
      return .choices(ChoicesQuestion(choices: choices, key: .withheld))
    }
    let answers = reader.keys.strings("answer")
    for answer in answers { reader.check(answer, isIn: choices) }
    reader.reportRepeated(answers, key: "answer")
    if !choices.isEmpty,
      choices.allSatisfy({ choice in answers.contains { $0.value == choice.id.value } })
    {
      reader.keys.report(.allChoicesRight, at: answers[0].position)
    }
    let misconceptions = reader.misconceptions(of: choices, right: answers.map(\.value))
    let key = ChoicesKey(answers: answers, misconceptions: misconceptions)
    return .choices(ChoicesQuestion(choices: choices, key: .key(key)))
  }

  var misconceptions: [Misconception] { key.kept?.misconceptions ?? [] }
}
