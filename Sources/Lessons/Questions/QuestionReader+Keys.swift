/// Keys, choices and names.
extension QuestionReader {
  /// The key of a question whose answer is an expression.
  mutating func expressionKey() -> Keyed<ExpressionKey>? {
    guard isKeyed else { return .withheld }
    let accept = reader.strings("accept", required: false)
    let reject = reader.strings("reject", required: false)
    let misconceptions = misconceptions()
    guard let answer = reader.string("answer") else { return nil }
    if reject.isEmpty, misconceptions.isEmpty {
      reader.report(.nothingRejected("question"))
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

  mutating func misconceptions() -> [Misconception] {
    guard let table = reader.table("misconceptions") else { return [] }
    return table.entries.compactMap { entry in
      reader.text(of: entry).map {
        Misconception(answer: reader.text(of: entry.key), meaning: reader.prose(of: $0))
      }
    }
  }

  /// Misconceptions by the id of a wrong choice.
  mutating func misconceptions(of choices: [Choice], right: [String]) -> [Misconception] {
    let misconceptions = misconceptions()
    for answer in misconceptions.map(\.answer) {
      check(answer, isIn: choices)
      if right.contains(answer.value) {
        reader.report(.rightChoiceExplainedAsWrong(answer.value), at: answer.position)
      }
    }
    return misconceptions
  }

  mutating func choiceTable() -> [Choice] {
    guard let table = reader.table("choices", required: true) else { return [] }
    if table.entries.count == 1 {
      reader.report(.tooFewChoices, at: table.entries[0].key.position)
    }
    // Each choice has a letter.
    if table.entries.count > 26 {
      reader.report(.tooManyChoices(table.entries.count), at: table.entries[26].key.position)
    }
    return table.entries.compactMap { entry in
      let id = reader.text(of: entry.key)
      if !Identifier.isValidChoice(id.value) {
        reader.report(.badChoiceID(id.value), at: id.position)
      }
      return reader.text(of: entry).map {
        Choice(id: id, text: reader.prose(of: $0))
      }
    }
  }

  mutating func check(_ answer: Located<String>, isIn choices: [Choice]) {
    let ids = choices.map(\.id.value)
    guard !ids.contains(answer.value) else { return }
    reader.report(
      .unknownChoice(answer.value, nearest: nearest(to: answer.value, among: ids)),
      at: answer.position
    )
  }

  mutating func names(_ key: String, required: Bool) -> [Located<String>] {
    let names = reader.strings(key, required: required)
    for name in names where !isName(name.value) {
      reader.report(.badName(name.value), at: name.position)
    }
    reportRepeated(names, key: key)
    return names
  }

  mutating func reportRepeated(_ items: [Located<String>], key: String) {
    for (index, item) in items.enumerated()
    where items[..<index].contains(where: { $0.value == item.value }) {
      reader.report(.repeated(item.value, key: key), at: item.position)
    }
  }

  /// The same text, blanks aside, can't be right and wrong.
  mutating func checkContradictions(right: [Located<String>], wrong: [Located<String>]) {
    let rightTexts = right.map { withoutBlanks($0.value) }
    for answer in wrong where rightTexts.contains(withoutBlanks(answer.value)) {
      reader.report(.rightAndWrong(answer.value), at: answer.position)
    }
  }
}

func withoutBlanks(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
