/// Whose transcript a file is, and who says so.
package enum Identity: Sendable, Hashable {
  /// The header says so, and nobody else.
  case claim(String?)
  case roster(Person)
  case file(Person)
  case mismatch(Mismatch)

  /// Why nobody knows whose it is, or which of two files counts.
  package enum Mismatch: Sendable, Hashable {
    case nobody
    case notInRoster(String)
    /// Several people of the roster could be meant.
    case ambiguous(String)
    case otherName(claimed: String, file: String)
    case handedInBefore(String, file: String)
    /// The last file counts, and nobody knows when this one came.
    case noTime(String)
  }

  /// The name that the marks are for.
  package var name: String? {
    switch self {
    case .claim(let name): name
    case .roster(let person), .file(let person): person.name
    case .mismatch: nil
    }
  }

  /// The number or word by which a learning system knows them.
  package var id: String? {
    switch self {
    case .roster(let person), .file(let person): person.id
    case .claim, .mismatch: nil
    }
  }

  /// Whether more than the file itself says who it is.
  var isKnown: Bool {
    switch self {
    case .roster, .file: true
    case .claim, .mismatch: false
    }
  }

  /// What tells learners apart; nil where nobody is named.
  var key: String? { name.map { "\(id ?? "") \($0)".foldedKey } }
}
