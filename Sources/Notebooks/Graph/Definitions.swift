/// The definitions of a notebook, one per name, and who reads whom.
///
/// A copy takes no time and shares what it has in common with the original. All walks use a stack of their own, so a
/// chain of 10 000 dependents needs no deep recursion.
package struct Definitions: Sendable {
  /// A name that is defined or read.
  private struct Entry: Sendable {
    /// nil where the name is only read.
    var definition: Definition?
    /// Its place in the order of names.
    var place = 0
    /// The names of the definitions that read it.
    var readers = SharedMap<String, Void>()
  }

  private var byName = SharedMap<String, Entry>()
  private var nextPlace = 0

  /// One for each change: copies that share it are the same.
  private final class Stamp: Sendable {}
  private var stamp: Stamp?

  package init() {}

  /// Whether neither has changed since one was copied from the other.
  func isCopy(of other: Definitions) -> Bool { stamp === other.stamp }

  /// nil where nobody defined the name.
  package subscript(name: String) -> Definition? { byName[name]?.definition }

  package func contains(_ name: String) -> Bool { self[name] != nil }

  /// In the order in which the names were first defined.
  ///
  /// Cost: as of sorting them all.
  package var all: [Definition] {
    var entries: [(definition: Definition, place: Int)] = []
    entries.reserveCapacity(byName.count)
    byName.forEach { _, entry in
      if let definition = entry.definition { entries.append((definition, entry.place)) }
    }
    return entries.sorted { $0.place < $1.place }.map(\.definition)
  }

  /// How many names there are, with those that are only read.
  var count: Int { byName.count }

  /// The names in the order in which they were first defined.
  package var order: [String] { all.map(\.name) }

  /// Those of some names that are defined, in that order.
  ///
  /// Cost: as of sorting them; what else is defined doesn't count.
  package func ordered(_ names: some Sequence<String>) -> [String] {
    names.compactMap { name -> (name: String, place: Int)? in
      guard let entry = byName[name], entry.definition != nil else { return nil }
      return (name, entry.place)
    }
    .sorted { $0.place < $1.place }.map(\.name)
  }

  /// Puts a definition in place of the one of its name.
  /// - Returns: what stood there before, nil where the name is new; and whether anything reads the name.
  /// - Throws: the members of the circle that it would close.
  mutating func define(
    _ definition: Definition
  ) throws(Problem) -> (old: Definition?, isRead: Bool) {
    let name = definition.name
    let (old, isRead) = state(of: name)
    if let circle = circle(through: definition, isRead: isRead) {
      throw .name(.cycle(circle, renamed: nil))
    }
    stamp = Stamp()
    unlink(name, old)
    if old == nil { nextPlace += 1 }
    let place = nextPlace
    byName.change(name) { entry in
      var changed = entry ?? Entry()
      // Held twice, its readers would be copied.
      entry = nil
      if changed.definition == nil { changed.place = place }
      changed.definition = definition
      entry = changed
    }
    for read in definition.names {
      byName.change(read) { entry in
        var changed = entry ?? Entry()
        entry = nil
        changed.readers[name] = ()
        entry = changed
      }
    }
    return (old, isRead)
  }

  /// The definition of a name, and whether anything reads it.
  private func state(of name: String) -> (definition: Definition?, isRead: Bool) {
    guard let entry = byName[name] else { return (nil, false) }
    return (entry.definition, !entry.readers.isEmpty)
  }

  mutating func remove(_ name: String) {
    stamp = Stamp()
    unlink(name, self[name])
    byName.change(name) { entry in
      entry?.definition = nil
      if entry?.readers.isEmpty == true { entry = nil }
    }
  }

  /// A definition reads nothing any more.
  private mutating func unlink(_ name: String, _ old: Definition?) {
    for read in old?.names ?? [] {
      byName.change(read) { entry in
        guard var left = entry else { return }
        entry = nil
        left.readers[name] = nil
        if left.definition != nil || !left.readers.isEmpty { entry = left }
      }
    }
  }

  /// Everything that depends on one of the names, the names themselves left out.
  ///
  /// Cost: linear in what is found.
  package func dependents(of names: [String]) -> Set<String> {
    dependents(of: names) { _ in true }
  }

  /// The dependents that are reached through those for which the condition holds.
  func dependents(
    of names: [String],
    through condition: (String) -> Bool
  ) -> Set<String> {
    // Most names are read by nobody.
    guard names.contains(where: { readers(of: $0) != nil }) else { return [] }
    var found: Set<String> = []
    var stack = names
    while let name = stack.popLast() {
      readers(of: name)?.forEach { reader, _ in
        if condition(reader), found.insert(reader).inserted { stack.append(reader) }
      }
    }
    return found
  }

  /// Whether a definition reads the name.
  package func isRead(_ name: String) -> Bool { readers(of: name) != nil }

  /// The names of the definitions that read a name; nil where there are none.
  private func readers(of name: String) -> SharedMap<String, Void>? {
    guard let readers = byName[name]?.readers, !readers.isEmpty else { return nil }
    return readers
  }

  // MARK: - Circles

  /// The names of a circle that the definition would close, beginning with its own; nil if none.
  private func circle(through definition: Definition, isRead: Bool) -> [String]? {
    if definition.names.contains(definition.name) { return [definition.name] }
    guard isRead, closesCircle(definition) else { return nil }
    var cameFrom: [String: String] = [:]
    var stack: [String] = []
    for name in definition.names {
      if contains(name), cameFrom[name] == nil {
        cameFrom[name] = definition.name
        stack.append(name)
      }
    }
    while let name = stack.popLast() {
      for read in self[name]?.names ?? [] {
        if read == definition.name { return path(to: name, cameFrom, from: definition.name) }
        if contains(read), cameFrom[read] == nil {
          cameFrom[read] = name
          stack.append(read)
        }
      }
    }
    return nil
  }

  /// Whether something that a definition reads depends on its name.
  ///
  /// Looks from both ends at once: from what it reads down, from its readers up. The side that has less behind it
  /// decides, so a notebook that grows is not walked at each line.
  private func closesCircle(_ definition: Definition) -> Bool {
    let name = definition.name
    // What reads nothing new closes nothing new.
    let known = Set(self[name]?.names ?? [])
    let targets = Set(definition.names.filter { !known.contains($0) })
    var (down, up) = (Array(targets), [name])
    var (below, above) = (targets, Set([name]))
    while let read = down.popLast() {
      for next in self[read]?.names ?? [] {
        if next == name { return true }
        if below.insert(next).inserted { down.append(next) }
      }
      guard let reader = up.popLast() else { return false }
      var isReached = false
      readers(of: reader)?.forEach { next, _ in
        if targets.contains(next) { isReached = true }
        if above.insert(next).inserted { up.append(next) }
      }
      if isReached { return true }
    }
    return false
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
