/// Arithmetic in words, or as other programs call it, in the signs of cells.
struct SpokenFormula {
  private let words: [Word]
  private var index = 0
  private var written: [Piece] = []
  private var isChanged = false

  /// A word as it stands.
  private struct Word {
    let text: String
    /// In small letters, without what ends a sentence.
    let bare: String
    /// What ends a sentence there, as a sign that ends a formula.
    let end: String
  }

  /// A part of what is written.
  private struct Piece {
    let text: String
    /// Whether it is more than the word that stood there.
    var isSign = false
    /// The digits of a number that is a word.
    var digits: String?
  }

  /// The signs for a text's words of arithmetic; `nil` where it has none.
  static func written(_ text: String) -> String? {
    let called = PowerCalls.written(text)
    guard called != nil || mayHoldWords(text) else { return nil }
    var formula = SpokenFormula(called ?? text)
    while formula.index < formula.words.count { formula.step() }
    return formula.isChanged || called != nil ? formula.text : nil
  }

  private static let numbers = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
  ]
  private static let ordinals = [
    "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
  ]
  private static let signs: [([String], String)] = [
    (["raised", "to", "the", "power", "of"], "^"), (["raised", "to", "the", "power"], "^"),
    (["to", "the", "power", "of"], "^"), (["to", "the", "power"], "^"), (["raised", "to"], "^"),
    (["divided", "by"], "/"), (["multiplied", "by"], "*"), (["times"], "*"), (["over"], "/"),
    (["plus"], "+"), (["minus"], "-"),
  ]
  private static let prefixes: [([String], String, String)] = [
    (["square", "root", "of"], "sqrt(", ")"), (["cube", "root", "of"], "(", ")^(1/3)"),
    (["reciprocal", "of"], "1/(", ")"), (["inverse", "of"], "1/(", ")"), (["twice"], "2*(", ")"),
    (["half", "of"], "(", ")/2"),
  ]
  private static let marks = [
    "times", "plus", "minus", "over", "divided", "power", "squared", "cubed", "root", "raised",
    "to the", "factors", "twice", "reciprocal", "inverse", "multiplied",
  ]

  private static func mayHoldWords(_ text: String) -> Bool {
    let small = text.lowercased()
    return marks.contains { small.contains($0) }
  }

  private init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { word in
      let bare = word.lowercased().reversed().drop { ".,;:!?".contains($0) }.reversed()
      return Word(
        text: String(word.prefix(bare.count)),
        bare: String(bare),
        end: bare.count < word.count ? ";" : ""
      )
    }
  }

  /// The pieces with blanks between them; a number in words is one only beside a sign.
  private var text: String {
    written.indices.map { index in
      let piece = written[index]
      let isBeside =
        index > 0 && written[index - 1].isSign
        || index + 1 < written.count && written[index + 1].isSign
      return isBeside ? piece.digits ?? piece.text : piece.text
    }.joined(separator: " ")
  }

  private func bare(_ ahead: Int) -> String {
    index + ahead < words.count ? words[index + ahead].bare : ""
  }

  private func follows(_ phrase: [String], after ahead: Int = 0) -> Bool {
    phrase.enumerated().allSatisfy { bare(ahead + $0.offset) == $0.element }
  }

  private mutating func step() {
    if let (before, after, count) = prefix, index + count < words.count {
      index += count
      let operand = words[index]
      put(before + operand.text + after, 1)
    } else if let (phrase, sign) = Self.signs.first(where: { follows($0.0) }),
      !follows(["times", "itself"])
    {
      put(sign, phrase.count)
    } else if let (power, count) = power {
      put(power, count)
    } else {
      let word = words[index]
      let digits = Self.numbers[word.bare].map { $0 + word.end }
      written.append(Piece(text: word.text + word.end, digits: digits))
      index += 1
    }
  }

  /// Writes signs in the place of so many words.
  private mutating func put(_ signs: String, _ count: Int) {
    index += count
    written.append(Piece(text: signs + words[index - 1].end, isSign: true))
    isChanged = true
  }

  /// A power whose exponent stands behind what is raised: `squared`, `to the seventh`.
  private var power: (String, Int)? {
    if bare(0) == "squared" { return ("^2", 1) }
    if bare(0) == "cubed" { return ("^3", 1) }
    if follows(["times", "itself"]), bare(3) == "times" { return ("^" + number(2), 4) }
    guard follows(["to", "the"]), let exponent = ordinal(2) else { return nil }
    return ("^" + exponent, bare(3) == "power" ? 4 : 3)
  }

  /// What stands before its operand: `L-th power of`, `seven factors of`, `square root of`.
  private var prefix: (String, String, Int)? {
    if let exponent = ordinal(0), follows(["power", "of"], after: 1) {
      return ("(", ")^" + exponent, 3)
    }
    if bare(1) == "factors" {
      return ("(", ")^" + number(0), bare(2) == "of" ? 3 : 2)
    }
    return Self.prefixes.first { follows($0.0) }.map { ($0.1, $0.2, $0.0.count) }
  }

  private func number(_ ahead: Int) -> String {
    Self.numbers[bare(ahead)] ?? (index + ahead < words.count ? words[index + ahead].text : "")
  }

  /// `seventh`, `7th`, `L-th`, or `L` alone behind `to the`.
  private func ordinal(_ ahead: Int) -> String? {
    if let digits = Self.ordinals[bare(ahead)] { return digits }
    guard index + ahead < words.count else { return nil }
    let word = words[index + ahead].text
    if word.hasSuffix("th") {
      let name = word.dropLast(2)
      return name.last == "-" ? String(name.dropLast()) : String(name)
    }
    return ahead > 0 ? word : nil
  }
}
