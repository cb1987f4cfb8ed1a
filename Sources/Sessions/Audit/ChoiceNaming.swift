import Lessons

/// How a text says which choice is meant.
enum ChoiceNaming {
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
  private static let counted = ["one", "two", "three", "four", "five", "six"]
  private static let raised = ["1st", "2nd", "3rd", "4th", "5th", "6th"]
  private static let before: Set = [
    "is", "choose", "take", "type", "letter", "answer", "choice", "option", "pick",
  ]
  private static let after: Set = ["one", "choice", "answer", "option"]

  /// The words that name the choice at a place: `it is c`, `c)`, `the third:`, `number three`, `2nd`, `b`
  /// or `last` alone, or what it says itself.
  static func phrase(in text: String, _ place: Int, of choices: [Choice]) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    let letter = AnswerLine.letters[place]
    if let name = whole(words, place, of: choices.count) { return name }
    for (index, word) in words.enumerated() {
      let bare = word.filter { $0.isLetter || $0.isNumber }
      let previous = index > 0 ? words[index - 1].filter(\.isLetter) : ""
      if bare == letter,
        word.hasSuffix(")") || before.contains(previous) && !isArticle(words[index...])
      {
        return word
      }
      guard ordinals.indices.contains(place) else { continue }
      let isNumber = bare == counted[place] || bare == "\(place + 1)"
      if bare == raised[place] || previous == "number" && isNumber { return word }
      guard bare == ordinals[place], previous == "the" else { continue }
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

  /// Whether an `a` is none of the letters but goes with the next word.
  private static func isArticle(_ words: ArraySlice<String>) -> Bool {
    guard words.first == "a", let next = words.dropFirst().first else { return false }
    return !["and", "or", "but", "because", "since", "as", "for"].contains(next)
  }

  /// A hint of one word that is a choice's letter or place.
  private static func whole(_ words: [String], _ place: Int, of count: Int) -> String? {
    let bare = words.map { $0.filter { $0.isLetter || $0.isNumber } }.filter { $0 != "the" }
    guard let name = bare.first, bare.count == 1 else { return nil }
    var names = [AnswerLine.letters[place]]
    if ordinals.indices.contains(place) { names.append(ordinals[place]) }
    if place == count - 1 { names.append("last") }
    if count > 2, place * 2 == count - 1 { names.append("middle") }
    return names.contains(name) ? name : nil
  }

  private static func said(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
