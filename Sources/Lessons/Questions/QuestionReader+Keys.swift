import TerminalText

/// Keys and names.
extension QuestionReader {
  /// The key of a question whose answer is an expression.
  mutating func expressionKey() -> Keyed<ExpressionKey>? {
    guard isKeyed else { return .withheld }
    let accept = keys.strings("accept", required: false)
    let reject = keys.strings("reject", required: false)
    let misconceptions = misconceptions()
    guard let answer = keys.string("answer") else { return nil }
    if reject.isEmpty, misconceptions.isEmpty {
      keys.report(.nothingRejected("question"))
    }
    reportRepeated(accept, key: "accept")
    reportRepeated(reject, key: "reject")
    checkContradictions(right: [answer] + accept, wrong: reject + misconceptions.map(\.answer))
    return .key(
      ExpressionKey(
        answer: answer,
        accept: accept,
        reject: reject,
        misconceptions: misconceptions
      )
    )
  }

  mutating func misconceptions() -> [Misconception] { meanings("misconceptions") }

  /// What it means that a condition of a task fails.
  mutating func failing() -> [Misconception] { meanings("failing") }

  /// Reports words on conditions that the task doesn't have.
  mutating func check(_ failing: [Misconception], areIn conditions: [Located<String>]) {
    let texts = conditions.map(\.value)
    for condition in failing.map(\.answer) where !texts.contains(condition.value) {
      keys.report(
        .notOneOf(
          key: "condition of the task",
          text: condition.value,
          nearest: Spelling.nearest(to: condition.value, among: texts),
          allowed: texts
        ),
        at: condition.position
      )
    }
  }

  private mutating func meanings(_ key: String) -> [Misconception] {
    guard let table = keys.table(key) else { return [] }
    return table.entries.compactMap { entry in
      keys.text(of: entry).map {
        Misconception(answer: keys.text(of: entry.key), meaning: keys.prose(of: $0))
      }
    }
  }

  /// Misconceptions by the id of a wrong choice.
  mutating func misconceptions(of choices: [Choice], right: [String]) -> [Misconception] {
    let misconceptions = misconceptions()
    for answer in misconceptions.map(\.answer) {
      check(answer, isIn: choices)
      if right.contains(answer.value) {
        keys.report(.rightChoiceExplainedAsWrong(answer.value), at: answer.position)
      }
    }
    return misconceptions
  }

  mutating func names(_ key: String, required: Bool) -> [Located<String>] {
    let names = keys.strings(key, required: required)
    for name in names where !isName(name.value) {
      keys.report(.badName(name.value), at: name.position)
    }
    reportRepeated(names, key: key)
    return names
  }

  mutating func reportRepeated(_ items: [Located<String>], key: String) {
    for (index, item) in items.enumerated()
    where items[..<index].contains(where: { $0.value == item.value }) {
      keys.report(.repeated(item.value, key: key), at: item.position)
    }
  }

  /// The same text, blanks aside, can't be right and wrong.
  mutating func checkContradictions(right: [Located<String>], wrong: [Located<String>]) {
    let rightTexts = right.map { withoutBlanks($0.value) }
    for answer in wrong where rightTexts.contains(withoutBlanks(answer.value)) {
      keys.report(.rightAndWrong(answer.value), at: answer.position)
    }
  }

  func withoutBlanks(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return String(text.filter { !$0.isWhitespace })
    }
    let blanks: ClosedRange<UInt8> = 0x09...0x0D
    return String(decoding: text.utf8.filter { $0 != 0x20 && !blanks.contains($0) }, as: UTF8.self)
  }

  /// Reports keys of the kind that go with another form of it.
  mutating func refuse(_ foreign: Set<String>, of form: String, allowed: [String]) {
    for entry in keys.table.entries where foreign.contains(entry.key.value) {
      keys.report(
        .unknownKey(
          entry.key.value,
          of: form,
          nearest: nil,
          allowed: QuestionKey.common.map(\.name) + allowed
        ),
        at: entry.key.position
      )
    }
  }
}
