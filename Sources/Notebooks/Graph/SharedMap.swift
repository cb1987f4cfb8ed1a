/// A map whose copies share what they have in common.
///
/// A copy takes no time, a change O(log n): in place where no copy shares what it changes, else in a copy of the way
/// to it. So whoever keeps what once held keeps the changes alone. It is a trie of the keys' hashes, eight branches to
/// a node.
package struct SharedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var root = Node.empty
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// A part of the trie; below a branch the next three bits of the hash tell which way to go.
  private enum Node: Sendable {
    case empty
    indirect case leaf(hash: UInt, Key, Value)
    /// Two or more keys that no bit of their hashes tells apart.
    indirect case bucket(hash: UInt, [(key: Key, value: Value)])
    /// Eight nodes; where all but one are empty, that one is a branch.
    case branch([Node])
  }

  private static func hash(_ key: Key) -> UInt { UInt(bitPattern: key.hashValue) }

  /// Which way a hash goes below so many bits that were used above.
  private static func way(_ hash: UInt, _ depth: UInt) -> Int { Int((hash >> depth) & 7) }

  package subscript(key: Key) -> Value? {
    get {
      let hash = Self.hash(key)
      var depth: UInt = 0
      var node = root
      while true {
        switch node {
        case .empty: return nil
        case .leaf(let own, let held, let value): return own == hash && held == key ? value : nil
        case .bucket(let own, let entries):
          return own == hash ? entries.first { $0.key == key }?.value : nil
        case .branch(let children):
          node = children[Self.way(hash, depth)]
          depth += 3
        }
      }
    }
    set {
      if newValue == nil, isEmpty { return }
      change(key) { $0 = newValue }
    }
  }

  package subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }

  /// Changes the value of a key, which is nil where it has none.
  package mutating func change(_ key: Key, _ body: (inout Value?) -> Void) {
    count += Self.change(&root, key, Self.hash(key), 0, body)
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

  /// Changes the value of a key in a node.
  /// - Returns: by how many keys the node has grown: 1, 0 or -1.
  private static func change(
    _ node: inout Node,
    _ key: Key,
    _ hash: UInt,
    _ depth: UInt,
    _ body: (inout Value?) -> Void
  ) -> Int {
    var value: Value?
    switch node {
    case .branch(var children):
      // Held twice, the children would be copied.
      node = .empty
      let growth = change(&children[way(hash, depth)], key, hash, depth + 3, body)
      node = growth < 0 ? joined(children) : .branch(children)
      return growth
    case .leaf(let own, let held, let old) where own == hash && held == key:
      node = .empty
      value = old
      body(&value)
      guard let value else { return -1 }
      node = .leaf(hash: hash, key, value)
      return 0
    case .bucket(let own, var entries) where own == hash:
      let index = entries.firstIndex { $0.key == key }
      if let index { value = entries.remove(at: index).value }
      body(&value)
      if let value { entries.append((key, value)) }
      node =
        entries.count > 1
        ? .bucket(hash: hash, entries) : .leaf(hash: hash, entries[0].key, entries[0].value)
      return (value == nil ? 0 : 1) - (index == nil ? 0 : 1)
    case .empty, .leaf, .bucket:
      body(&value)
      guard let value else { return 0 }
      add(key, value, hash, to: &node, depth)
      return 1
    }
  }

  /// Adds a key to a node that is no branch and has another one, or none.
  private static func add(
    _ key: Key,
    _ value: Value,
    _ hash: UInt,
    to node: inout Node,
    _ depth: UInt
  ) {
    let leaf = Node.leaf(hash: hash, key, value)
    switch node {
    case .leaf(hash, let held, let old): node = .bucket(hash: hash, [(held, old), (key, value)])
    case .leaf(let own, _, _), .bucket(let own, _):
      node = parted(node, own, from: leaf, hash, depth)
    case .empty, .branch: node = leaf
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
    var children = [Node](repeating: .empty, count: 8)
    let (mine, theirs) = (way(oneHash, depth), way(otherHash, depth))
    if mine == theirs {
      children[mine] = parted(one, oneHash, from: other, otherHash, depth + 3)
    } else {
      (children[mine], children[theirs]) = (one, other)
    }
    return .branch(children)
  }

  /// A branch, or what alone is below it where that needs none.
  private static func joined(_ children: [Node]) -> Node {
    var only = Node.empty
    for child in children {
      switch (child, only) {
      case (.empty, _): continue
      case (.branch, _), (_, .leaf), (_, .bucket), (_, .branch): return .branch(children)
      case (_, .empty): only = child
      }
    }
    return only
  }

  private static func visit(_ node: Node, _ body: (Key, Value) -> Void) {
    switch node {
    case .empty: break
    case .leaf(_, let key, let value): body(key, value)
    case .bucket(_, let entries): for entry in entries { body(entry.key, entry.value) }
    case .branch(let children): for child in children { visit(child, body) }
    }
  }
}
