/// The keys of a table in the order of the file.
struct TOMLTable: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    let key: Located<String>
    let value: TOMLValue
  }

  let entries: [Entry]
  let position: Position

  subscript(key: String) -> TOMLValue? { entries.first { $0.key.value == key }?.value }

  func without(_ keys: Set<String>) -> TOMLTable {
    TOMLTable(entries: entries.filter { !keys.contains($0.key.value) }, position: position)
  }
}
