/// Points that people gave for answers in words, as a table.
///
/// It is the queue that `grade --queue` writes, with the column `points` filled in.
package struct Readings: Sendable, Hashable {
  /// A row in which somebody gave points.
  struct Row: Sendable, Hashable {
    let line: Int
    let name: String?
    let id: String?
    let file: String?
    let lesson: String?
    let question: String
    /// In hundredths.
    let points: Int
    let comment: String
  }

  let rows: [Row]

  /// Reads the table; rows without points are left for later.
  package init(_ bytes: [UInt8]) throws(TableError) {
    let table = try CSVTable(bytes)
    let question = try table.column(needed: ["question"])
    let points = try table.column(needed: ["points", "score", "mark"])
    let name = table.column(["name", "student", "full name"])
    let id = table.column(["id", "identifier", "sid"])
    let file = table.column(["file"])
    guard name != nil || id != nil || file != nil else {
      throw .noColumn(["name", "id"], found: table.rows[0].cells)
    }
    let (lesson, comment) = (table.column(["lesson"]), table.column(["comment", "feedback"]))
    func cell(_ row: CSVTable.Row, _ column: Int?) -> String? {
      row[column].map { CSVTable.meant($0).tidied }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var rows: [Row] = []
    for row in table.rows.dropFirst() {
      guard let text = cell(row, points) else { continue }
      // A spreadsheet of another language writes a comma.
      guard let given = Grading.hundredths(of: text.replacing(",", with: ".")) else {
        throw .cell(
          line: row.line,
          column: "points",
          text: text,
          wanted: "a number of points such as 1.5"
        )
      }
      rows.append(
        Row(
          line: row.line,
          name: cell(row, name),
          id: cell(row, id),
          file: cell(row, file),
          lesson: cell(row, lesson),
          question: cell(row, question) ?? "",
          points: given,
          comment: cell(row, comment) ?? ""
        )
      )
    }
    self.rows = rows
  }
}
