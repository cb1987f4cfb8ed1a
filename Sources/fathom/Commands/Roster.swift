/// A file with the names that may hand in, one a line; `#` begins a remark.
enum Roster {
  static func names(_ path: String) throws -> [String] {
    try InputFile.text(at: path).split(whereSeparator: \.isNewline).compactMap { line in
      let name = line.drop { $0.isWhitespace }
      let kept = name.reversed().drop { $0.isWhitespace }.reversed()
      return kept.isEmpty || name.hasPrefix("#") ? nil : String(kept)
    }
  }
}
