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
