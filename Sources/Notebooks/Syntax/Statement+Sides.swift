extension Statement {
  /// The two sides of the comparison that it is, as they were typed; nil for anything else.
  package var sides: (left: String, right: String)? {
    comparison.map { ($0.left, $0.right) }
  }

  /// Whether it is a comparison that holds where its sides are equal, `<=` or `>=`.
  package var allowsEqual: Bool {
    switch comparison?.symbol {
    case .lessOrEqual, .greaterOrEqual: true
    case .equal, .notEqual, .less, .greater, .add, .subtract, .multiply, .divide, .power, nil: false
    }
  }

  private var comparison: (symbol: BinaryOperator, left: String, right: String)? {
    guard case .expression(let expression) = kind,
      case .binary(let symbol, let left, let right)? = expression.nodes.last?.kind
    else { return nil }
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let nodes = expression.nodes
      return (symbol, source.text(nodes[left].range), source.text(nodes[right].range))
    case .add, .subtract, .multiply, .divide, .power: return nil
    }
  }
}
