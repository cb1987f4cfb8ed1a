/// One right choice of several.
package struct ChoiceQuestion: Sendable, Hashable {
  /// What there is to choose from.
  package let choices: [Choice]
  /// What marks it.
  package let key: Keyed<ChoiceKey>
}

/// The key of a question with one right choice.
package struct ChoiceKey: Sendable, Hashable {
  /// The id of the right choice.
  package let answer: Located<String>
  /// Wrong choices, each with what it means.
  package let misconceptions: [Misconception]
}

extension ChoiceQuestion: QuestionForm {
  static var keys: [QuestionKey] {
    ["choices", "last", .secret("answer"), .secret("misconceptions"), "given", "vary"]
  }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    let choices = reader.choiceTable()
    guard reader.isKeyed else {
      return .choice(ChoiceQuestion(choices: choices, key: .withheld))
    }
    guard let answer = reader.keys.string("answer") else { return nil }
    reader.check(answer, isIn: choices)
    let misconceptions = reader.misconceptions(of: choices, right: [answer.value])
    let key = ChoiceKey(answer: answer, misconceptions: misconceptions)
    return .choice(ChoiceQuestion(choices: choices, key: .key(key)))
  }

  // The ids of choices stay in the copy, so a right one is no trace.
  var misconceptions: [Misconception] { key.kept?.misconceptions ?? [] }
}
