import TerminalText

/// The choices of a question.
extension QuestionReader {
  /// The choices, and what can't be so among them.
  mutating func choiceTable() -> [Choice] {
    guard let table = keys.table("choices", required: true) else { return [] }
    if table.entries.count == 1 {
      keys.report(.tooFewChoices, at: table.entries[0].key.position)
    }
    // Each choice has a letter.
    if table.entries.count > 26 {
      keys.report(.tooManyChoices(table.entries.count), at: table.entries[26].key.position)
    }
    let last = keys.strings("last", required: false)
    reportRepeated(last, key: "last")
    let choices = table.entries.compactMap { entry -> Choice? in
      let id = keys.text(of: entry.key)
      if !Identifier.isValidChoice(id.value) {
        keys.report(.badChoiceID(id.value), at: id.position)
      }
      return keys.text(of: entry).map { text in
        Choice(
          id: id,
          text: keys.prose(of: text),
          lastPlace: last.firstIndex { $0.value == id.value }
        )
      }
    }
    for id in last { check(id, isIn: choices) }
    if choices.count > 1, let first = last.first, choices.allSatisfy({ $0.lastPlace != nil }) {
      keys.report(.allChoicesLast, at: first.position)
    }
    reportSameTexts(choices)
    reportOthers(choices)
    return choices
  }

  /// Two choices that a learner can't tell apart: the same words, whatever their case, blanks and end.
  private mutating func reportSameTexts(_ choices: [Choice]) {
    let texts = choices.map { choice in
      let text = withoutBlanks(choice.text.plain).lowercased()
      let end = text.utf8.lastIndex { !Self.endSigns.contains($0) }
      return end.map { String(text[..<text.utf8.index(after: $0)]) } ?? text
    }
    for (index, text) in texts.enumerated() {
      guard let first = texts[..<index].firstIndex(of: text) else { continue }
      let id = choices[index].id
      keys.report(.sameChoice(id.value, as: choices[first].id.value), at: id.position)
    }
  }

  private static let endSigns = ByteSet(".,;:!?")

  /// Choices about the others, such as `All of the above`, that may be shown before them.
  private mutating func reportOthers(_ choices: [Choice]) {
    for choice in choices where choice.lastPlace == nil && Self.isAboutOthers(choice.text.plain) {
      keys.report(.choiceOfOthersNotLast(choice.id.value), at: choice.id.position)
    }
  }

  private static let amounts: Set = [
    "none", "all", "any", "both", "each", "either", "neither", "nothing", "everything", "some",
    "two",
    "one", "more", "not",
  ]
  private static let others: Set = [
    "above", "below", "other", "others", "rest", "these", "those", "following", "listed",
    "mentioned", "named", "given",
  ]
  private static let around: Set = [
    "of", "the", "choices", "answers", "options", "ones", "statements", "is", "are", "right",
    "true",
    "correct", "wrong", "false", "apply", "applies", "holds", "hold", "two", "three", "four",
    "than",
    "one", "here", "them", "and", "fit", "fits",
  ]

  /// Whether a choice says nothing but how many of the others hold.
  private static func isAboutOthers(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first, amounts.contains(first), !text.contains(where: \.isNumber)
    else { return false }
    return words.contains(where: others.contains)
      && words.dropFirst().allSatisfy {
        amounts.contains($0) || others.contains($0) || around.contains($0)
      }
  }

  /// Reports an id that no choice has.
  mutating func check(_ answer: Located<String>, isIn choices: [Choice]) {
    let ids = choices.map(\.id.value)
    guard !ids.contains(answer.value) else { return }
    let nearest = Spelling.nearest(to: answer.value, among: ids)
    keys.report(
      .unknownChoice(answer.value, nearest: nearest, allowed: ids),
      at: answer.position
    )
  }
}
