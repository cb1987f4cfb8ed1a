import Lessons

/// Reads a sentence of which each word is about choices.
struct ChoiceSentenceReader {
  private let words: [String]
  private let choices: [Choice]
  /// Words of what each choice says.
  private let texts: [[String]]
  /// Whether the sentence is all of a hint.
  private let isWhole: Bool
  private var index = 0

  private static let leading: Set = [
    "it", "its", "it's", "is", "are", "the", "answer", "answers", "right", "correct", "choose",
    "take", "type", "pick", "enter", "letter", "letters", "choice", "choices", "option", "options",
    "only", "just", "both", "of", "course", "these", "those", "they", "they're", "must", "be",
    "exactly", "true", "hold", "holds", "fit", "fits", "one", "ones", "you", "want", "need", "i",
    "would", "say", "here", "solution", "key", "that's", "that", "so", "namely", "alone", "number",
    "first", "last", "them",
  ]
  private static let joining: Set = ["and", "or", "nor", "as", "well", "also", "&", "/", "+", ","]
  private static let denying: Set = ["not", "neither", "never", "without", "no"]
  private static let wrong: Set = [
    "wrong", "false", "isn't", "aren't", "doesn't", "don't", "out", "fails", "fail", "incorrect",
  ]
  private static let wholes: Set = ["all", "everything", "each", "every", "any"]
  private static let excepting: Set = ["but", "except", "save", "without"]
  private static let ordinals = [
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "1st": 0, "2nd": 1,
    "3rd": 2, "4th": 3, "5th": 4, "6th": 5,
  ]
  private static let counts = ["two": 2, "three": 3, "four": 4, "five": 5]

  init(_ sentence: String, _ choices: [Choice], isWhole: Bool) {
    self.choices = choices
    self.isWhole = isWhole
    words = Self.words(of: sentence)
    texts = choices.map { Self.words(of: $0.text.plain) }
  }

  /// Words in small letters without what stands around them; a comma is one.
  private static func words(of text: String) -> [String] {
    text.lowercased().split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      let bare = word.drop(while: isAround)
      let trimmed = String(bare.reversed().drop(while: isAround).reversed())
      let isListed = word.hasSuffix(",")
      let parts =
        trimmed.count > 1 && trimmed.allSatisfy { $0.isLetter || ",/+&".contains($0) }
        ? trimmed.split { ",/+&".contains($0) }.map(String.init) : [trimmed]
      return parts.filter { !$0.isEmpty } + (isListed ? [","] : [])
    }
  }

  private static func isAround(_ character: Character) -> Bool {
    ".,;:!?()[]\"'`*".contains(character)
  }

  mutating func read() -> ChoiceSentence? {
    if let text = reference(), index == words.count, !text.isEmpty {
      return .parts(text, denied: [])
    }
    index = 0
    var (right, wrong): (Set<Int>, Set<Int>) = ([], [])
    /// Those since the last one that was denied.
    var clause: Set<Int> = []
    var isDenied = false
    var isRest = false
    while index < words.count {
      let word = words[index]
      if Self.wholes.contains(word), index + 1 < words.count,
        Self.excepting.contains(words[index + 1])
      {
        isRest = true
        index += 2
      } else if let places = reference() {
        if isDenied { wrong.formUnion(places) } else { clause.formUnion(places) }
      } else if Self.denying.contains(word) || Self.wrong.contains(word) {
        // Behind what it denies, or before it.
        let isBehind = Self.wrong.contains(word) || !namesMore
        if isBehind, !clause.isEmpty {
          wrong.formUnion(clause)
          clause = []
        } else {
          isDenied = true
        }
        index += 1
      } else if word == "but" {
        isDenied = false
        index += 1
      } else if Self.leading.contains(word) || Self.joining.contains(word)
        || Self.counts[word] != nil
      {
        index += 1
      } else {
        return nil
      }
    }
    right.formUnion(clause)
    if isRest { return right.isEmpty ? nil : .exactly(Set(choices.indices).subtracting(right)) }
    return right.isEmpty && wrong.isEmpty ? nil : .parts(right, denied: wrong)
  }

  /// Whether a choice is named behind the word there.
  private var namesMore: Bool {
    var ahead = self
    while ahead.index + 1 < words.count {
      ahead.index += 1
      if ahead.reference() != nil { return true }
    }
    return false
  }

  /// The choices that the next words name, which it goes past; `nil` where they name none.
  private mutating func reference() -> Set<Int>? {
    guard index < words.count else { return nil }
    if let place = longestText {
      index += texts[place].count
      return [place]
    }
    let word = words[index]
    if let places = byPlace(word) { return places }
    let letters = AnswerLine.letters.prefix(choices.count)
    if let place = letters.firstIndex(of: word), !isArticle {
      index += 1
      return [place]
    }
    let isAlone = words.count == 1
    let places = word.compactMap { letters.firstIndex(of: String($0)) }
    if isAlone, places.count > 1, places.count == word.count, Set(places).count == word.count {
      index += 1
      return Set(places)
    }
    if let place = choices.firstIndex(where: { $0.id.value.lowercased() == word }),
      isAlone || !(Self.leading.contains(word) || Self.counts[word] != nil)
    {
      index += 1
      return [place]
    }
    return nil
  }

  /// The choice whose words stand next, the one with the most of them.
  private var longestText: Int? {
    texts.indices.filter { !texts[$0].isEmpty && words[index...].starts(with: texts[$0]) }
      .max { texts[$0].count < texts[$1].count }
  }

  /// `a choice` names none.
  private var isArticle: Bool {
    guard words[index] == "a", index + 1 < words.count else { return false }
    return ["choice", "letter", "one", "right", "true", "correct", "number"]
      .contains(words[index + 1])
  }

  /// `the first`, `the last two`, `number three`, `the middle one`.
  private mutating func byPlace(_ word: String) -> Set<Int>? {
    let previous = index > 0 ? words[index - 1] : ""
    let next = index + 1 < words.count ? words[index + 1] : ""
    let isPlace =
      previous == "the" || Self.joining.contains(previous) || next == "one"
      || isWhole
        && words.count == 1
    let count = choices.count
    if let many = Self.counts[next], many < count, word == "first" || word == "last" {
      index += 2
      return Set(word == "first" ? 0..<many : count - many..<count)
    }
    if previous == "number" {
      let place = Self.counts[word].map { $0 - 1 } ?? Int(word).map { $0 - 1 }
      guard let place = word == "one" ? 0 : place, choices.indices.contains(place) else {
        return nil
      }
      index += 1
      return [place]
    }
    guard isPlace else { return nil }
    if let place = Self.ordinals[word], place < count {
      index += 1
      return [place]
    }
    if word == "last" {
      index += 1
      return [count - 1]
    }
    if word == "middle", count > 2, count % 2 == 1 {
      index += 1
      return [count / 2]
    }
    return nil
  }
}
