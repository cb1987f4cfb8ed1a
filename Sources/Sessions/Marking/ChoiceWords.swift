import Lessons

/// What a line says where it says a choice in words instead of its letter.
struct ChoiceWords {
  /// The places of the choices that the line may mean, in order; none where it has too few letters.
  let places: [Int]
  /// Whether the line says the whole text of the one that it means.
  let isWhole: Bool

  /// A line of fewer letters and digits says a choice only by its whole text, or by the word that opens it.
  private static let fewest = 4

  /// Case, blanks and the marks around words don't count; `b) …` as on the screen is `b` alone.
  ///
  /// The whole text goes before its beginning, or words that stand in it together.
  init(_ line: String, among choices: [Choice]) {
    var words = Self.words(line)
    var place: Int?
    let first = line.split(whereSeparator: \.isWhitespace).first
    if words.count == 1 || first?.last.map(Self.isMark) == true {
      place = words.first.flatMap { AnswerLine.letters.prefix(choices.count).firstIndex(of: $0) }
    }
    if place != nil { words.removeFirst() }
    let said = words.joined(separator: " ")
    let texts = choices.map { Self.words($0.text.plain).joined(separator: " ") }
    let named = texts.indices.filter { place == nil || place == $0 }
    let whole = named.filter { texts[$0] == said }
    if said.isEmpty || whole.count == 1 {
      (places, isWhole) = (said.isEmpty ? place.map { [$0] } ?? [] : whole, true)
      return
    }
    isWhole = false
    let isLong = said.count { $0.isLetter || $0.isNumber } >= Self.fewest
    if isLong {
      places = named.filter { Self.holds(texts[$0], said) }
    } else {
      let isWord = said.count > 1
      places = named.filter { isWord && Self.wordSetApart(choices[$0].text.plain) == said }
    }
  }

  /// The word with which a text begins and which a mark sets apart, as in "No: it grows"; nil where none is.
  private static func wordSetApart(_ text: String) -> String? {
    guard let first = text.split(whereSeparator: \.isWhitespace).first, let last = first.last,
      isMark(last)
    else { return nil }
    return words(String(first)).first
  }

  /// Whether a text begins so, or these words stand in it together.
  private static func holds(_ text: String, _ said: String) -> Bool {
    text.hasPrefix(said) || " \(text) ".contains(" \(said) ")
  }

  /// The words in small letters, without the marks around them.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split(whereSeparator: \.isWhitespace).compactMap { word in
      let bare = word.drop(while: isMark)
      guard let end = bare.lastIndex(where: { !isMark($0) }) else { return nil }
      return String(bare[...end])
    }
  }

  private static func isMark(_ character: Character) -> Bool {
    "()\"“”'‘’.,;:!?".contains(character)
  }
}
