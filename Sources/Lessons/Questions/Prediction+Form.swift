extension Prediction: QuestionForm {
  static var keys: [QuestionKey] {
    [
      "form", "shows", "at", "within", "choices", "last", .secret("answer"),
      .secret("misconceptions"),
    ]
  }

  static var isMarked: Bool { false }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    guard let word = reader.keys.word("form", as: Word.self), let form = form(word, &reader) else {
      return nil
    }
    guard reader.isKeyed else { return .predict(Prediction(form: form, meanings: .withheld)) }
    let misconceptions: [Misconception] =
      if case .choice(let choices, .key(let answer)) = form {
        reader.misconceptions(of: choices, right: [answer.value])
      } else {
        reader.misconceptions()
      }
    return .predict(Prediction(form: form, meanings: .key(misconceptions)))
  }

  var choices: [Choice] {
    switch form {
    case .choice(let choices, _): choices
    case .number, .points: []
    }
  }

  var misconceptions: [Misconception] { meanings.kept ?? [] }

  var shownNames: ShownNames { .notebook }

  var needsCell: Bool { true }

  /// What a guess is made of, as the format writes it.
  private enum Word: String, CaseIterable {
    case number, choice, points

    /// The keys that not every form has.
    var keys: [String] {
      switch self {
      case .number, .points: ["shows", "at", "within"]
      case .choice: ["choices", "last", "answer"]
      }
    }
  }

  private static func form(_ word: Word, _ reader: inout QuestionReader) -> Form? {
    reader.refuse(
      Set(Word.allCases.flatMap(\.keys)).subtracting(word.keys),
      of: "predict with form \(word.rawValue)",
      allowed: word.keys
    )
    let nearby = Tolerance.decades(Number("0.3", at: reader.keys.position))
    switch word {
    case .number:
      let at = reader.keys.number("at", required: false)
      let tolerance = reader.tolerance(orElse: nearby)
      return reader.keys.string("shows").map { .number(shows: $0, at: at, tolerance) }
    case .points:
      let at = reader.keys.numbers("at")
      let tolerance = reader.tolerance(orElse: nearby)
      return reader.keys.string("shows").map { .points(shows: $0, at: at, tolerance) }
    case .choice:
      let choices = reader.choiceTable()
      guard reader.isKeyed else { return .choice(choices, .withheld) }
      guard let answer = reader.keys.string("answer") else { return nil }
      reader.check(answer, isIn: choices)
      return .choice(choices, .key(answer))
    }
  }
}
