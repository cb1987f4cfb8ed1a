extension TableReader {
  /// A text that isn't empty and holds no control characters, which escapes can bring in.
  mutating func string(_ value: TOMLValue, key: String) -> Located<String>? {
    guard case .string(let text) = value.content else {
      reportType(value, key, "a text in quotes")
      return nil
    }
    if text.allSatisfy(\.isWhitespace) {
      report(.emptyText(key: key), at: value.position)
      return nil
    }
    if let control = text.unicodeScalars.first(where: isControl) {
      report(.controlCharacter(control.value), at: value.position)
      return nil
    }
    return Located(text, at: value.textPosition)
  }

  mutating func number(_ value: TOMLValue, key: String) -> Number? {
    switch value.content {
    case .integer(_, let number): return number
    case .float(let number) where number.value.isFinite: return number
    case .float(let number):
      report(
        .badNumber(key: key, text: number.text, expected: "a finite number"),
        at: value.position
      )
    case .string, .boolean, .date, .array, .table: reportType(value, key, "a number")
    }
    return nil
  }

  mutating func array(_ key: String, of expected: String, required: Bool) -> [TOMLValue]? {
    guard let value = value(key, expected, required: required) else { return nil }
    guard case .array(let items) = value.content else {
      reportType(value, key, expected)
      return nil
    }
    if items.isEmpty, required { report(.emptyText(key: key), at: value.position) }
    return items
  }

  mutating func prose(of text: Located<String>) -> Prose {
    let field = TextField(text, source: source, through: lastLine)
    for problem in field.problems { report(problem.value, at: problem.position) }
    return field.prose
  }

  mutating func reportType(_ value: TOMLValue, _ key: String, _ expected: String) {
    report(
      .wrongType(key: key, expected: expected, found: value.content.typeName),
      at: value.position
    )
  }

  /// The key as a text of its own, after its quote if it has one.
  func text(of key: Located<String>) -> Located<String> {
    let place = key.position
    let first = source.line(place.line).unicodeScalars.dropFirst(place.column - 1).first
    let isQuoted = first == "\"" || first == "'"
    return Located(
      key.value,
      at: Position(line: place.line, column: place.column + (isQuoted ? 1 : 0))
    )
  }

  /// The text of an entry whose key is the author's own words.
  mutating func text(of entry: TOMLTable.Entry) -> Located<String>? {
    if case .table = entry.value.content {
      // `28.5 = "…"` is a table 28 with a key 5.
      reportType(entry.value, entry.key.value, "the whole key in quotes, if it holds a point")
      return nil
    }
    return string(entry.value, key: entry.key.value)
  }

  /// The value of a key, with the key as what holds it, read by other rules.
  func reader(of table: TOMLTable, owner: String, at position: Position) -> TableReader {
    TableReader(table, owner: owner, position: position, source: source, lastLine: lastLine)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar != "\n", scalar != "\t" else { return false }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

extension TOMLValue.Content {
  /// For messages.
  var typeName: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .array: "a list"
    case .table: "a table"
    }
  }
}
