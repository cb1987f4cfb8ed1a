/// Reads a fence that holds a question.
struct QuestionReader {
  var reader: TableReader
  /// Whether the lesson is a learners' copy.
  let isReleased: Bool
  /// Whether the question keeps its keys.
  private(set) var isKeyed = true

  init(_ reader: TableReader, isReleased: Bool) {
    self.reader = reader
    self.isReleased = isReleased
  }

  /// `nil` if anything is wrong; `reader.problems` says what.
  mutating func read() -> Question? {
    guard let word = reader.word("kind", as: QuestionWord.self) else { return nil }
    allow(word)
    let credit = credit()
    if case .counted = credit { isKeyed = !isReleased }
    if !isKeyed { refuseSecrets() }
    let id = reader.identifier("id")
    let ask = reader.prose("ask")
    let hints = reader.proses("hints", required: false)
    if hints.isEmpty, word.isMarked { reader.report(.noHints(word.rawValue)) }
    let explain = isKeyed ? reader.prose("explain", required: word.isMarked) : nil
    let given = word == .task ? [] : given()
    let vary = draws("vary", required: false)
    for draw in vary where given.contains(where: { $0.name.value == draw.name.value }) {
      reader.report(.givenAndVaried(draw.name.value), at: draw.name.position)
    }
    let kind = kind(word)
    guard let id, let ask, let kind, let credit, reader.problems.isEmpty else { return nil }
    let question = Question(
      id: id,
      ask: ask,
      hints: hints,
      explain: explain,
      credit: credit,
      given: given,
      vary: vary,
      kind: kind,
      position: reader.position
    )
    for problem in PlaceholderCheck.problems(of: question) {
      reader.report(problem.value, at: problem.position)
    }
    return question
  }

  private mutating func kind(_ word: QuestionWord) -> Question.Kind? {
    switch word {
    case .number: number()
    case .choice: choice()
    case .choices: choices()
    case .expression: expression()
    case .predict: prediction().map { .predict($0) }
    case .task: .task(task())
    case .text: .text
    }
  }

  private mutating func credit() -> Question.Credit? {
    let isPractice = reader.boolean("practice")
    if isPractice {
      for key in ["points", "count"] {
        if let value = reader.table[key] { reader.report(.practiceWithPoints, at: value.position) }
      }
      return .practice
    }
    let counting = reader.word("count", required: false, as: Counting.self)
    guard let number = reader.number("points") else { return nil }
    let hundredths = (number.value * 100).rounded()
    guard (1...100_000).contains(hundredths), abs(number.value * 100 - hundredths) < 1e-6 else {
      let expected = "a number from 0.01 to 1000 with at most two decimals"
      reader.report(
        .badNumber(key: "points", text: number.text, expected: expected),
        at: number.position
      )
      return nil
    }
    return .counted(Points(hundredths: Int(hundredths)), counting ?? .bestBeforeExplanation)
  }

  /// Reports keys that no question knows, or only one of another kind.
  private mutating func allow(_ word: QuestionWord) {
    let allowed = QuestionWord.common + word.keys
    for entry in reader.table.entries where !allowed.contains(entry.key.value) {
      let key = entry.key.value
      let kinds = QuestionWord.kinds(with: key)
      let problem: Problem =
        kinds.isEmpty
        ? .unknownKey(
          key,
          of: "question",
          nearest: nearest(to: key, among: allowed),
          allowed: allowed
        )
        : .keyOfOtherKind(key, kind: word.rawValue, kinds: kinds)
      reader.report(problem, at: entry.key.position)
    }
  }

  private mutating func refuseSecrets() {
    for entry in reader.table.entries where QuestionWord.secret.contains(entry.key.value) {
      reader.report(.keyInReleasedCopy(entry.key.value), at: entry.key.position)
    }
  }
}
