extension Statement {
  /// The two sides of the comparison that it is, as they were typed; nil for anything else.
  package var sides: (left: String, right: String)? {
    guard case .expression(let expression) = kind,
      case .binary(let symbol, let left, let right)? = expression.nodes.last?.kind
    else { return nil }
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let nodes = expression.nodes
      return (source.text(nodes[left].range), source.text(nodes[right].range))
    case .add, .subtract, .multiply, .divide, .power: return nil
    }
  }
}
