/// Splits bytes into lines and stops at the first that is not text.
struct LineSplitter {
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
