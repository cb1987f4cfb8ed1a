/// What counts as knowing whose a transcript is.
package struct IdentityRule: Sendable, Hashable {
  /// Who may hand in; nil where there is no roster.
  package let roster: Roster?
  private let source: Source

  /// What says whose a file is.
  package enum Source: String, Sendable, Hashable, CaseIterable { case header, file, folder }

  package init(roster: Roster?, source: Source) {
    self.roster = roster
    self.source = source
  }

  /// Decides whose a file is, of which the header claims a name.
  func identity(path: String, claimed: String?) -> Identity {
    guard let owner = owner(path) else {
      switch source {
      case .header: return identity(claimed: claimed)
      case .file, .folder: return .mismatch(.nobody)
      }
    }
    let person: Person
    switch found(owner) {
    case .nobody where claimed.map { !Person(name: owner.name).answers(to: $0) } ?? false:
      return .mismatch(.otherName(claimed: claimed ?? "", file: owner.name))
    case .nobody: return .mismatch(.notInRoster(owner.name))
    case .several: return .mismatch(.ambiguous(owner.name))
    case .one(let one): person = one
    }
    if let claimed, !person.answers(to: claimed) {
      return .mismatch(.otherName(claimed: claimed, file: owner.name))
    }
    return .file(person)
  }

  /// Whether a learning system put into the file's name that it came late.
  func isMarkedLate(_ path: String) -> Bool { owner(path)?.isLate ?? false }

  private func owner(_ path: String) -> FileOwner? {
    switch source {
    case .header: nil
    case .file: FileOwner(file: path)
    case .folder: FileOwner(folder: path)
    }
  }

  private func found(_ owner: FileOwner) -> Roster.Finding {
    guard let roster else { return .one(Person(name: owner.name, id: owner.id)) }
    // A number is surer than a name, and a name that several bear is none.
    for key in owner.keys {
      let found = roster.person(named: key)
      if found != .nobody { return found }
    }
    return .nobody
  }

  private func identity(claimed: String?) -> Identity {
    guard let roster else { return .claim(claimed) }
    guard let claimed else { return .mismatch(.nobody) }
    switch roster.person(named: claimed) {
    case .nobody: return .mismatch(.notInRoster(claimed))
    case .several: return .mismatch(.ambiguous(claimed))
    case .one(let person): return .roster(person)
    }
  }
}
