/// When files came in, as a learning system knows it: a transcript has no clock.
package struct HandInTimes: Sendable, Hashable {
  private let moments: [String: Moment]

  private static let names = [
    "file", "path", "id", "identifier", "sid", "student id", "name", "student", "full name",
  ]
  private static let times = [
    "time", "submitted", "submitted at", "submission time", "last modified (submission)", "date",
  ]

  /// Reads a table with a column for the file (or who it is from) and one for the time.
  package init(_ bytes: [UInt8]) throws(TableError) {
    let table = try CSVTable(bytes)
    let (who, when) = (
      try table.column(needed: Self.names), try table.column(needed: Self.times)
    )
    var moments: [String: Moment] = [:]
    for row in table.rows.dropFirst() {
      guard let name = row[who], let text = row[when], !text.tidied.isEmpty, text.tidied != "-"
      else { continue }
      guard let moment = Moment(text) else {
        let wanted = "a time such as 2026-11-30 23:59 or 2026-11-30T23:59:00+01:00"
        throw .cell(
          line: row.line,
          column: table.rows[0].cells[when],
          text: text,
          wanted: wanted
        )
      }
      moments[Self.plain(CSVTable.meant(name))] = moment
    }
    self.moments = moments
  }

  /// When a file came: by its path, its name alone, or who it is from.
  func moment(of path: String, _ identity: Identity) -> Moment? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return [path, file, identity.id, identity.name].lazy.compactMap { $0 }
      .compactMap { moments[Self.plain($0)] }.first
  }

  private static func plain(_ name: String) -> String {
    name.hasPrefix("./") ? String(name.dropFirst(2)).tidied : name.tidied
  }
}
