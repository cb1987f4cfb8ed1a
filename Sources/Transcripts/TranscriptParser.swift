import Sessions
import TerminalText

/// Reads a transcript.
///
/// It is total: whatever the bytes are, it says what they are taken for.
package struct TranscriptParser {
  /// A megabyte a line at 10^5 inputs would be more; nobody types this much.
  static let mostBytes = 256 << 20
  /// An input above this is worth a remark.
  static let longInput = 10_000

  let path: String
  var faults: [TranscriptFault] = []

  /// Reads a file: a transcript, unless a fault is an error.
  package static func parse(
    _ bytes: [UInt8],
    path: String
  ) -> (transcript: Transcript?, faults: [TranscriptFault]) {
    var parser = TranscriptParser(path: path)
    let transcript = parser.transcript(bytes)
    return (transcript, parser.faults)
  }

  /// Whether a file is the beginning of a transcript that a crash cut before its first input.
  package static func isBarelyBegun(_ bytes: [UInt8]) -> Bool {
    let title = Array("# fathom transcript \(TranscriptHeader.format)\n".utf8)
    guard bytes.starts(with: title) || title.starts(with: bytes) else { return false }
    let (transcript, _) = parse(bytes, path: "")
    return transcript?.exchanges.isEmpty ?? !bytes.contains(UInt8(ascii: ">"))
  }

  private mutating func transcript(_ bytes: [UInt8]) -> Transcript? {
    guard !bytes.isEmpty else { return refuse(.empty) }
    guard bytes.count <= Self.mostBytes else { return refuse(.tooLarge(bytes: bytes.count)) }
    let whole = Self.wholeBytes(bytes)
    var lines = lines(of: bytes[..<whole])
    let torn = whole < bytes.count
    let cutAnswer = Self.answer(bytes[whole...], offset: whole)
    if torn { note(cutAnswer == nil ? .torn : .tornAnswer, line: lines.count + 1) }
    let count = lines.firstIndex { !$0.text.utf8.starts(with: "#".utf8) } ?? lines.count
    guard let header = header(lines[..<count].map(\.text)) else { return nil }
    // The empty line below the header belongs to neither.
    let start = count < lines.count && lines[count].text.isEmpty ? count + 1 : count
    lines.removeFirst(start)
    let exchanges = exchanges(lines, firstLine: start + 1)
    return Transcript(
      path: path,
      header: header,
      body: lines.map(\.text),
      firstLine: start + 1,
      exchanges: exchanges,
      faults: faults,
      ending: torn ? Self.torn(bytes, whole) : .whole,
      cutAnswer: cutAnswer?.exchange(line: lines.count)
    )
  }

  /// How many bytes hold whole lines.
  ///
  /// A crash may leave half a line behind them, or zeros.
  private static func wholeBytes(_ bytes: [UInt8]) -> Int {
    bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private static func torn(_ bytes: [UInt8], _ whole: Int) -> Transcript.Ending {
    let mark = Array(InputMark.continuation.utf8)
    let rest = bytes[whole...].prefix(mark.count)
    return .torn(wholeBytes: whole, continuesInput: rest.elementsEqual(mark.prefix(rest.count)))
  }

  /// The answer in a last line that has no line end, or half of one.
  private static func answer(_ bytes: ArraySlice<UInt8>, offset: Int) -> CutAnswer? {
    let content = bytes.last == 0x0D ? bytes.dropLast() : bytes
    guard let decoded = String(validating: content, as: UTF8.self),
      let (prompt, text) = InputMark.input(of: neutralised(decoded)), prompt != .notebook,
      !text.isEmpty
    else { return nil }
    return CutAnswer(prompt: prompt, text: text, bytes: offset..<offset + bytes.count)
  }

  private struct CutAnswer {
    let prompt: Prompt
    let text: String
    let bytes: Range<Int>

    /// It as what stands in a line of the body.
    func exchange(line: Int) -> Transcript.Exchange {
      Transcript.Exchange(
        prompt: prompt,
        input: RecordedInput(lines: [text]),
        inputLines: line..<line + 1,
        outputLines: line + 1..<line + 1,
        inputOffset: bytes.lowerBound,
        outputOffset: bytes.upperBound
      )
    }
  }

  // MARK: - Faults

  mutating func note(_ problem: TranscriptFault.Problem, line: Int, column: Int = 1) {
    faults.append(TranscriptFault(path: path, line: line, column: column, problem: problem))
  }

  mutating func refuse<Result>(_ problem: TranscriptFault.Problem, line: Int = 1) -> Result? {
    note(problem, line: line)
    return nil
  }

  // MARK: - Lines

  private mutating func lines(of bytes: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = bytes.startIndex
    var returns = false
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var content = bytes[start..<end]
      if content.last == 0x0D {
        content.removeLast()
        if !returns { note(.carriageReturns, line: lines.count + 1, column: content.count + 1) }
        returns = true
      }
      if start == 0, content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
      let text = text(content, line: lines.count + 1)
      let next = min(end + 1, bytes.endIndex)
      lines.append(Line(text: text, offset: start, end: next))
      start = next
    }
    return lines
  }

  struct Line {
    var text: String
    /// Where it begins and where the next one does, in bytes of the file.
    var offset: Int
    var end: Int
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>, line: Int) -> String {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    let decoded: String
    if let valid = String(validating: bytes, as: UTF8.self) {
      decoded = valid
    } else {
      decoded = String(decoding: bytes, as: UTF8.self)
      note(.notUTF8, line: line, column: Self.column(in: decoded) { $0.value == 0xFFFD })
    }
    let clean = neutralised(decoded)
    if clean.utf8.count != decoded.utf8.count || clean != decoded {
      let isControl = { (scalar: Unicode.Scalar) in neutralised(String(scalar)) != String(scalar) }
      note(.controlCharacter, line: line, column: Self.column(in: decoded, where: isControl))
    }
    return clean
  }

  private static func column(
    in text: String,
    where matches: (Unicode.Scalar) -> Bool
  ) -> Int {
    var column = 1
    for scalar in text.unicodeScalars {
      if matches(scalar) { return column }
      column += 1
    }
    return 1
  }
}
