import DeepNetworks

// What products of matrices come to where the digits of their entries have cancelled.

extension Evaluator {
  /// The value of a product of which an entry has cancelled, from the matrices as they were written:
  /// M^100*[1, 1] is 0.7^100*[1, 1] for [[1.1, -0.4], [-0.4, 1.1]]; nil where the value is enough.
  func product(
    _ value: Value,
    _ left: (node: Int, value: Value),
    _ right: (node: Int, value: Value),
    _ nodes: [Node],
    _ frame: Frame,
    _ scope: Scope
  ) -> Value? {
    let (one, other, result): (Matrix, Matrix, Matrix)
    switch (left.value, right.value.rangeAsVector, value) {
    case (.matrix(let a), .vector(let b), .vector(let c)):
      (one, other, result) = (a, .column(b), .column(c))
    case (.matrix(let a), .matrix(let b), .matrix(let c)): (one, other, result) = (a, b, c)
    default: return nil
    }
    var fractions = MatrixFractions(evaluator: self, frame: frame, scope: scope)
    guard fractions.isWorkedOut(left.node, nodes) || fractions.isWorkedOut(right.node, nodes),
      one.columns == other.rows, one.hasCancelled(with: other, in: result),
      let a = fractions.value(of: left.node, nodes), let b = fractions.value(of: right.node, nodes),
      let exact = a.product(b)
    else { return nil }
    if case .vector = value { return .vector(exact.vector) }
    return .matrix(exact.matrix)
  }

  /// Reads an expression again as matrices of fractions; a vector is a column, a number 1 × 1.
  private struct MatrixFractions {
    let evaluator: Evaluator
    let frame: Frame
    let scope: Scope
    /// How many nodes it looks at before it gives up.
    private var rest = 200

    init(evaluator: Evaluator, frame: Frame, scope: Scope) {
      (self.evaluator, self.frame, self.scope) = (evaluator, frame, scope)
    }

    /// Whether an operand is a result whose entries may be rounded.
    func isWorkedOut(_ index: Int, _ nodes: [Node]) -> Bool {
      switch nodes[index].kind {
      case .binary(.power, _, _), .binary(.multiply, _, _): return true
      case .transpose(let operand), .negate(let operand): return isWorkedOut(operand, nodes)
      case .name(let name):
        guard let expression = definition(name, isLocal: true) else { return false }
        switch expression.nodes[expression.nodes.count - 1].kind {
        case .binary(.power, _, _), .binary(.multiply, _, _), .transpose, .negate: return true
        default: return false
        }
      default: return false
      }
    }

    /// The expression that a name stands for; nil for one of another kind, or where it is local.
    private func definition(_ name: String, isLocal: Bool) -> Expression? {
      guard !isLocal || frame.locals[name] == nil, scope.overrides[name] == nil,
        case .value(let expression)? = evaluator.definitions[name]?.body
      else { return nil }
      return expression
    }

    /// Nil for what is no matrix of decimals, or has too long ones.
    mutating func value(of index: Int, _ nodes: [Node], isLocal: Bool = true) -> ExactMatrix? {
      rest -= 1
      guard rest > 0 else { return nil }
      switch nodes[index].kind {
      case .number(let number): return ExactMatrix(Vector([number]))
      case .name(let name): return named(name, isLocal)
      case .negate(let operand):
        guard let minus = ExactMatrix(Vector([Extended(-1)])) else { return nil }
        return value(of: operand, nodes, isLocal: isLocal).flatMap { $0.product(minus) }
      case .transpose(let operand):
        return value(of: operand, nodes, isLocal: isLocal)?.transposed
      case .list(let entries): return list(entries, nodes, isLocal)
      case .binary(.power, let base, let exponent):
        guard let matrix = value(of: base, nodes, isLocal: isLocal),
          let size = value(of: exponent, nodes, isLocal: isLocal), size.rows == 1,
          let n = size.vector[0].integer
        else { return nil }
        return matrix.power(upTo: n)
      case .binary(let symbol, let left, let right):
        guard let a = value(of: left, nodes, isLocal: isLocal),
          let b = value(of: right, nodes, isLocal: isLocal)
        else { return nil }
        switch symbol {
        case .multiply: return a.product(b)
        case .add: return a.sum(b)
        case .subtract:
          return ExactMatrix(Vector([Extended(-1)])).flatMap { b.product($0) }.flatMap { a.sum($0) }
        default: return nil
        }
      case .text, .boolean, .range, .index, .call, .apply, .field, .first: return nil
      }
    }

    private mutating func list(
      _ entries: [Int],
      _ nodes: [Node],
      _ isLocal: Bool
    ) -> ExactMatrix? {
      var rows: [[Extended]] = []
      for entry in entries {
        if case .list(let row) = nodes[entry].kind {
          var numbers: [Extended] = []
          for number in row {
            guard let number = written(number, nodes, isLocal) else { return nil }
            numbers.append(number)
          }
          rows.append(numbers)
        } else {
          guard let number = written(entry, nodes, isLocal) else { return nil }
          rows.append([number])
        }
      }
      guard let matrix = try? Matrix.rows(rows) else { return nil }
      return ExactMatrix(matrix)
    }

    /// An entry, if it is a decimal.
    private mutating func written(_ index: Int, _ nodes: [Node], _ isLocal: Bool) -> Extended? {
      rest -= 1
      var fractions = Fractions(evaluator: evaluator, frame: frame, scope: scope)
      guard rest > 0, let fraction = fractions.value(of: index, nodes, isLocal: isLocal),
        let standing = Ratio(fraction.extended), standing.isEqual(to: fraction)
      else { return nil }
      return fraction.extended
    }

    private mutating func named(_ name: String, _ isLocal: Bool) -> ExactMatrix? {
      if let expression = definition(name, isLocal: isLocal) {
        let root = expression.nodes.count - 1
        if let found = value(of: root, expression.nodes, isLocal: false) { return found }
      }
      let known =
        (isLocal ? frame.locals[name] : nil)
        ?? (try? evaluator.cached(name, scope)?.get())
      switch known?.rangeAsVector {
      case .matrix(let matrix)?: return ExactMatrix(matrix)
      case .vector(let vector)?: return ExactMatrix(vector)
      case .number(let number)?: return ExactMatrix(Vector([number]))
      default: return nil
      }
    }
  }
}
