import DeepNetworks

/// The condition of `first l where …`, with what does not depend on l computed once.
///
/// Without this, `first l where rms(a[l]) >= 10` would look up a whole list for each layer, and a
/// list computed in the condition would be computed once per layer.
struct FoldedCondition {
  private let nodes: [Node]
  private let variable: String
  /// Whether a node's value changes with the variable.
  private let varies: [Bool]
  private var constants: [Value?]

  init(_ condition: Expression, variable: String) {
    nodes = condition.nodes
    self.variable = variable
    var varies: [Bool] = []
    for node in nodes {
      let operandVaries = node.operands.contains { varies[$0] }
      varies.append(operandVaries || node.reads(variable))
    }
    self.varies = varies
    constants = Array(repeating: nil, count: nodes.count)
  }

  /// Computes the parts that do not vary.
  mutating func evaluateConstants(_ evaluate: ([Node]) throws(Failure) -> Value) throws(Failure) {
    var used: Set<Int> = [nodes.count - 1]
    for (index, node) in nodes.enumerated() where varies[index] { used.formUnion(node.operands) }
    for (index, node) in nodes.enumerated() where !varies[index] && used.contains(index) {
      constants[index] = try evaluate(node.subtree(of: nodes, at: index))
    }
  }

  /// The layers that all lists indexed by the variable have; nil where none is.
  var layers: ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    for node in nodes {
      guard case .index(let base, let indices) = node.kind, indices.count == 1,
        nodes[indices[0]].kind == .name(variable), let constant = constants[base]
      else { continue }
      let range: ClosedRange<Int>
      switch constant {
      case .layers(let list) where !list.elements.isEmpty: range = list.first...list.last
      case .vector(let vector) where vector.count > 0: range = 1...vector.count
      default: continue
      }
      guard let before = found else {
        found = range
        continue
      }
      let lower = max(before.lowerBound, range.lowerBound)
      let upper = min(before.upperBound, range.upperBound)
      guard lower <= upper else { return nil }
      found = lower...upper
    }
    return found
  }

  /// The value for what the variable is now.
  func run(
    _ evaluate: (Node, [Value], [Node]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      if let constant = constants[index] {
        values.append(constant)
      } else if varies[index] {
        values.append(try evaluate(node, values, nodes))
      } else {
        // An operand of a constant only; nothing that varies reads it.
        values.append(.truth(Truth(holds: false)))
      }
    }
    return values[values.count - 1]
  }
}

extension Node {
  /// The indices of the nodes it is made of.
  var operands: [Int] {
    switch kind {
    case .number, .text, .boolean, .name, .first: []
    case .list(let elements): elements
    case .range(let lower, let upper, let step): [lower, upper] + (step.map { [$0] } ?? [])
    case .negate(let operand), .transpose(let operand), .field(let operand, _): [operand]
    case .binary(_, let left, let right): [left, right]
    case .index(let base, let indices): [base] + indices
    case .call(_, let arguments): arguments.map(\.node)
    case .apply(let callee, let arguments): [callee] + arguments.map(\.node)
    }
  }

  func reads(_ variable: String) -> Bool {
    switch kind {
    case .name(let name), .call(let name, _): name == variable
    case .first(let bound, let condition): bound != variable && condition.names.contains(variable)
    case .number, .text, .boolean, .list, .range, .negate, .binary, .transpose, .index, .apply,
      .field:
      false
    }
  }

  /// The nodes that one node is made of, renumbered to stand alone.
  func subtree(of nodes: [Node], at root: Int) -> [Node] {
    var needed: Set<Int> = [root]
    for index in stride(from: root, through: 0, by: -1) where needed.contains(index) {
      needed.formUnion(nodes[index].operands)
    }
    let kept = needed.sorted()
    let renumbered = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    return kept.map { index in
      Node(
        kind: nodes[index].kind.mapOperands { renumbered[$0] ?? 0 },
        range: nodes[index].range
      )
    }
  }
}

extension Node.Kind {
  fileprivate func mapOperands(_ change: (Int) -> Int) -> Node.Kind {
    func changed(_ arguments: [Argument]) -> [Argument] {
      arguments.map { Argument(label: $0.label, node: change($0.node), range: $0.range) }
    }
    return switch self {
    case .number, .text, .boolean, .name, .first: self
    case .list(let elements): .list(elements.map(change))
    case .range(let lower, let upper, let step):
      .range(lower: change(lower), upper: change(upper), step: step.map(change))
    case .negate(let operand): .negate(change(operand))
    case .transpose(let operand): .transpose(change(operand))
    case .field(let operand, let name): .field(change(operand), name)
    case .binary(let symbol, let left, let right): .binary(symbol, change(left), change(right))
    case .index(let base, let indices): .index(change(base), indices.map(change))
    case .call(let name, let arguments): .call(name, changed(arguments))
    case .apply(let callee, let arguments): .apply(change(callee), changed(arguments))
    }
  }
}
