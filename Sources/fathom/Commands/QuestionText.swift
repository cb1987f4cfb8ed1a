/// The lines of a question as its author wrote them, by their keys.
struct QuestionText {
  /// A key with its lines, or the head of a table.
  struct Entry {
    let table: String?
    let key: String
    var lines: [String]

    /// What stands behind the `=`.
    var value: String {
      lines.joined(separator: "\n").drop { $0 != "=" }.dropFirst()
        .trimmingPrefix { $0 == " " }.description
    }
  }

  private(set) var entries: [Entry] = []

  /// The lines between the marks of a fence.
  init(_ lines: [String]) {
    var table: String?
    var isOpen = false
    for line in lines {
      if isOpen, let last = entries.indices.last {
        entries[last].lines.append(line)
        isOpen = !(line.hasSuffix("\"\"\"") || line.hasPrefix("]"))
      } else if let head = line.wholeMatch(of: /\[(\w+)\]\s*/) {
        table = String(head.output.1)
        entries.append(Entry(table: table, key: "", lines: [line]))
      } else if let start = line.prefixMatch(of: /("(?:[^"\\]|\\.)*"|[\w-]+)\s*=\s*(.*)/) {
        entries.append(Entry(table: table, key: String(start.output.1), lines: [line]))
        let value = start.output.2
        isOpen =
          value == "[" || value.hasPrefix("\"\"\"") && !value.dropFirst(3).contains("\"\"\"")
      } else if let last = entries.indices.last {
        entries[last].lines.append(line)
      }
    }
  }

  var lines: [String] { entries.flatMap(\.lines) }

  /// What stands at a key of the question itself.
  func value(_ key: String) -> String? {
    entries.first { $0.table == nil && $0.key == key }?.value
  }

  /// The texts of a list.
  func list(_ key: String) -> [String] {
    (value(key) ?? "").matches(of: /"(?:[^"\\]|\\.)*"/).map { String($0.output) }
  }

  /// Writes a key anew where it stands, or before the tables; nil takes it out.
  mutating func set(_ key: String, to value: String?) {
    let place = entries.firstIndex { $0.table == nil && $0.key == key }
    guard let value else { return entries.removeAll { $0.table == nil && $0.key == key } }
    var entry = Entry(table: nil, key: key, lines: ["\(key) = \(value)"])
    if let place {
      entry.lines += entries[place].lines.reversed().prefix { $0.isEmpty }
      entries[place] = entry
    } else {
      entries.insert(entry, at: entries.firstIndex { $0.table != nil } ?? entries.count)
    }
  }

  /// Keeps those rows of a table that are wanted; one without rows goes.
  mutating func keep(_ table: String, where isWanted: (Entry) -> Bool) {
    entries.removeAll { $0.table == table && !$0.key.isEmpty && !isWanted($0) }
    if !entries.contains(where: { $0.table == table && !$0.key.isEmpty }) {
      entries.removeAll { $0.table == table }
    }
  }
}
