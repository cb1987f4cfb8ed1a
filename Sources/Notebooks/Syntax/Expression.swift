/// An expression as an array in which operands stand before their operator.
///
/// The last node is the root. A left fold over the array evaluates it without recursion, so a line
/// of 100 000 additions needs no deep stack, and freeing it doesn't either.
package struct Expression: Sendable, Hashable {
  let nodes: [Node]
  /// The names it reads, in order of first appearance; those bound by `first` are not among them.
  package let names: [String]

  init(nodes: [Node]) {
    self.nodes = nodes
    names = Self.names(of: nodes)
  }

  package var range: SourceRange {
    nodes.last?.range ?? SourceRange(0, 0)
  }

  private static func names(of nodes: [Node]) -> [String] {
    var found: [String] = []
    /// Those found, once they are so many that comparing takes longer than hashing.
    var seen: Set<String> = []
    func note(_ name: String) {
      if found.count < 8 {
        if !found.contains(name) { found.append(name) }
        return
      }
      if seen.isEmpty { seen = Set(found) }
      if seen.insert(name).inserted { found.append(name) }
    }
    for node in nodes {
      switch node.kind {
      case .name(let name): note(name)
      case .call(let name, _): note(name)
      case .first(let variable, let condition):
        for name in condition.names where name != variable { note(name) }
      case .number, .text, .boolean, .list, .range, .negate, .binary, .transpose, .index, .apply,
        .field:
        break
      }
    }
    return found
  }

  /// Whether it is one numeral, whose value is the number that it writes.
  package var isNumeral: Bool {
    if nodes.count == 1, case .number = nodes[0].kind { true } else { false }
  }

  /// Whether it asks for the first number where a condition holds.
  package var isFirst: Bool {
    if case .first? = nodes.last?.kind { true } else { false }
  }

  /// The names that it calls, each as often as it stands there.
  var calls: [String] {
    nodes.flatMap { node -> [String] in
      switch node.kind {
      case .call(let name, _): [name]
      case .first(_, let condition): condition.calls
      case .number, .text, .boolean, .name, .list, .range, .negate, .binary, .transpose, .index,
        .apply, .field:
        []
      }
    }
  }
}
