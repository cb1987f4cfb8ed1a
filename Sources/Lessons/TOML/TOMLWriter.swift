/// Writes our fences in one form: the author's order, no comments, lists of texts on lines of their
/// own, tables last.
enum TOMLWriter {
  static func header(_ table: TOMLTable) -> [ReleasedLine] {
    var table = table.without(["released"])
    let released = TOMLValue(
      content: .boolean(true),
      position: table.position,
      textPosition: table.position
    )
    table = TOMLTable(
      entries: table.entries + [
        TOMLTable.Entry(key: Located("released", at: table.position), value: released)
      ],
      position: table.position
    )
    return fence("toml lesson", table, ["class": .classSeed, "learner": .learner])
  }

  /// A key of the header that a copy has and its lesson has not.
  static func copyLine(
    _ part: ReleasedLine.Part,
    _ name: String,
    _ value: String,
    sourceLine: Int
  ) -> ReleasedLine {
    let text = "\(name) = \(string(value, onOneLine: true))"
    return ReleasedLine(text: text, sourceLine: sourceLine, part: part)
  }

  /// A header as it is, for a lesson that has its keys.
  static func lesson(_ table: TOMLTable) -> [ReleasedLine] { fence("toml lesson", table) }

  static func parameters(_ table: TOMLTable) -> [ReleasedLine] { fence("toml parameters", table) }

  static func question(_ table: TOMLTable) -> [ReleasedLine] {
    fence("toml question", table, ["hints": .hint])
  }

  private static func fence(
    _ info: String,
    _ table: TOMLTable,
    _ parts: [String: ReleasedLine.Part] = [:]
  ) -> [ReleasedLine] {
    let lines = lines(of: table, parts)
    // A text may hold a line of backticks.
    let longest = lines.map { $0.text.prefix { $0 == "`" }.count }.max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    let first = table.position.line
    let last = lines.last?.sourceLine ?? first
    return [ReleasedLine(text: marks + info, sourceLine: first)] + lines
      + [ReleasedLine(text: marks, sourceLine: last)]
  }

  private static func lines(
    of table: TOMLTable,
    _ parts: [String: ReleasedLine.Part]
  ) -> [ReleasedLine] {
    var lines: [ReleasedLine] = []
    for entry in table.entries where !entry.value.isTable {
      let part = parts[entry.key.value] ?? .text
      lines += self.lines(of: entry).map { line in
        ReleasedLine(text: line.text, sourceLine: line.sourceLine, part: part)
      }
    }
    for entry in table.entries {
      guard case .table(let inner) = entry.value.content else { continue }
      let number = entry.key.position.line
      if !lines.isEmpty { lines.append(ReleasedLine(text: "", sourceLine: number)) }
      lines.append(ReleasedLine(text: "[\(key(entry.key.value))]", sourceLine: number))
      for entry in inner.entries { lines += self.lines(of: entry) }
    }
    return lines
  }

  private static func lines(of entry: TOMLTable.Entry) -> [ReleasedLine] {
    let start = key(entry.key.value) + " = "
    let number = entry.key.position.line
    let whole = text(of: entry.value, onOneLine: false)
    if case .array(let items) = entry.value.content, items.contains(where: \.isString),
      whole.count > 72
    {
      let inner = items.map { item in
        ReleasedLine(
          text: "  " + text(of: item, onOneLine: true) + ",",
          sourceLine: item.position.line
        )
      }
      return [ReleasedLine(text: start + "[", sourceLine: number)] + inner
        + [ReleasedLine(text: "]", sourceLine: number)]
    }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { offset, line in
      ReleasedLine(text: (offset == 0 ? start : "") + line, sourceLine: number + offset)
    }
  }

  private static func text(of value: TOMLValue, onOneLine: Bool) -> String {
    switch value.content {
    case .string(let text): string(text, onOneLine: onOneLine)
    case .integer(_, let number), .float(let number): number.text
    case .boolean(let flag): flag ? "true" : "false"
    case .array(let items):
      "[" + items.map { text(of: $0, onOneLine: true) }.joined(separator: ", ") + "]"
    case .table(let table):
      "{ "
        + table.entries.map { entry in
          key(entry.key.value) + " = " + text(of: entry.value, onOneLine: true)
        }.joined(separator: ", ") + " }"
    // No key of the schema takes a date.
    case .date: "\"\""
    }
  }

  private static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    return isBare && !name.isEmpty ? name : string(name, onOneLine: true)
  }

  private static func string(_ text: String, onOneLine: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += (onOneLine ? "\\n" : "\n").utf8
      default: bytes.append(byte)
      }
    }
    let escaped = String(decoding: bytes, as: UTF8.self)
    guard !onOneLine, escaped.contains("\n") else { return "\"\(escaped)\"" }
    // Blanks at the end of a line mean nothing, and editors strip them.
    let lines = escaped.split(separator: "\n", omittingEmptySubsequences: false).map(withoutEnd)
    return "\"\"\"\n\(lines.joined(separator: "\n"))\"\"\""
  }

  private static func withoutEnd(_ line: Substring) -> Substring {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
