/// The text of a file that somebody else's program wrote.
enum PlainText {
  /// The text, without a byte order mark; anything but UTF-8 is refused.
  static func decoded(_ bytes: [UInt8]) throws(TableError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x1F, 0x8B]) {
      throw .spreadsheet
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let place = content.firstIndex(of: 0) {
      // UTF-16 without its mark has one in every second place.
      let near = content[max(content.startIndex, place - 1)...].prefix(8)
      if near.count(where: { $0 == 0 }) >= 4 { throw .utf16 }
      throw .noText(line: line(of: place, bytes))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .notUTF8(line: firstFault(content))
    }
    return text
  }

  /// The line of a byte, counted from 1.
  private static func line(of place: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<place].count { $0 == 0x0A } + 1
  }

  private static func firstFault(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}

extension String {
  /// Without blanks around it, each blank inside it one.
  var tidied: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// What names are compared by: blanks and the case of letters don't matter.
  var foldedKey: String { tidied.lowercased() }

  /// Its letters and digits alone.
  var squeezed: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
