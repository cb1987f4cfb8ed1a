import DeepNetworks

// What decimals and fractions come to where the digits of a difference have cancelled.

extension Evaluator {
  /// The value of an operation on two numbers; where nearly all digits cancel, from the fractions
  /// that they are, if they are such: 0.1 + 0.2 - 0.3 is 0.
  func refined(
    _ value: Value,
    of symbol: BinaryOperator,
    _ left: (node: Int, value: Value),
    _ right: (node: Int, value: Value),
    _ nodes: [Node],
    _ frame: Frame,
    _ scope: Scope
  ) -> Value {
    guard case .number(let a) = left.value, case .number(let b) = right.value,
      !a.isZero, !b.isZero, a.isFinite, b.isFinite
    else { return value }
    let difference: Extended
    switch symbol {
    case .subtract, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      difference = a - b
    case .add: difference = a + b
    case .multiply, .divide, .power: return value
    }
    // Numbers have about 31 digits: 15 are left of those that cancel less.
    guard
      (difference.isZero && a.abs() != b.abs())
        || difference.exponent < a.exponent - 48 || difference.isZero
    else { return value }
    var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
    // What was not made of decimals here may be one but for its rounding.
    let isRounding = difference.exponent < a.exponent - 96
    func rounded(_ number: Extended, _ node: Int) -> Ratio? {
      if !isRounding { return nil }
      if case .number = nodes[node].kind { return nil }
      return Ratio(number, nearly: true)
    }
    guard
      let x = fractions.value(of: left.node, nodes) ?? rounded(a, left.node),
      let y = fractions.value(of: right.node, nodes) ?? rounded(b, right.node),
      let exact = symbol == .add ? x + y : (-y).flatMap({ x + $0 })
    else { return value }
    let sign = exact.extended
    return switch symbol {
    case .add, .subtract: .number(sign)
    case .equal: .truth(sign.isZero ? Truth(holds: true) : truth(value))
    case .notEqual: .truth(sign.isZero ? Truth(holds: false) : truth(value))
    case .less: .truth(Truth(holds: sign.isNegative))
    case .lessOrEqual: .truth(Truth(holds: sign.isNegative || sign.isZero))
    case .greater: .truth(Truth(holds: !sign.isNegative && !sign.isZero))
    case .greaterOrEqual: .truth(Truth(holds: !sign.isNegative))
    case .multiply, .divide, .power: value
    }
  }

  /// An entry of a list; one that was worked out of decimals as the decimal that it is, so that a rank
  /// sees 0.02 in 0.1*0.2.
  func written(
    _ value: Value,
    of node: Int,
    _ nodes: [Node],
    _ frame: Frame,
    _ scope: Scope
  ) -> Value {
    guard case .number(let number) = value, case .binary = nodes[node].kind else { return value }
    var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
    fractions.isStrict = true
    return .number(number.settled { fractions.value(of: node, nodes) })
  }

  private func truth(_ value: Value) -> Truth {
    if case .truth(let truth) = value { truth } else { Truth(holds: false) }
  }

  /// Reads an expression again as fractions.
  private struct Fractions {
    let evaluator: Evaluator
    let frame: Frame
    let scope: Scope
    /// Whether numbers that only a local name has must be decimals to the last bit.
    var isStrict = false
    /// How many nodes it looks at before it gives up.
    private var rest = 400
    private var depth = 0

    init(evaluator: Evaluator, frame: Frame, scope: Scope) {
      self.evaluator = evaluator
      self.frame = frame
      self.scope = scope
    }

    /// Nil for what is no fraction of moderate size.
    mutating func value(of index: Int, _ nodes: [Node], isLocal: Bool = true) -> Ratio? {
      rest -= 1
      depth += 1
      defer { depth -= 1 }
      guard rest > 0, depth < 100 else { return nil }
      switch nodes[index].kind {
      case .number(let number): return Ratio(number)
      case .name(let name): return named(name, isLocal)
      case .negate(let operand): return value(of: operand, nodes, isLocal: isLocal).flatMap { -$0 }
      case .binary(let symbol, let left, let right):
        guard let x = value(of: left, nodes, isLocal: isLocal),
          let y = value(of: right, nodes, isLocal: isLocal)
        else { return nil }
        return combined(symbol, x, y)
      case .text, .boolean, .list, .range, .transpose, .index, .call, .apply, .field, .first:
        return nil
      }
    }

    private func combined(_ symbol: BinaryOperator, _ x: Ratio, _ y: Ratio) -> Ratio? {
      switch symbol {
      case .add: x + y
      case .subtract: (-y).flatMap { x + $0 }
      case .multiply: x * y
      case .divide: y.inverse.flatMap { x * $0 }
      case .power: y.extended.integer.flatMap { x.power($0) }
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: nil
      }
    }

    private mutating func named(_ name: String, _ isLocal: Bool) -> Ratio? {
      if let value = (isLocal ? frame.locals[name] : nil) ?? scope.overrides[name] {
        return if case .number(let number) = value { Ratio(number, nearly: !isStrict) } else { nil }
      }
      if evaluator.builtInsFirst, BuiltIns.value(name) != nil { return nil }
      guard case .value(let expression)? = evaluator.definitions[name]?.body else { return nil }
      return value(of: expression.nodes.count - 1, expression.nodes, isLocal: false)
    }
  }
}
