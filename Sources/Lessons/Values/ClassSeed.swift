/// What makes the variants of one class others than those of the next: a word of its own.
package struct ClassSeed: Sendable, Hashable {
  package let text: String

  /// A seed; nil where it has other characters than letters, digits, points and hyphens, or more than 40.
  package init?(_ text: String) {
    let isFit = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    guard isFit, (1...40).contains(text.utf8.count) else { return nil }
    self.text = text
  }
}
