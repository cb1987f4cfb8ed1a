/// The definitions of a notebook, one per name, and who reads whom.
///
/// A copy takes no time and shares what it has in common with the original. All walks use a stack of their own, so a
/// chain of 10 000 dependents needs no deep recursion.
package struct Definitions: Sendable {
  /// A definition and its place in the order of names.
  private struct Entry: Sendable {
    let definition: Definition
    let place: Int
  }

  private var byName = SharedMap<String, Entry>()
  private var nextPlace = 0
  /// For each name the definitions that read it, whether it is defined or not.
  private var readers = SharedMap<String, SharedMap<String, Void>>()

  /// One for each change: copies that share it are the same.
  private final class Stamp: Sendable {}
  private var stamp: Stamp?

  package init() {}

  /// Whether neither has changed since one was copied from the other.
  func isCopy(of other: Definitions) -> Bool { stamp === other.stamp }

  /// nil where nobody defined the name.
  package subscript(name: String) -> Definition? { byName[name]?.definition }

  package func contains(_ name: String) -> Bool { byName[name] != nil }

  /// In the order in which the names were first defined.
  ///
  /// Cost: as of sorting them all.
  package var all: [Definition] {
    var entries: [Entry] = []
    entries.reserveCapacity(byName.count)
    byName.forEach { _, entry in entries.append(entry) }
    return entries.sorted { $0.place < $1.place }.map(\.definition)
  }

  /// The names in the order in which they were first defined.
  package var order: [String] { ordered(byName.keys) }

  /// Those of some names that are defined, in that order.
  ///
  /// Cost: as of sorting them; what else is defined doesn't count.
  package func ordered(_ names: some Sequence<String>) -> [String] {
    names.compactMap { name in byName[name].map { (name: name, place: $0.place) } }
      .sorted { $0.place < $1.place }.map(\.name)
  }

  /// Puts a definition in place of the one of its name.
  /// - Returns: what stood there before, nil where the name is new; and whether anything reads the name.
  /// - Throws: the members of the circle that it would close.
  mutating func define(
    _ definition: Definition
  ) throws(Problem) -> (old: Definition?, isRead: Bool) {
    let name = definition.name
    let isRead = readers[name] != nil
    if let circle = circle(through: definition, isRead: isRead) {
      throw .name(.cycle(circle, renamed: nil))
    }
    stamp = Stamp()
    var old: Definition?
    let next = nextPlace + 1
    byName.change(name) { entry in
      old = entry?.definition
      entry = Entry(definition: definition, place: entry?.place ?? next)
    }
    if old == nil { nextPlace = next }
    unlink(name, old)
    for read in definition.names {
      readers.change(read) { map in
        map = map ?? SharedMap()
        map?[name] = ()
      }
    }
    return (old, isRead)
  }

  mutating func remove(_ name: String) {
    stamp = Stamp()
    unlink(name, byName[name]?.definition)
    byName[name] = nil
  }

  private mutating func unlink(_ name: String, _ old: Definition?) {
    for read in old?.names ?? [] {
      guard var left = readers[read] else { continue }
      left[name] = nil
      readers[read] = left.isEmpty ? nil : left
    }
  }

  /// Everything that depends on one of the names, the names themselves left out.
  ///
  /// Cost: linear in what is found.
  package func dependents(of names: some Sequence<String>) -> Set<String> {
    dependents(of: names) { _ in true }
  }

  /// The dependents that are reached through those for which the condition holds.
  func dependents(
    of names: some Sequence<String>,
    through condition: (String) -> Bool
  ) -> Set<String> {
    // Most names are read by nobody.
    guard names.contains(where: { readers[$0] != nil }) else { return [] }
    var found: Set<String> = []
    var stack = Array(names)
    while let name = stack.popLast() {
      readers[name]?.forEach { reader, _ in
        if condition(reader), found.insert(reader).inserted { stack.append(reader) }
      }
    }
    return found
  }

  // MARK: - Circles

  /// The names of a circle that the definition would close, beginning with its own; nil if none.
  private func circle(through definition: Definition, isRead: Bool) -> [String]? {
    if definition.names.contains(definition.name) { return [definition.name] }
    guard isRead, closesCircle(definition) else { return nil }
    var cameFrom: [String: String] = [:]
    var stack: [String] = []
    for name in definition.names {
      if byName[name] != nil, cameFrom[name] == nil {
        cameFrom[name] = definition.name
        stack.append(name)
      }
    }
    while let name = stack.popLast() {
      for read in self[name]?.names ?? [] {
        if read == definition.name { return path(to: name, cameFrom, from: definition.name) }
        if byName[read] != nil, cameFrom[read] == nil {
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
    let known = Set(byName[name]?.definition.names ?? [])
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
      readers[reader]?.forEach { next, _ in
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
