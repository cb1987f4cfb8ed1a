import TerminalText

/// Reads the keys of one table by the types that its schema names, and collects what is wrong.
struct TableReader {
  let table: TOMLTable
  /// For messages: `question`, `parameter s`.
  let owner: String
  /// Where a missing key is reported.
  let position: Position
  let source: LessonSource
  /// The line of the closing fence.
  let lastLine: Int
  private(set) var problems: [Located<Problem>] = []

  init(
    _ table: TOMLTable,
    owner: String,
    position: Position,
    source: LessonSource,
    lastLine: Int
  ) {
    self.table = table
    self.owner = owner
    self.position = position
    self.source = source
    self.lastLine = lastLine
  }

  mutating func report(_ problem: Problem, at position: Position? = nil) {
    problems.append(Located(problem, at: position ?? self.position))
  }

  func has(_ key: String) -> Bool { table[key] != nil }

  /// The value, or a report that it is missing, which says what it is to be.
  mutating func value(_ key: String, _ expected: String, required: Bool) -> TOMLValue? {
    let value = table[key]
    if value == nil, required { report(.missingKey(key, of: owner, expected: expected)) }
    return value
  }

  mutating func string(_ key: String, required: Bool = true) -> Located<String>? {
    value(key, "a text in quotes", required: required).flatMap { string($0, key: key) }
  }

  mutating func prose(_ key: String, required: Bool = true) -> Prose? {
    string(key, required: required).map { prose(of: $0) }
  }

  /// The texts of a list; an empty list is reported where one is required.
  mutating func strings(_ key: String, required: Bool = true) -> [Located<String>] {
    guard let items = array(key, of: "a list of texts in quotes", required: required) else {
      return []
    }
    return items.compactMap { string($0, key: key) }
  }

  mutating func proses(_ key: String, required: Bool = true) -> [Prose] {
    strings(key, required: required).map { prose(of: $0) }
  }

  mutating func boolean(_ key: String) -> Bool {
    guard let value = table[key] else { return false }
    guard case .boolean(let flag) = value.content else {
      reportType(value, key, "true or false")
      return false
    }
    return flag
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key, "a whole number", required: true) else { return nil }
    guard case .integer(let integer, let number) = value.content else {
      reportType(value, key, "a whole number")
      return nil
    }
    guard range.contains(integer) else {
      let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      report(.badNumber(key: key, text: number.text, expected: expected), at: value.position)
      return nil
    }
    return integer
  }

  mutating func number(_ key: String, required: Bool = true) -> Number? {
    value(key, "a number", required: required).flatMap { number($0, key: key) }
  }

  mutating func numbers(_ key: String, required: Bool = true) -> [Number] {
    guard let items = array(key, of: "a list of numbers", required: required) else { return [] }
    return items.compactMap { number($0, key: key) }
  }

  mutating func table(_ key: String, required: Bool = false) -> TOMLTable? {
    guard let value = value(key, "a table", required: required) else { return nil }
    guard case .table(let table) = value.content else {
      reportType(value, key, "a table")
      return nil
    }
    if table.entries.isEmpty { report(.emptyText(key: key), at: value.position) }
    return table
  }

  /// One of the words that the schema allows.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String,
    required: Bool = true,
    as type: Word.Type = Word.self
  ) -> Word? {
    guard let text = string(key, required: required) else { return nil }
    if let word = Word(rawValue: text.value) { return word }
    let allowed = Word.allCases.map(\.rawValue)
    report(
      .notOneOf(
        key: key,
        text: text.value,
        nearest: Spelling.nearest(to: text.value, among: allowed),
        allowed: allowed
      ),
      at: text.position
    )
    return nil
  }

  /// Reports keys that a format of the lesson doesn't have yet.
  mutating func require(_ keys: [String], since first: Int, in format: Int) {
    guard format < first else { return }
    for entry in table.entries where keys.contains(entry.key.value) {
      report(.keyOfLaterFormat(entry.key.value, format: first), at: entry.key.position)
    }
  }

  /// Reports keys that the schema doesn't know.
  mutating func allow(_ keys: [String]) {
    for entry in table.entries where !keys.contains(entry.key.value) {
      let key = entry.key.value
      report(
        .unknownKey(key, of: owner, nearest: Spelling.nearest(to: key, among: keys), allowed: keys),
        at: entry.key.position
      )
    }
  }
}
