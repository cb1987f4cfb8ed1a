/// Somebody of a class, as a roster or a learning system names them.
package struct Person: Sendable, Hashable {
  package let name: String
  /// The number or the word by which a learning system knows them.
  package let id: String?
  /// What else they are called: a login, an address, a second number.
  let others: [String]

  package init(name: String, id: String? = nil, others: [String] = []) {
    self.name = name.tidied
    self.id = id.map(\.tidied).flatMap { $0.isEmpty ? nil : $0 }
    self.others = others.map(\.tidied).filter { !$0.isEmpty }
  }

  /// All that names this person, folded: the name, the name the other way round, ids.
  var keys: Set<String> {
    let names = [name] + (Self.turned(name).map { [$0] } ?? [])
    return Set((names + (id.map { [$0] } ?? []) + others).map(\.foldedKey))
  }

  /// Whether a name is one of these letter by letter: the spelling decides which numbers are drawn.
  func isWritten(_ claim: String) -> Bool {
    ([name, id ?? name, Self.turned(name) ?? name] + others).contains(claim)
  }

  /// The name's letters alone, in each order of its words: `lovelaceada` of `Ada Lovelace`.
  var squeezed: Set<String> {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
    return Set(
      words.indices.map { (words[$0...] + words[..<$0]).joined().squeezed }
    )
  }

  /// Whether a name that somebody gives is this person's.
  func answers(to claim: String) -> Bool {
    keys.contains(claim.foldedKey) || (!claim.squeezed.isEmpty && squeezed.contains(claim.squeezed))
  }

  /// `Ada Lovelace` of `Lovelace, Ada`.
  private static func turned(_ name: String) -> String? {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    return "\(parts[1]) \(parts[0])".tidied
  }
}
