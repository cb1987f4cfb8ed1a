import Lessons
import Sessions
import TerminalText

/// A gradebook that a learning system has exported, to be filled and imported again.
package struct ExportedGradebook: Sendable {
  private var table: CSVTable
  private let columns: Roster.Columns
  private let isCanvas: Bool
  /// What its reader has to know: people who are not in it, maxima that differ.
  package private(set) var remarks: [String] = []

  /// Reads a Canvas gradebook or a Moodle grading worksheet.
  package init(_ bytes: [UInt8]) throws(TableError) {
    table = try CSVTable(bytes)
    guard let columns = Roster.Columns(table) else {
      throw .noColumn(["Student", "Full name", "Name"], found: table.rows[0].cells)
    }
    self.columns = columns
    isCanvas = table.column(["student"]) != nil
  }

  /// The whole table as CSV.
  package var text: String { table.text }

  /// Writes each learner's points into a lesson's column.
  ///
  /// Who handed in nothing keeps what stands there, or where that is nothing gets a zero if so asked.
  package mutating func fill(
    _ sheet: GradeSheet,
    column named: String?,
    missingIsZero: Bool
  ) throws(TableError) {
    let book = sheet.book
    for lesson in book.lessons { try fill(book, lesson, named, missingIsZero) }
  }

  private mutating func fill(
    _ book: Gradebook,
    _ lesson: Lesson,
    _ named: String?,
    _ missingIsZero: Bool
  ) throws(TableError) {
    let column = try column(named, lesson)
    let id = lesson.header.id.value
    compareMaximum(column, book.maxima[id] ?? 0, lesson)
    let rows = table.rows.indices.dropFirst().filter { columns.person(table.rows[$0]) != nil }
    let people = Roster(rows.compactMap { columns.person(table.rows[$0]) })
    var filled: Set<Int> = []
    for report in book.reports where report.lesson == id {
      switch Self.place(of: report.identity, people) {
      case .success(let place) where filled.insert(rows[place]).inserted:
        set(rows[place], column, pointsText(report.score.earned))
      case .success: remark(report, "has two files; the first is entered.")
      case .failure(.unknown): remark(report, "is not in the gradebook.")
      case .failure(.ambiguous): remark(report, "could be several people of the gradebook.")
      }
    }
    guard missingIsZero else { return }
    for row in rows where !filled.contains(row) {
      if (table.rows[row][column] ?? "").tidied.isEmpty { set(row, column, "0") }
    }
  }

  private enum Misplaced: Error { case unknown, ambiguous }

  /// The place of somebody among the people of the gradebook, by the id, else by the name.
  private static func place(of identity: Identity?, _ people: Roster) -> Result<Int, Misplaced> {
    let keys = [identity?.id, identity?.name].compactMap { $0 }
    for key in keys {
      switch people.person(named: key) {
      case .nobody: continue
      case .several: return .failure(.ambiguous)
      case .one(let person):
        return people.people.firstIndex(of: person).map { .success($0) } ?? .failure(.unknown)
      }
    }
    return .failure(.unknown)
  }

  private mutating func remark(_ report: GradeReport, _ what: String) {
    let name = neutralised(report.identity?.name ?? "nobody")
    remarks.append("\(neutralised(report.path)): \"\(name)\" \(what)")
  }

  private mutating func set(_ row: Int, _ column: Int, _ text: String) {
    while table.rows[row].cells.count <= column { table.rows[row].cells.append("") }
    table.rows[row].cells[column] = text
  }

  /// The column that a name begins, or the lesson's title or id, or Moodle's own.
  private func column(_ named: String?, _ lesson: Lesson) throws(TableError) -> Int {
    let header = table.rows[0].cells
    if named == nil, !isCanvas, let grade = table.column(["grade"]) { return grade }
    let wanted = named.map { [$0] } ?? [lesson.header.title.value, lesson.header.id.value]
    for name in wanted {
      if let exact = header.firstIndex(where: { $0.foldedKey == name.foldedKey }) { return exact }
      // Canvas adds a number: `Scaling (4711)`.
      let begun = header.indices.filter { header[$0].foldedKey.hasPrefix(name.foldedKey + " (") }
      if begun.count == 1 { return begun[0] }
      if begun.count > 1 { throw .severalColumns(begun.map { header[$0] }) }
    }
    throw .noColumn(wanted, found: header)
  }

  /// Says where the learning system gives other points than the lesson.
  private mutating func compareMaximum(_ column: Int, _ maximum: Int, _ lesson: Lesson) {
    let possible =
      isCanvas
      ? table.rows.first { ($0.cells.first ?? "").foldedKey == "points possible" }?[column]
      : table.column(["maximum grade"]).flatMap { place in table.rows.dropFirst().first?[place] }
    guard let text = possible?.tidied, let theirs = Self.hundredths(text), theirs != maximum else {
      return
    }
    remarks.append(
      "\(neutralised(table.rows[0].cells[column])) is out of \(neutralised(text)), "
        + "\(lesson.header.id.value) of \(pointsText(maximum))."
    )
  }

  /// `10.00` as 1000; zeros behind the second decimal mean nothing.
  private static func hundredths(_ text: String) -> Int? {
    var digits = text[...]
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    return Grading.hundredths(of: String(digits))
  }
}
