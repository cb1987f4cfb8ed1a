/// The number that somebody has put into words: `3 layers`, `about 10`, `2 million`, `two`.
enum NumberAlone {
  /// As it is to be typed; nil where a line holds none, or several.
  static func text(in line: String) -> String? {
    let words = line.lowercased().split {
      $0 == " " || $0 == "," || $0 == "~" || $0 == "≈" || $0 == "±"
    }
    .map { $0.last.map { ".!?".contains($0) } == true ? String($0.dropLast()) : String($0) }
    let numerals = words.filter { isNumeral($0) } + words.compactMap { small[$0] }
    let scales = words.compactMap { scale($0) }
    guard numerals.count <= 1, scales.count <= 1, numerals.count + scales.count > 0 else {
      return nil
    }
    let numeral = numerals.first ?? "1"
    guard let scale = scales.first else { return numeral }
    return numeral.allSatisfy { $0.isWholeNumber || $0 == "." }
      ? numeral + scale : "\(numeral)*1\(scale)"
  }

  /// A decimal number, or a power of two of them.
  private static func isNumeral(_ word: String) -> Bool {
    let parts = word.split(separator: "^", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        part.first.map { $0.isWholeNumber || "-.".contains($0) } == true && Double(part) != nil
      }
  }

  private static let small = [
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
  ]

  /// `e6` for a million.
  private static func scale(_ word: String) -> String? {
    switch word {
    case "hundred": "e2"
    case "thousand": "e3"
    case "million", "millions": "e6"
    case "billion", "billions": "e9"
    case "trillion": "e12"
    default: nil
    }
  }
}
