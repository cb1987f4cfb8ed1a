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
  /// Where the nodes that a node is made of begin; they end with the node itself.
  private let starts: [Int]
  private var constants: [Value?]

  init(_ condition: Expression, variable: String) {
    nodes = condition.nodes
    self.variable = variable
    var varies: [Bool] = []
    var starts: [Int] = []
    for (index, node) in nodes.enumerated() {
      var varying = node.reads(variable)
      var start = index
      node.forEachOperand { operand in
        varying = varying || varies[operand]
        start = min(start, starts[operand])
      }
      varies.append(varying)
      starts.append(start)
    }
    self.varies = varies
    self.starts = starts
    constants = Array(repeating: nil, count: nodes.count)
  }

  /// Computes the parts that do not vary.
  mutating func evaluateConstants(_ evaluate: ([Node]) throws(Failure) -> Value) throws(Failure) {
    var used: Set<Int> = [nodes.count - 1]
    for (index, node) in nodes.enumerated() where varies[index] {
      node.forEachOperand { used.insert($0) }
    }
    for index in nodes.indices where !varies[index] && used.contains(index) {
      constants[index] = try evaluate(standingAlone(index))
    }
  }

  /// The nodes that one node is made of, renumbered from 0.
  private func standingAlone(_ index: Int) -> [Node] {
    let start = starts[index]
    guard start > 0 else { return Array(nodes[...index]) }
    return nodes[start...index].map { node in
      Node(kind: node.kind.mapOperands { $0 - start }, range: node.range)
    }
  }

  /// What an index adds to the variable: 0 for `l`, -1 for `l - 1`; nil where it is anything else.
  private func offset(ofIndex index: Int) -> Int? {
    switch nodes[index].kind {
    case .name(variable): return 0
    case .binary(.add, let left, let right):
      if nodes[left].kind == .name(variable) { return whole(right) }
      return nodes[right].kind == .name(variable) ? whole(left) : nil
    case .binary(.subtract, let left, let right):
      return nodes[left].kind == .name(variable) ? whole(right).map { -$0 } : nil
    case .number, .text, .boolean, .name, .list, .range, .negate, .binary, .transpose, .index,
      .call, .apply, .field, .first:
      return nil
    }
  }

  /// A constant that is a whole number of a size that layers have.
  private func whole(_ node: Int) -> Int? {
    guard case .number(let number) = constants[node], let whole = number.integer,
      abs(whole) <= Networks.deepest
    else { return nil }
    return whole
  }

  /// The layers at which all lists indexed by the variable have a value; nil where there is none.
  var layers: ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    for node in nodes {
      guard case .index(let base, let indices) = node.kind, indices.count == 1,
        let offset = offset(ofIndex: indices[0]), let constant = constants[base]
      else { continue }
      let range: ClosedRange<Int>
      if case .layers(let list) = constant, !list.elements.isEmpty {
        range = list.first - offset...list.last - offset
      } else if case .vector(let vector) = constant, vector.count > 0 {
        range = 1 - offset...vector.count - offset
      } else {
        continue
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
        values.append(.spent)
      }
    }
    return values[values.count - 1]
  }
}
