/// Writes our fences in one form: the author's order, no comments, lists of texts on lines of their
/// own, tables last.
enum TOMLWriter {
  static func header(_ table: TOMLTable) -> [String] {
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
    return fence("toml lesson", table)
  }

  static func parameters(_ table: TOMLTable) -> [String] { fence("toml parameters", table) }

  static func question(_ table: TOMLTable, _ credit: Question.Credit) -> [String] {
    switch credit {
    case .practice: fence("toml question", table)
    case .counted: fence("toml question", table.without(QuestionWord.secret))
    }
  }

  private static func fence(_ info: String, _ table: TOMLTable) -> [String] {
    let lines = lines(of: table)
    // A text may hold a line of backticks.
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    return [marks + info] + lines + [marks]
  }

  private static func lines(of table: TOMLTable) -> [String] {
    var lines: [String] = []
    for entry in table.entries where !entry.value.isTable {
      lines += self.lines(key(entry.key.value) + " = ", entry.value)
    }
    for entry in table.entries {
      guard case .table(let inner) = entry.value.content else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append("[\(key(entry.key.value))]")
      for entry in inner.entries {
        lines += self.lines(key(entry.key.value) + " = ", entry.value)
      }
    }
    return lines
  }

  private static func lines(_ start: String, _ value: TOMLValue) -> [String] {
    switch value.content {
    case .array(let items) where items.contains(where: \.isString):
      return [start + "["] + items.map { "  " + text(of: $0, onOneLine: true) + "," } + ["]"]
    case .string, .integer, .float, .boolean, .date, .array, .table:
      let lines = text(of: value, onOneLine: false).split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      return [start + (lines.first ?? "")] + lines.dropFirst().map(String.init)
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
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\t": escaped += "\\t"
      case "\n": escaped += onOneLine ? "\\n" : "\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
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

extension TOMLValue {
  var isTable: Bool { if case .table = content { true } else { false } }
  var isString: Bool { if case .string = content { true } else { false } }
}

extension TOMLTable {
  func without(_ keys: [String]) -> TOMLTable {
    TOMLTable(entries: entries.filter { !keys.contains($0.key.value) }, position: position)
  }
}
