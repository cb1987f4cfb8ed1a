/// The ids of lessons, steps and questions: what a person types and a transcript holds.
enum Identifier {
  static let limit = 40

  /// Lower-case ASCII letters, digits and single hyphens between them.
  static func isValid(_ text: String) -> Bool {
    guard text.utf8.count <= limit else { return false }
    return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy(isLetterOrDigit)
    }
  }

  /// An id made of a title, or `nil` if that would leave letters out or grow too long.
  static func slug(_ title: String) -> String? {
    var words: [String] = [""]
    for scalar in title.lowercased().unicodeScalars {
      if scalar.isASCII, isLetterOrDigit(UInt8(truncatingIfNeeded: scalar.value)) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        return nil
      } else if scalar != "'" && scalar != "’" {
        words.append("")
      }
    }
    let slug = words.filter { !$0.isEmpty }.joined(separator: "-")
    return isValid(slug) ? slug : nil
  }

  /// Anything that can be typed and listed: no white space, comma or bracket.
  static func isValidChoice(_ text: String) -> Bool {
    !text.isEmpty && text.count <= limit
      && text.allSatisfy { !$0.isWhitespace && !",;[](){}\"".contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
