/// Reads the first fence of a lesson.
enum HeaderReader {
  static let format = 1
  private static let keys = [
    "format", "id", "title", "version", "summary", "objectives", "takeaways", "requires", "minutes",
    "lecture", "lang", "released",
  ]

  static func read(_ reader: inout TableReader) -> Header? {
    reader.allow(keys)
    if let found = reader.integer("format", in: 0...Int.max), found != format {
      reader.report(.unknownFormat(found), at: reader.table["format"]?.position)
    }
    let id = reader.identifier("id")
    let version = reader.string("version")
    if let version, !isVersion(version.value) {
      reader.report(.badVersion(version.value), at: version.position)
    }
    let title = reader.string("title")
    let summary = reader.prose("summary")
    let objectives = reader.proses("objectives")
    let takeaways = reader.proses("takeaways")
    let requires = requirements(of: id?.value, &reader)
    let minutes = reader.integer("minutes", in: 1...600)
    let lecture = reader.string("lecture", required: false)
    let lang = reader.string("lang", required: false)
    let isReleased = reader.boolean("released")
    guard let id, let title, let version, let summary, let minutes else { return nil }
    return Header(
      id: id,
      title: title,
      version: version,
      summary: summary,
      objectives: objectives,
      takeaways: takeaways,
      requires: requires,
      minutes: minutes,
      lecture: lecture?.value,
      lang: lang?.value ?? "en",
      isReleased: isReleased,
      position: reader.position
    )
  }

  private static func requirements(
    of id: String?,
    _ reader: inout TableReader
  ) -> [Located<String>] {
    let requires = reader.strings("requires", required: false)
    for (index, name) in requires.enumerated() {
      if !Identifier.isValid(name.value) { reader.report(.badID(name.value), at: name.position) }
      if name.value == id { reader.report(.requiresItself(name.value), at: name.position) }
      if requires[..<index].contains(where: { $0.value == name.value }) {
        reader.report(.repeated(name.value, key: "requires"), at: name.position)
      }
    }
    return requires
  }

  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 6 && $0.utf8.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension TableReader {
  mutating func identifier(_ key: String) -> Located<String>? {
    guard let id = string(key) else { return nil }
    if !Identifier.isValid(id.value) { report(.badID(id.value), at: id.position) }
    return id
  }

  /// The keys of a table that must be names of the cell language.
  mutating func names(of table: TOMLTable) -> [(name: Located<String>, value: TOMLValue)] {
    table.entries.map { entry in
      let name = text(of: entry.key)
      if !isName(name.value) { report(.badName(name.value), at: name.position) }
      return (name, entry.value)
    }
  }
}
