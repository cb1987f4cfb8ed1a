/// Names what people write into TOML that isn't TOML, where toml++ has only its own words for it.
enum TOMLFault {
  /// The slip on the line where reading stopped; `nil` where it is none of the usual ones.
  static func named(in source: LessonSource, at place: Position) -> ReadingFault? {
    let line = source.line(place.line)
    let start = line.drop { $0 == " " || $0 == "\t" }
    if start.hasPrefix("```") || start.hasPrefix("~~~") {
      let mark = String(start.prefix(3))
      let column = line.unicodeScalars.count - start.unicodeScalars.count + 1
      return ReadingFault(.tomlFenceMark(mark), at: Position(line: place.line, column: column))
    }
    guard let equals = line.firstIndex(of: "="),
      line[...equals].unicodeScalars.count < place.column
    else { return nil }
    let value = line[line.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
    let column = line[..<value.startIndex].unicodeScalars.count + 1
    return problem(of: value).map {
      ReadingFault($0, at: Position(line: place.line, column: column))
    }
  }

  private static func problem(of value: Substring) -> Problem? {
    guard let first = value.first else { return nil }
    if "“”„‟«»‘’‚".contains(first) { return .tomlCurledQuote(String(first)) }
    // What has a quote or a bracket of its own, and what may be a number, is another matter.
    if "\"'[{".contains(first) { return nil }
    let text = String(value.prefix { $0 != "#" }.trimmed)
    if ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased()) {
      return .tomlBoolean(text)
    }
    guard first.isLetter || text.contains(":") || text.contains(" "), !text.contains("\"") else {
      return nil
    }
    return .tomlUnquoted(text)
  }
}
