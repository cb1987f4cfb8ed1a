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

/// Why a file cannot be read as text.
struct ReadingFault: Error {
  let problem: Problem
  let position: Position

  init(_ problem: Problem, at position: Position) {
    self.problem = problem
    self.position = position
  }
}

/// Splits bytes into lines and stops at the first that is not text.
private struct LineSplitter {
  let bytes: [UInt8]
  private(set) var lines: [String] = []
  /// Where the open line begins.
  private var start: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  mutating func split() -> ReadingFault? {
    let end = firstInvalid() ?? bytes.count
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\n"): endLine(at: index, terminator: 1)
      case UInt8(ascii: "\r"):
        let isPair = index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
        endLine(at: index, terminator: isPair ? 2 : 1)
      case 0x00: return fault(.nul(offset: index), at: index)
      case 0x01...0x08, 0x0B...0x1F, 0x7F:
        return fault(.controlCharacter(UInt32(bytes[index])), at: index)
      // The first byte of U+0080 to U+00BF.
      case 0xC2 where bytes[index + 1] < 0xA0:
        return fault(.controlCharacter(UInt32(bytes[index + 1])), at: index)
      default: break
      }
      index = max(index + 1, start)
    }
    if end < bytes.count { return fault(.notUTF8(offset: end, byte: bytes[end]), at: end) }
    if start < end { endLine(at: end, terminator: 0) }
    return nil
  }

  private mutating func endLine(at end: Int, terminator: Int) {
    lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
    start = end + terminator
  }

  private func firstInvalid() -> Int? {
    guard String(validating: bytes[start...], as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[start...].makeIterator()
    var offset = start
    while case .valid(let encoded) = parser.parseScalar(from: &rest) { offset += encoded.count }
    return offset
  }

  private func fault(_ problem: Problem, at index: Int) -> ReadingFault {
    let column = bytes[start..<index].count { $0 & 0xC0 != 0x80 } + 1
    return ReadingFault(problem, at: Position(line: lines.count + 1, column: column))
  }
}
