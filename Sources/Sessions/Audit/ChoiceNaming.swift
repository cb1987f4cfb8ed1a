import Lessons

/// How a text says which choice is meant.
enum ChoiceNaming {
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
  private static let before: Set = [
    "is", "choose", "take", "type", "letter", "answer", "choice", "option", "pick",
  ]
  private static let after: Set = ["one", "choice", "answer", "option"]

  /// The words that name the choice at a place: `it is c`, `c)`, `the third:`, or what it says itself.
  static func phrase(in text: String, _ place: Int, of choices: [Choice]) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    let letter = AnswerLine.letters[place]
    for (index, word) in words.enumerated() {
      let bare = word.filter { $0.isLetter || $0.isNumber }
      let previous = index > 0 ? words[index - 1].filter(\.isLetter) : ""
      if bare == letter, word.hasSuffix(")") || before.contains(previous) { return word }
      guard ordinals.indices.contains(place), bare == ordinals[place], previous == "the" else {
        continue
      }
      let next = index + 1 < words.count ? words[index + 1].filter(\.isLetter) : nil
      let isAlone = word.last.map { !$0.isLetter } ?? false
      if isAlone || next == nil || after.contains(next ?? "") { return word }
    }
    let said = Self.said(text)
    let all = choices.map { Self.said($0.text.plain) }
    // Where the others are named too, all are weighed.
    let others = all.enumerated().filter { $0.offset != place && !$0.element.isEmpty }
    guard all[place].count >= 4, said.contains(all[place]),
      !others.contains(where: { said.contains($0.element) })
    else { return nil }
    return choices[place].text.plain
  }

  private static func said(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
