/// The definitions of a notebook, one per name, and who reads whom.
///
/// All walks use a stack of their own, so a chain of 10 000 dependents needs no deep recursion.
package struct Definitions: Sendable {
  private var byName: [String: Definition] = [:]
  /// The names in the order in which they were first defined.
  package private(set) var order: [String] = []
  /// For each name the definitions that read it, whether it is defined or not.
  private var readers: [String: [String]] = [:]

  package init() {}

  /// nil where nobody defined the name.
  package subscript(name: String) -> Definition? { byName[name] }

  /// In the order in which the names were first defined.
  package var all: [Definition] { order.compactMap { byName[$0] } }

  /// Puts a definition in place of the one of its name.
  /// - Throws: the members of the circle that it would close.
  mutating func define(_ definition: Definition) throws(Problem) {
    if let circle = circle(through: definition) { throw .name(.cycle(circle, renamed: nil)) }
    unlink(definition.name)
    if byName[definition.name] == nil { order.append(definition.name) }
    byName[definition.name] = definition
    for name in definition.names { readers[name, default: []].append(definition.name) }
  }

  mutating func remove(_ name: String) {
    unlink(name)
    byName[name] = nil
    order.removeAll { $0 == name }
  }

  private mutating func unlink(_ name: String) {
    guard let old = byName[name] else { return }
    for read in old.names { readers[read]?.removeAll { $0 == name } }
  }

  /// Everything that depends on one of the names, the names themselves left out.
  ///
  /// Cost: linear.
  package func dependents(of names: some Sequence<String>) -> Set<String> {
    dependents(of: names) { _ in true }
  }

  /// The dependents that are reached through those for which the condition holds.
  func dependents(
    of names: some Sequence<String>,
    through condition: (String) -> Bool
  ) -> Set<String> {
    var found: Set<String> = []
    var stack = Array(names)
    while let name = stack.popLast() {
      for reader in readers[name] ?? [] where condition(reader) && found.insert(reader).inserted {
        stack.append(reader)
      }
    }
    return found
  }

  /// The names of a circle that the definition would close, beginning with its own; nil if none.
  private func circle(through definition: Definition) -> [String]? {
    var cameFrom: [String: String] = [:]
    var stack: [String] = []
    if definition.names.contains(definition.name) { return [definition.name] }
    // What nobody reads is in no circle; so a notebook that grows is not walked at each line.
    guard readers[definition.name]?.isEmpty == false else { return nil }
    for name in definition.names {
      if byName[name] != nil, cameFrom[name] == nil {
        cameFrom[name] = definition.name
        stack.append(name)
      }
    }
    while let name = stack.popLast() {
      for read in byName[name]?.names ?? [] {
        if read == definition.name { return path(to: name, cameFrom, from: definition.name) }
        if byName[read] != nil, cameFrom[read] == nil {
          cameFrom[read] = name
          stack.append(read)
        }
      }
    }
    return nil
  }

  private func path(to name: String, _ cameFrom: [String: String], from start: String) -> [String] {
    var path = [name]
    while let before = cameFrom[path[path.count - 1]] {
      path.append(before)
      if before == start { break }
    }
    return path.reversed()
  }
}
