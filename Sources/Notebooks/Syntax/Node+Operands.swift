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
  /// The same with other indices for what it is made of.
  func mapOperands(_ change: (Int) -> Int) -> Node.Kind {
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
