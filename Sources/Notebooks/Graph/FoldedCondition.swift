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
        values.append(.spent)
      }
    }
    return values[values.count - 1]
  }
}

extension Node {
  /// Calls the body with the index of each node that this one is made of.
  func forEachOperand(_ body: (Int) -> Void) {
    switch kind {
    case .number, .text, .boolean, .name, .first: break
    case .list(let elements): elements.forEach(body)
    case .range(let lower, let upper, let step, _):
      body(lower)
      body(upper)
      if let step { body(step) }
    case .negate(let operand), .transpose(let operand), .field(let operand, _): body(operand)
    case .binary(_, let left, let right):
      body(left)
      body(right)
    case .index(let base, let indices):
      body(base)
      indices.forEach(body)
    case .call(_, let arguments): for argument in arguments { body(argument.node) }
    case .apply(let callee, let arguments):
      body(callee)
      for argument in arguments { body(argument.node) }
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
}

extension Node.Kind {
  fileprivate func mapOperands(_ change: (Int) -> Int) -> Node.Kind {
    func changed(_ arguments: [Argument]) -> [Argument] {
      arguments.map { Argument(label: $0.label, node: change($0.node), range: $0.range) }
    }
    return switch self {
    case .number, .text, .boolean, .name, .first: self
    case .list(let elements): .list(elements.map(change))
    case .range(let lower, let upper, let step, let isSampled):
      .range(
        lower: change(lower),
        upper: change(upper),
        step: step.map(change),
        isSampled: isSampled
      )
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
