/// What each kind reads besides the common keys.
extension QuestionReader {
  mutating func number() -> Question.Kind? {
    let tolerance = tolerance(orElse: .relative(Number("1e-3", at: reader.position)))
    return expressionKey().map { .number(tolerance, $0) }
  }

  mutating func expression() -> Question.Kind? {
    let tolerance = tolerance(orElse: .relative(Number("1e-9", at: reader.position)))
    let over = draws("over", required: true)
    return expressionKey().map { .expression(over: over, tolerance, $0) }
  }

  mutating func choice() -> Question.Kind? {
    let choices = choiceTable()
    guard isKeyed else { return .choice(choices, .withheld) }
    guard let answer = reader.string("answer") else { return nil }
    check(answer, isIn: choices)
    let misconceptions = misconceptions(of: choices, right: [answer.value])
    return .choice(choices, .key(ChoiceKey(answer: answer, misconceptions: misconceptions)))
  }

  mutating func choices() -> Question.Kind? {
    let choices = choiceTable()
    guard isKeyed else { return .choices(choices, .withheld) }
    let answers = reader.strings("answer")
    for answer in answers { check(answer, isIn: choices) }
    reportRepeated(answers, key: "answer")
    let misconceptions = misconceptions(of: choices, right: answers.map(\.value))
    return .choices(choices, .key(ChoicesKey(answers: answers, misconceptions: misconceptions)))
  }

  mutating func task() -> TaskQuestion {
    let uses = names("uses", required: true)
    let given = names("given", required: false)
    guard isKeyed else { return TaskQuestion(uses: uses, given: given, key: .withheld) }
    let key = TaskKey(
      require: reader.strings("require"),
      accept: reader.strings("accept"),
      reject: reader.strings("reject", required: false)
    )
    if key.reject.isEmpty { reader.report(.nothingRejected("task")) }
    checkContradictions(right: key.accept, wrong: key.reject)
    return TaskQuestion(uses: uses, given: given, key: .key(key))
  }

  mutating func prediction() -> Prediction? {
    guard let word = reader.word("form", as: PredictionWord.self),
      let form = form(word)
    else { return nil }
    guard isKeyed else { return Prediction(form: form, misconceptions: .withheld) }
    let misconceptions: [Misconception] =
      if case .choice(let choices, .key(let answer)) = form {
        misconceptions(of: choices, right: [answer.value])
      } else {
        misconceptions()
      }
    return Prediction(form: form, misconceptions: .key(misconceptions))
  }

  private mutating func form(_ word: PredictionWord) -> Prediction.Form? {
    let foreign = Set(PredictionWord.allCases.flatMap(\.keys)).subtracting(word.keys)
    for entry in reader.table.entries where foreign.contains(entry.key.value) {
      let form = "predict with form \(word.rawValue)"
      reader.report(
        .unknownKey(
          entry.key.value,
          of: form,
          nearest: nil,
          allowed: QuestionWord.common + word.keys
        ),
        at: entry.key.position
      )
    }
    let nearby = Tolerance.decades(Number("0.3", at: reader.position))
    switch word {
    case .number:
      let at = reader.number("at", required: false)
      let tolerance = tolerance(orElse: nearby)
      return reader.string("shows").map { .number(shows: $0, at: at, tolerance) }
    case .points:
      let at = reader.numbers("at")
      let tolerance = tolerance(orElse: nearby)
      return reader.string("shows").map { .points(shows: $0, at: at, tolerance) }
    case .choice:
      let choices = choiceTable()
      guard isKeyed else { return .choice(choices, .withheld) }
      guard let answer = reader.string("answer") else { return nil }
      check(answer, isIn: choices)
      return .choice(choices, .key(answer))
    }
  }
}
