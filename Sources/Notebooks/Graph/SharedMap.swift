/// A map whose copies share what they have in common.
///
/// A copy takes no time, a change O(log n) of time and memory: so whoever keeps what once held keeps the changes alone.
/// It is a trie of the keys' hashes, four branches to a node, of which nothing changes in place.
package struct SharedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var root = Node.empty
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// A part of the trie; below a branch the next two bits of the hash tell which way to go.
  private indirect enum Node: Sendable {
    case empty
    case leaf(hash: UInt, Key, Value)
    /// Keys that no bit of their hashes tells apart.
    case bucket(hash: UInt, [(key: Key, value: Value)])
    case branch(Node, Node, Node, Node)
  }

  private static func hash(_ key: Key) -> UInt { UInt(bitPattern: key.hashValue) }

  package subscript(key: Key) -> Value? {
    get {
      let hash = Self.hash(key)
      var rest = hash
      var node = root
      while true {
        switch node {
        case .empty: return nil
        case .leaf(let own, let held, let value): return own == hash && held == key ? value : nil
        case .bucket(let own, let entries):
          return own == hash ? entries.first { $0.key == key }?.value : nil
        case .branch(let a, let b, let c, let d):
          node = Self.chosen(rest, a, b, c, d)
          rest >>= 2
        }
      }
    }
    set {
      let hash = Self.hash(key)
      if let newValue {
        var isNew = true
        root = Self.node(root, setting: key, newValue, hash, depth: 0, &isNew)
        if isNew { count += 1 }
      } else if let without = Self.node(root, without: key, hash, rest: hash) {
        root = without
        count -= 1
      }
    }
  }

  package subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }

  /// All keys with their values, in no order that means anything.
  package func forEach(_ body: (Key, Value) -> Void) { Self.visit(root, body) }

  package var keys: [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(count)
    forEach { key, _ in keys.append(key) }
    return keys
  }

  // MARK: - Nodes

  private static func chosen(_ bits: UInt, _ a: Node, _ b: Node, _ c: Node, _ d: Node) -> Node {
    switch bits & 3 {
    case 0: a
    case 1: b
    case 2: c
    default: d
    }
  }

  /// A node with a key in it; `depth` counts the bits that were used above it.
  private static func node(
    _ node: Node,
    setting key: Key,
    _ value: Value,
    _ hash: UInt,
    depth: UInt,
    _ isNew: inout Bool
  ) -> Node {
    switch node {
    case .empty: return .leaf(hash: hash, key, value)
    case .leaf(let own, let held, let old):
      if own == hash {
        isNew = held != key
        return isNew
          ? .bucket(hash: hash, [(held, old), (key, value)]) : .leaf(hash: hash, key, value)
      }
      return parted(node, own, from: .leaf(hash: hash, key, value), hash, depth)
    case .bucket(let own, var entries):
      guard own == hash else {
        return parted(node, own, from: .leaf(hash: hash, key, value), hash, depth)
      }
      if let index = entries.firstIndex(where: { $0.key == key }) {
        isNew = false
        entries[index].value = value
      } else {
        entries.append((key, value))
      }
      return .bucket(hash: hash, entries)
    case .branch(var a, var b, var c, var d):
      switch (hash >> depth) & 3 {
      case 0: a = Self.node(a, setting: key, value, hash, depth: depth + 2, &isNew)
      case 1: b = Self.node(b, setting: key, value, hash, depth: depth + 2, &isNew)
      case 2: c = Self.node(c, setting: key, value, hash, depth: depth + 2, &isNew)
      default: d = Self.node(d, setting: key, value, hash, depth: depth + 2, &isNew)
      }
      return .branch(a, b, c, d)
    }
  }

  /// The branches above two nodes of different hashes, as deep as these agree.
  private static func parted(
    _ one: Node,
    _ oneHash: UInt,
    from other: Node,
    _ otherHash: UInt,
    _ depth: UInt
  ) -> Node {
    let (mine, theirs) = ((oneHash >> depth) & 3, (otherHash >> depth) & 3)
    if mine == theirs {
      let below = parted(one, oneHash, from: other, otherHash, depth + 2)
      return branch { $0 == mine ? below : .empty }
    }
    return branch { $0 == mine ? one : $0 == theirs ? other : .empty }
  }

  private static func branch(_ child: (UInt) -> Node) -> Node {
    .branch(child(0), child(1), child(2), child(3))
  }

  /// A node without a key; nil where the key is not in it.
  private static func node(_ node: Node, without key: Key, _ hash: UInt, rest: UInt) -> Node? {
    switch node {
    case .empty: return nil
    case .leaf(let own, let held, _): return own == hash && held == key ? .empty : nil
    case .bucket(let own, var entries):
      guard own == hash, let index = entries.firstIndex(where: { $0.key == key }) else {
        return nil
      }
      entries.remove(at: index)
      guard entries.count == 1 else { return .bucket(hash: own, entries) }
      return .leaf(hash: own, entries[0].key, entries[0].value)
    case .branch(let a, let b, let c, let d):
      let child = chosen(rest, a, b, c, d)
      guard let without = Self.node(child, without: key, hash, rest: rest >> 2) else { return nil }
      switch rest & 3 {
      case 0: return joined(without, b, c, d)
      case 1: return joined(a, without, c, d)
      case 2: return joined(a, b, without, d)
      default: return joined(a, b, c, without)
      }
    }
  }

  /// A branch, or what alone is below it where nothing else needs one.
  private static func joined(_ a: Node, _ b: Node, _ c: Node, _ d: Node) -> Node {
    switch (a, b, c, d) {
    case (.empty, .empty, .empty, .empty): .empty
    case (let one, .empty, .empty, .empty), (.empty, let one, .empty, .empty),
      (.empty, .empty, let one, .empty), (.empty, .empty, .empty, let one):
      if case .branch = one { .branch(a, b, c, d) } else { one }
    default: .branch(a, b, c, d)
    }
  }

  private static func visit(_ node: Node, _ body: (Key, Value) -> Void) {
    switch node {
    case .empty: break
    case .leaf(_, let key, let value): body(key, value)
    case .bucket(_, let entries): for entry in entries { body(entry.key, entry.value) }
    case .branch(let a, let b, let c, let d):
      for child in [a, b, c, d] { visit(child, body) }
    }
  }
}
