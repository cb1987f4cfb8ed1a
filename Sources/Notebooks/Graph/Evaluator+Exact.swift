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
    if symbol == .multiply, let exact = product(value, left, right, nodes, frame, scope) {
      return exact
    }
    guard case .number(let a) = left.value, case .number(let b) = right.value,
      !a.isZero, !b.isZero, a.isFinite, b.isFinite
    else { return value }
    let difference: Extended
    switch symbol {
    case .subtract, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      difference = a - b
    case .add: difference = a + b
    case .power:
      return power(a, b, (left.node, right.node), nodes, frame, scope).map(Value.number) ?? value
    case .multiply, .divide: return value
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

  /// An argument that was worked out of decimals, which a value may have cut: 1 + 1e-31.
  func fraction(of node: Int, _ nodes: [Node], _ frame: Frame, _ scope: Scope) -> Ratio? {
    switch nodes[node].kind {
    case .binary, .name, .negate:
      var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
      fractions.isStrict = true
      return fractions.value(of: node, nodes)
    case .number, .text, .boolean, .list, .range, .transpose, .index, .call, .apply, .field, .first:
      return nil
    }
  }

  private func truth(_ value: Value) -> Truth {
    if case .truth(let truth) = value { truth } else { Truth(holds: false) }
  }

  /// A power whose base or exponent has lost what decides it: (1 + 1e-33)^1e33, (-1)^(10^33 + 1).
  private func power(
    _ base: Extended,
    _ exponent: Extended,
    _ places: (base: Int, exponent: Int),
    _ nodes: [Node],
    _ frame: Frame,
    _ scope: Scope
  ) -> Extended? {
    var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
    if base.isNegative {
      // A whole number of more than 104 bits may have lost its last one.
      guard exponent.exponent >= 104, exponent.isInteger,
        let count = fractions.value(of: places.exponent, nodes),
        let size = try? base.abs().power(exponent)
      else { return nil }
      return count.isOdd ? -size : size
    }
    let rest = base - .one
    guard exponent.exponent >= 20, rest.isZero || rest.exponent < -40,
      let exact = fractions.value(of: places.base, nodes),
      let difference = Ratio(-1).flatMap({ exact + $0 })?.extended
    else { return nil }
    return try? (difference.logOfOnePlus() * exponent).exp()
  }

  /// Whether a name in front of brackets means the built-in.
  func isBuiltIn(_ name: String, _ frame: Frame, _ scope: Scope) -> Bool {
    builtInsFirst
      || (frame.locals[name] == nil && scope.overrides[name] == nil && definitions[name] == nil)
  }

  /// What a function makes of decimals whose last digits the value of its argument has not; nil where
  /// the value is enough.
  func settled(_ call: ExactCall, _ frame: Frame, _ scope: Scope) -> Value? {
    func fraction(_ place: Int) -> Ratio? {
      var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
      return fractions.value(of: call.arguments[place], call.nodes)
    }
    if call.name == "exactly", call.arguments.count == 2 {
      guard call.number(0) != nil, call.number(1) != nil, let a = fraction(0), let b = fraction(1)
      else { return nil }
      return .truth(Truth(holds: a.isEqual(to: b)))
    }
    guard call.arguments.count == 1, let number = call.number(0), call.isWorkedOut else {
      return nil
    }
    switch call.name {
    case "floor", "ceil", "round":
      let isHalves = call.name == "round"
      let many = isHalves ? number * 2 : number
      let whole = many.round()
      let rest = many - whole
      guard whole.exponent < 90, rest.isZero || rest.exponent < whole.exponent - 90,
        let exact = fraction(0), let edge = Ratio(-whole),
        let over = (isHalves ? exact + exact : exact).flatMap({ $0 + edge })?.extended
      else { return nil }
      if isHalves {
        let half = whole * Extended(0.5)
        guard !half.isInteger else { return .number(half) }
        let isUp = over.isZero ? !whole.isNegative : !over.isNegative
        return .number(isUp ? half.ceil() : half.floor())
      }
      if call.name == "floor" { return .number(over.isNegative ? whole - .one : whole) }
      return .number(over.isNegative || over.isZero ? whole : whole + .one)
    case "ln", "log10", "log2":
      let rest = number - .one
      guard rest.isZero || rest.exponent < -40, let exact = fraction(0),
        let difference = Ratio(-1).flatMap({ exact + $0 })?.extended
      else { return nil }
      let logarithm = difference.logOfOnePlus()
      if call.name == "ln" { return .number(logarithm) }
      return .number(logarithm / Extended(call.name == "log2" ? 2 : 10).log())
    default: return nil
    }
  }

  /// The rank of a matrix whose entries are decimals and fractions in so many words; nil for another.
  func rank(_ call: ExactCall, _ frame: Frame, _ scope: Scope) -> Value? {
    guard call.name == "rank", isBuiltIn(call.name, frame, scope), let node = call.arguments.first
    else { return nil }
    var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
    guard let rows = fractions.rows(of: node, call.nodes) else { return nil }
    return .number(Extended(ExactRank.rank(rows)))
  }

  /// The arguments with a matrix of fractions, which doubles and decimals do not hold, as whole numbers
  /// over a common one, so that what is 0 is seen to be.
  func withWholes(
    _ arguments: [BoundArgument],
    _ call: ExactCall,
    _ frame: Frame,
    _ scope: Scope
  ) -> [BoundArgument] {
    guard ["singular_values", "condition_number", "rank"].contains(call.name),
      isBuiltIn(call.name, frame, scope), let node = call.arguments.first,
      case .matrix(let matrix) = arguments[0].value, matrix.rows * matrix.columns <= 64,
      (0..<matrix.rows).contains(where: { matrix.row($0).elements.contains(where: \.isCut) })
    else { return arguments }
    var fractions = Fractions(evaluator: self, frame: frame, scope: scope)
    guard let rows = fractions.rows(of: node, call.nodes), let whole = ExactRank.factors(rows),
      let jacobian = try? Jacobian(factors: whole)
    else { return arguments }
    var list = arguments
    list[0].value = .record(Record("a matrix", [], content: .jacobian(jacobian, nil)))
    return list
  }

  /// A call as it stands in an expression.
  struct ExactCall {
    /// The functions to which the fractions of their arguments may matter.
    static let names = [
      "exactly", "floor", "ceil", "round", "ln", "log10", "log2", "rank", "singular_values",
      "condition_number",
    ]

    let name: String
    let arguments: [Int]
    private let values: [Value]
    let nodes: [Node]

    init(_ name: String, _ arguments: [Int], _ values: [Value], _ nodes: [Node]) {
      (self.name, self.arguments, self.values, self.nodes) = (name, arguments, values, nodes)
    }

    /// The value of an argument that is a finite number.
    func number(_ place: Int) -> Extended? {
      guard case .number(let number) = values[arguments[place]], number.isFinite else { return nil }
      return number
    }

    /// Whether the first argument is more than a numeral.
    var isWorkedOut: Bool {
      if case .number = nodes[arguments[0]].kind { false } else { true }
    }
  }

  /// Reads an expression again as fractions.
  struct Fractions {
    let evaluator: Evaluator
    private var frame: Frame
    let scope: Scope
    /// What the nodes looked at were read from.
    private var source: Source
    /// Whether numbers that only a local name has must be decimals to the last bit.
    var isStrict = false
    /// How many nodes it looks at before it gives up.
    private var rest = 400
    private var depth = 0

    init(evaluator: Evaluator, frame: Frame, scope: Scope) {
      self.evaluator = evaluator
      self.frame = frame
      self.scope = scope
      source = frame.source
    }

    /// Nil for what is no fraction of moderate size.
    mutating func value(of index: Int, _ nodes: [Node], isLocal: Bool = true) -> Ratio? {
      rest -= 1
      depth += 1
      defer { depth -= 1 }
      guard rest > 0, depth < 100 else { return nil }
      switch nodes[index].kind {
      case .number(let number): return Ratio(number) ?? numeral(number, nodes[index].range)
      case .name(let name): return named(name, isLocal)
      case .negate(let operand): return value(of: operand, nodes, isLocal: isLocal).flatMap { -$0 }
      case .binary(let symbol, let left, let right):
        guard let x = value(of: left, nodes, isLocal: isLocal),
          let y = value(of: right, nodes, isLocal: isLocal)
        else { return nil }
        return combined(symbol, x, y)
      case .call(let name, let arguments):
        return called(name, arguments, nodes, isLocal)
      case .text, .boolean, .list, .range, .transpose, .index, .apply, .field, .first:
        return nil
      }
    }

    /// A numeral that has more digits than a value, or lies beyond what is told by its bits.
    private func numeral(_ number: Extended, _ range: SourceRange) -> Ratio? {
      guard let ratio = Ratio(numeral: source.text(range)) else { return nil }
      let rest = ratio.extended - number
      return rest.isZero || rest.exponent < number.exponent - 90 ? ratio : nil
    }

    /// What a function of one line makes of fractions.
    private mutating func called(
      _ name: String,
      _ arguments: [Argument],
      _ nodes: [Node],
      _ isLocal: Bool
    ) -> Ratio? {
      guard !evaluator.builtInsFirst, !isLocal || frame.locals[name] == nil,
        scope.overrides[name] == nil, let definition = evaluator.definitions[name],
        case .function(let parameters, let body) = definition.body,
        arguments.count == parameters.count, arguments.allSatisfy({ $0.label == nil })
      else { return nil }
      var inner = Frame(source: definition.statement.source, definition: name)
      for (parameter, argument) in zip(parameters, arguments) {
        guard let fraction = value(of: argument.node, nodes, isLocal: isLocal) else { return nil }
        inner.fractions[parameter] = fraction
      }
      return within(inner) { $0.value(of: body.nodes.count - 1, body.nodes) }
    }

    /// Looks at what was read from elsewhere.
    private mutating func within<Result>(
      _ other: Frame,
      _ body: (inout Fractions) -> Result
    ) -> Result {
      let own = (frame, source)
      (frame, source) = (other, other.source)
      defer { (frame, source) = own }
      return body(&self)
    }

    /// The entries of a matrix that is written out, itself or under a name; nil where one is no fraction.
    mutating func rows(of index: Int, _ nodes: [Node], isLocal: Bool = true) -> [[Ratio]]? {
      switch nodes[index].kind {
      case .name(let name):
        guard !isLocal || frame.locals[name] == nil, scope.overrides[name] == nil,
          let definition = evaluator.definitions[name],
          case .value(let expression) = definition.body, depth < 100
        else { return nil }
        depth += 1
        defer { depth -= 1 }
        return within(Frame(source: definition.statement.source)) {
          $0.rows(of: expression.nodes.count - 1, expression.nodes)
        }
      case .list(let list):
        var rows: [[Ratio]] = []
        for row in list {
          guard case .list(let entries) = nodes[row].kind else { return nil }
          var fractions: [Ratio] = []
          for entry in entries {
            guard let fraction = value(of: entry, nodes, isLocal: isLocal) else { return nil }
            fractions.append(fraction)
          }
          rows.append(fractions)
        }
        return rows
      case .number, .text, .boolean, .range, .negate, .binary, .transpose, .index, .call, .apply,
        .field, .first:
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
      if isLocal, let fraction = frame.fractions[name] { return fraction }
      if let value = (isLocal ? frame.locals[name] : nil) ?? scope.overrides[name] {
        return if case .number(let number) = value { Ratio(number, nearly: !isStrict) } else { nil }
      }
      if evaluator.builtInsFirst, BuiltIns.value(name) != nil { return nil }
      guard let definition = evaluator.definitions[name],
        case .value(let expression) = definition.body
      else { return nil }
      return within(Frame(source: definition.statement.source)) {
        $0.value(of: expression.nodes.count - 1, expression.nodes)
      }
    }
  }
}
