extension JSON {
  /// Reads a text; nil where it is no JSON, or deeper than anything of ours.
  init?(reading text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    guard reader.isAtEnd else { return nil }
    self = value
  }

  /// The first members of an object, whatever comes after them; nil where there are not so many.
  static func leading(_ count: Int, of text: String) -> JSON? {
    var reader = JSONReader(bytes: Array(text.utf8))
    return reader.members(count)
  }

  /// A member of an object.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var flag: Bool? { if case .boolean(let flag) = self { flag } else { nil } }
  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  /// A number of points in hundredths; nil where it is none, or has more than two decimals.
  var hundredths: Int? {
    guard case .number(let digits) = self else { return nil }
    return Grading.hundredths(of: digits)
  }
}

/// `1.5` as 150: points as somebody writes them; nil for what is none, or has more than two decimals.
package func hundredths(of text: String) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first, (1...7).contains(whole.count),
    parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let units = Int(whole)
  else { return nil }
  guard parts.count == 2 else { return units * 100 }
  guard (1...2).contains(parts[1].count), let rest = Int(parts[1]) else { return nil }
  return units * 100 + (parts[1].count == 1 ? rest * 10 : rest)
}

/// Reads JSON from its bytes (RFC 8259); total, and no deeper than its limit.
private struct JSONReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let deepest = 64

  var isAtEnd: Bool { index == bytes.count }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count - index >= wanted.count else { return false }
    for place in wanted.indices where bytes[index + place] != wanted[place] { return false }
    index += wanted.count
    return true
  }

  mutating func value(depth: Int) -> JSON? {
    skipBlanks()
    guard depth < Self.deepest, let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  /// The first members of an object.
  mutating func members(_ count: Int) -> JSON? {
    skipBlanks()
    guard take("{") else { return nil }
    var members: [(String, JSON)] = []
    while let member = member(0) {
      members.append(member)
      if members.count == count { return .object(members) }
      skipBlanks()
      guard take(",") else { return nil }
    }
    return nil
  }

  private mutating func member(_ depth: Int) -> (String, JSON)? {
    skipBlanks()
    guard let key = string() else { return nil }
    skipBlanks()
    guard take(":"), let value = value(depth: depth + 1) else { return nil }
    return (key, value)
  }

  private mutating func object(_ depth: Int) -> JSON? {
    index += 1
    var members: [(String, JSON)] = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      guard let member = member(depth) else { return nil }
      members.append(member)
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(_ depth: Int) -> JSON? {
    index += 1
    var items: [JSON] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      items.append(value)
      skipBlanks()
      if take("]") { return .array(items) }
      guard take(",") else { return nil }
    }
  }

  private mutating func number() -> JSON? {
    let start = index
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    return Double(digits) == nil ? nil : .number(digits)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = index
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      index += 1
    }
    // Most texts have nothing to be put in place of something else.
    if next == UInt8(ascii: "\"") {
      index += 1
      return String(validating: bytes[start..<index - 1], as: UTF8.self)
    }
    var units = Array(bytes[start..<index])
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        units += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unicode()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: return nil
    }
  }

  private mutating func unicode() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take("\\u"), let second = unit(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
  }
}
