/// Who is in a class.
package struct Roster: Sendable, Hashable {
  package let people: [Person]
  /// For each name, the places of those who bear it.
  private let places: [String: Set<Int>]

  package init(_ people: [Person]) {
    self.people = people
    var places: [String: Set<Int>] = [:]
    for (index, person) in people.enumerated() {
      for key in person.keys.union(person.squeezed) { places[key, default: []].insert(index) }
    }
    self.places = places
  }

  /// Reads names, one a line (`#` begins a remark), a table with the columns of a learning system, or what
  /// Gradescope says of a submission.
  package init(_ bytes: [UInt8]) throws(TableError) {
    let text = try PlainText.decoded(bytes)
    if let people = Self.submitters(text) {
      self.init(people)
      if people.isEmpty { throw .empty }
      return
    }
    let table = try CSVTable(bytes)
    if let columns = Columns(table) {
      self.init(columns.people(table))
    } else {
      let lines = text.split(whereSeparator: \.isNewline).map { String($0).tidied }
      self.init(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { Person(name: $0) })
    }
    if people.isEmpty { throw .empty }
  }

  /// Who is meant by a name.
  enum Finding: Sendable, Hashable {
    case nobody
    case one(Person)
    case several
  }

  /// Looks for somebody by a name, an id, or a name's letters.
  func person(named name: String) -> Finding {
    let found = places[name.foldedKey] ?? places[name.squeezed] ?? []
    guard let first = found.first else { return .nobody }
    return found.count == 1 ? .one(people[first]) : .several
  }

  /// The columns in which a table names people.
  struct Columns {
    private let name: Int?
    private let given: Int?
    private let family: Int?
    private let id: Int?
    private let others: [Int]

    private static let names = ["student", "full name", "name", "student name", "display name"]
    private static let givenNames = ["first name", "given name", "firstname"]
    private static let familyNames = ["last name", "surname", "family name", "lastname"]
    private static let ids = [
      "id", "identifier", "sid", "student id", "id number", "sis user id", "canvas user id",
      "user id",
    ]
    private static let otherIDs = [
      "sis user id", "sis login id", "id number", "login", "username", "login id", "email",
      "email address", "e-mail", "github username", "roster_identifier", "identifier",
    ]

    /// The columns of a table by its first row; nil where it is no table of people.
    init?(_ table: CSVTable) {
      name = table.column(Self.names)
      given = table.column(Self.givenNames)
      family = table.column(Self.familyNames)
      id = table.column(Self.ids)
      others = Self.otherIDs.compactMap { table.column([$0]) }
      guard name != nil || given != nil || family != nil else { return nil }
    }

    /// Who stands in a row; nil in one that is about nobody.
    func person(_ row: CSVTable.Row) -> Person? {
      let parts = [row[given], row[family]].compactMap { $0 }.map(CSVTable.meant)
      let full = row[name].map(CSVTable.meant) ?? parts.joined(separator: " ")
      guard !full.tidied.isEmpty, full.foldedKey != "points possible" else { return nil }
      let id = row[id].map(CSVTable.meant)
      return Person(name: full, id: id, others: others.compactMap { row[$0].map(CSVTable.meant) })
    }

    func people(_ table: CSVTable) -> [Person] { table.rows.dropFirst().compactMap { person($0) } }
  }
}
