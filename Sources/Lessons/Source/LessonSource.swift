/// The lines of a lesson file: valid UTF-8 without byte-order mark, controls and line terminators.
struct LessonSource: Sendable, Hashable {
  /// Line 1 is at index 0.
  ///
  /// LF, CRLF and a lone CR each end a line.
  let lines: [String]

  /// The lines joined by LF, with one at the end.
  var text: String { lines.map { $0 + "\n" }.joined() }

  static let byteLimit = 1_000_000

  static func read(_ bytes: [UInt8]) -> Result<LessonSource, ReadingFault> {
    let mark = Array(bytes.prefix(3))
    if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) {
      return .failure(ReadingFault(.utf16, at: .start))
    }
    guard bytes.count <= byteLimit else {
      return .failure(ReadingFault(.tooLarge(bytes: bytes.count), at: .start))
    }
    var splitter = LineSplitter(bytes, from: mark == [0xEF, 0xBB, 0xBF] ? 3 : 0)
    if let fault = splitter.split() { return .failure(fault) }
    return .success(LessonSource(lines: splitter.lines))
  }

  /// The line of that number, or an empty one beyond the end.
  func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The place of a byte column, as cmark counts.
  func position(line number: Int, byteColumn: Int) -> Position {
    let before = line(number).utf8.prefix(max(byteColumn - 1, 0))
    let characters = before.count { $0 & 0xC0 != 0x80 }
    return Position(line: max(number, 1), column: characters + 1)
  }
}
