import TerminalText

/// A table as spreadsheets and learning systems write it (RFC 4180).
struct CSVTable: Sendable, Hashable {
  /// A row with the line of the file in which it begins.
  struct Row: Sendable, Hashable {
    let line: Int
    var cells: [String]

    subscript(column: Int?) -> String? {
      guard let column, cells.indices.contains(column) else { return nil }
      return cells[column]
    }
  }

  var rows: [Row]
  let delimiter: Character

  init(rows: [[String]]) {
    self.rows = rows.map { Row(line: 0, cells: $0) }
    delimiter = ","
  }

  /// Reads a file: UTF-8 with or without BOM, any line ends, commas, semicolons or tabs.
  init(_ bytes: [UInt8]) throws(TableError) {
    let text = try PlainText.decoded(bytes)
    delimiter = Self.delimiter(of: text)
    rows = try Self.rows(text, delimiter)
    guard !rows.isEmpty else { throw .empty }
  }

  /// The column whose name in the first row is one of these, the earliest of the list first.
  func column(_ names: [String]) -> Int? {
    guard let header = rows.first else { return nil }
    let found = header.cells.map { $0.foldedKey }
    return names.lazy.compactMap { found.firstIndex(of: $0) }.first
  }

  /// The same, where there must be one.
  func column(needed names: [String]) throws(TableError) -> Int {
    guard let column = column(names) else {
      throw .noColumn(names, found: rows.first?.cells ?? [])
    }
    return column
  }

  // MARK: - Reading

  /// The mark that stands most often between the cells of the first line.
  private static func delimiter(of text: String) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isNewline { break }
      if !isQuoted, [",", ";", "\t"].contains(character) { counts[character, default: 0] += 1 }
    }
    return [",", ";", "\t"].max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? ","
  }

  private static func rows(_ text: String, _ delimiter: Character) throws(TableError) -> [Row] {
    var rows: [Row] = []
    var (cells, cell): ([String], String) = ([], "")
    var (line, first, opened) = (1, 1, 1)
    var isQuoted = false
    var wasQuoted = false
    func isEmpty(_ cells: [String]) -> Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    for character in text {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { cell.append(character) }
      } else if character == "\"" {
        // Two marks inside a quotation are one.
        if wasQuoted { cell.append("\"") }
        (isQuoted, opened) = (true, line)
      } else if character == delimiter {
        cells.append(cell)
        cell = ""
      } else if character.isNewline {
        cells.append(cell)
        if !isEmpty(cells) { rows.append(Row(line: first, cells: cells)) }
        (cells, cell, first) = ([], "", line + 1)
      } else {
        cell.append(character)
      }
      wasQuoted = character == "\"" && !isQuoted
      if character.isNewline { line += 1 }
    }
    if isQuoted { throw .openQuote(line: opened) }
    cells.append(cell)
    if !isEmpty(cells) { rows.append(Row(line: first, cells: cells)) }
    return rows
  }

  // MARK: - Writing

  /// The file; its cells are written as they are.
  var text: String {
    rows.map { row in
      row.cells.map { quoted($0) }.joined(separator: String(delimiter)) + "\n"
    }.joined()
  }

  private func quoted(_ cell: String) -> String {
    let needs = cell.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
    guard needs || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Somebody's text as a cell that no spreadsheet takes for a formula.
  static func harmless(_ text: String) -> String {
    let clean = neutralised(text)
    guard let first = clean.first(where: { !$0.isWhitespace }), formulaMarks.contains(first) else {
      return clean
    }
    return "'" + clean
  }

  /// What a harmless cell stood for.
  static func meant(_ cell: String) -> String {
    let rest = cell.dropFirst()
    guard cell.first == "'", let first = rest.first(where: { !$0.isWhitespace }),
      formulaMarks.contains(first)
    else { return cell }
    return String(rest)
  }

  /// What a spreadsheet takes a formula from, full-width forms too.
  private static let formulaMarks: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
