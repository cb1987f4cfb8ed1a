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
    var splitter = LineSplitter(offset: mark == [0xEF, 0xBB, 0xBF] ? 3 : 0)
    if let fault = splitter.read(bytes) { return .failure(fault) }
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
  var offset: Int
  var lines: [String] = []
  private var current = String.UnicodeScalarView()
  private var column = 1
  private var endedWithReturn = false

  init(offset: Int) { self.offset = offset }

  mutating func read(_ bytes: [UInt8]) -> ReadingFault? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[offset...].makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if let problem = take(scalar) { return fault(problem) }
        offset += encoded.count
      case .emptyInput:
        if !current.isEmpty { endLine() }
        return nil
      case .error: return fault(.notUTF8(offset: offset, byte: bytes[offset]))
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Problem? {
    switch scalar {
    case "\n" where endedWithReturn: endedWithReturn = false
    case "\n", "\r":
      endLine()
      endedWithReturn = scalar == "\r"
    case "\0": return .nul(offset: offset)
    case "\t", " "..."~", "\u{A0}"...:
      endedWithReturn = false
      current.append(scalar)
      column += 1
    default: return .controlCharacter(scalar.value)
    }
    return nil
  }

  private mutating func endLine() {
    lines.append(String(current))
    current.removeAll()
    column = 1
  }

  private func fault(_ problem: Problem) -> ReadingFault {
    ReadingFault(problem, at: Position(line: lines.count + 1, column: column))
  }
}
