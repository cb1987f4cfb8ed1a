import DeepNetworks

extension Parser {
  /// How tightly an operator binds; `^`, the sign and what follows an operand bind tighter.
  private enum Precedence: Int {
    case comparison = 1
    case range, sum, product
  }

  /// A whole expression, as nodes of its own.
  mutating func expression() throws(Failure) -> Expression {
    let outer = nodes
    nodes = []
    defer { nodes = outer }
    _ = try operand(atLeast: .comparison)
    return Expression(nodes: nodes)
  }

  mutating func add(_ kind: Node.Kind, _ range: SourceRange) -> Int {
    nodes.append(Node(kind: kind, range: range))
    return nodes.count - 1
  }

  /// An operand and the operators behind it that bind at least as tightly as asked.
  private mutating func operand(atLeast minimum: Precedence) throws(Failure) -> Int {
    var left = try signed()
    while let (found, precedence) = binaryOperator(), precedence.rawValue >= minimum.rawValue {
      index += 1
      skipNewlines()
      let next = Precedence(rawValue: precedence.rawValue + 1)
      let right =
        if let next { try operand(atLeast: next) } else { try signed() }
      let range = nodes[left].range.joined(nodes[right].range)
      switch found {
      case .binary(let binary): left = add(.binary(binary, left, right), range)
      case .range: left = try rangeStep(left, right)
      }
    }
    return left
  }

  private enum Infix {
    case binary(BinaryOperator)
    case range
  }

  private func binaryOperator() -> (Infix, Precedence)? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    return switch symbol {
    case .plus: (.binary(.add), .sum)
    case .minus: (.binary(.subtract), .sum)
    case .times: (.binary(.multiply), .product)
    case .divide: (.binary(.divide), .product)
    case .equal: (.binary(.equal), .comparison)
    case .notEqual: (.binary(.notEqual), .comparison)
    case .less: (.binary(.less), .comparison)
    case .lessOrEqual: (.binary(.lessOrEqual), .comparison)
    case .greater: (.binary(.greater), .comparison)
    case .greaterOrEqual: (.binary(.greaterOrEqual), .comparison)
    case .range: (.range, .range)
    case .power, .equals, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket,
      .comma, .colon, .dot, .prime:
      nil
    }
  }

  private mutating func rangeStep(_ lower: Int, _ upper: Int) throws(Failure) -> Int {
    var step: Int?
    if isName("by") {
      advance()
      step = try operand(atLeast: .sum)
    }
    let end = nodes[step ?? upper].range
    return add(
      .range(
        lower: lower,
        upper: upper,
        step: step,
        isSampled: hasPoint(lower) || hasPoint(upper)
      ),
      nodes[lower].range.joined(end)
    )
  }

  /// Whether a number is written with a point, such as `2.0`: such a range has no steps of 1.
  private func hasPoint(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .number: source.text(nodes[node].range).contains(".")
    case .negate(let operand): hasPoint(operand)
    case .text, .boolean, .name, .list, .range, .binary, .transpose, .index, .call, .apply, .field,
      .first:
      false
    }
  }

  /// A sign binds looser than a power: −2^2 is −4 (rule 10).
  private mutating func signed() throws(Failure) -> Int {
    guard current.isSymbol(.minus) || current.isSymbol(.plus) else { return try power() }
    let sign = current
    try deepen()
    defer { depth -= 1 }
    advance()
    skipNewlines()
    let value = try signed()
    guard sign.isSymbol(.minus) else { return value }
    return add(.negate(value), sign.range.joined(nodes[value].range))
  }

  /// Powers associate to the right; an exponent may carry a sign.
  private mutating func power() throws(Failure) -> Int {
    var base = try postfix()
    while isLayerIndex(base) {
      index += 1
      skipNewlines()
      base = try postfix(from: try indices(base))
    }
    if case .superscript(let exponent) = current.kind {
      if let power = powerOfFunction(base, exponent) { throw power }
      let range = current.range
      advance()
      let node = add(.number(.init(exponent)), range)
      let power = add(.binary(.power, base, node), nodes[base].range.joined(range))
      return try postfix(from: power)
    }
    guard current.isSymbol(.power) else { return base }
    index += 1
    skipNewlines()
    try deepen()
    defer { depth -= 1 }
    let exponent = try signed()
    return add(
      .binary(.power, base, exponent),
      nodes[base].range.joined(nodes[exponent].range)
    )
  }

  /// Whether `^[` follows something with layers: `W^[3]`, as the lecture writes it, means `W[3]`.
  private func isLayerIndex(_ base: Int) -> Bool {
    guard current.isSymbol(.power) else { return false }
    var ahead = 1
    while token(ahead: ahead).kind == .newline { ahead += 1 }
    guard token(ahead: ahead).isSymbol(.leftBracket) else { return false }
    return switch nodes[base].kind {
    case .name, .call, .apply, .index, .field: true
    case .number, .text, .boolean, .list, .range, .negate, .binary, .transpose, .first: false
    }
  }

  private mutating func postfix() throws(Failure) -> Int {
    try postfix(from: try primary())
  }

  /// What may follow an operand: `'`, `[…]`, `(…)`, `.field`, `⁽³⁾`.
  private mutating func postfix(from start: Int) throws(Failure) -> Int {
    var operand = start
    while true {
      switch current.kind {
      case .symbol(.prime) where !current.spaceBefore:
        let range = nodes[operand].range.joined(current.range)
        if case .number = nodes[operand].kind {
          if let grouped = groups(source.text(nodes[operand].range), range) { throw grouped }
          throw failure(.primeOfNumber(source.text(nodes[operand].range)), current.range)
        }
        if let derivative = derivativeOfActivation(operand) { throw derivative }
        advance()
        operand = add(.transpose(operand), range)
      case .symbol(.leftBracket) where !current.spaceBefore: operand = try indices(operand)
      case .symbol(.leftParenthesis):
        guard let called = try call(operand) else { return operand }
        operand = called
      case .symbol(.dot) where !current.spaceBefore: operand = try field(operand)
      case .layerSuperscript(let layer):
        let range = current.range
        advance()
        let node = add(.number(.init(layer)), range)
        operand = add(.index(operand, [node]), nodes[operand].range.joined(range))
      case .symbol, .number, .text, .name, .superscript, .newline, .end, .invalid: return operand
      }
    }
  }

  private mutating func indices(_ base: Int) throws(Failure) -> Int {
    try openBracket()
    if current.isSymbol(.rightBracket) { throw unexpected(expected: "an index") }
    var indices = [try operand(atLeast: .comparison)]
    while take(.comma) { indices.append(try operand(atLeast: .comparison)) }
    let end = current.range
    try closeBracket(.rightBracket)
    return add(.index(base, indices), nodes[base].range.joined(end))
  }

  private mutating func field(_ base: Int) throws(Failure) -> Int {
    let after = token(ahead: 1)
    guard case .name(let name) = after.kind, !after.spaceBefore else {
      throw after.isSymbol(.times)
        ? productOfEntries(2) : unexpected(expected: "an operator or the end of the line")
    }
    advance()
    advance()
    let range = nodes[base].range.joined(after.range)
    // What NumPy writes for the transpose.
    return name == "T" ? add(.transpose(base), range) : add(.field(base, name), range)
  }

  /// A call; nil where the operand in front of the brackets is a number, which calls nothing.
  private mutating func call(_ callee: Int) throws(Failure) -> Int? {
    switch nodes[callee].kind {
    case .number, .text, .boolean, .list: throw juxtaposition()
    case .name, .range, .negate, .binary, .transpose, .index, .call, .apply, .field, .first: break
    }
    let start = nodes[callee].range
    guard case .name(let name) = nodes[callee].kind else {
      let (arguments, end) = try callArguments()
      return add(.apply(callee, arguments), start.joined(end))
    }
    // A called name is looked up as a function, not read as a value.
    nodes.removeLast()
    let (arguments, end) = try callArguments()
    return add(.call(name, arguments), start.joined(end))
  }

  private mutating func callArguments() throws(Failure) -> ([Argument], SourceRange) {
    try openBracket()
    var arguments: [Argument] = []
    while !current.isSymbol(.rightParenthesis) {
      let start = current.range
      var label: String?
      if case .name(let name) = current.kind, token(ahead: 1).isSymbol(.colon) {
        label = name
        advance()
        advance()
      }
      let value = try operand(atLeast: .comparison)
      arguments.append(
        Argument(label: label, node: value, range: start.joined(nodes[value].range))
      )
      if current.isSymbol(.equals), case .name(let name) = nodes[value].kind {
        throw failure(.equalsForLabel(name), current.range)
      }
      if !take(.comma) { break }
    }
    let end = current.range
    try closeBracket(.rightParenthesis)
    return (arguments, end)
  }

  private mutating func primary() throws(Failure) -> Int {
    let token = current
    switch token.kind {
    case .number(let value):
      advance()
      return add(.number(value), token.range)
    case .text(let text):
      advance()
      return add(.text(text), token.range)
    case .name(let name): return try named(name, token.range)
    case .symbol(.leftParenthesis):
      let opening = index
      try openBracket()
      let inner = try operand(atLeast: .comparison)
      let end = current.range
      if current.isSymbol(.comma), let list = listInParentheses(opening) { throw list }
      try closeBracket(.rightParenthesis)
      nodes[inner].range = token.range.joined(end)
      return inner
    case .symbol(.leftBracket): return try list(token.range)
    case .invalid:
      throw bars() ?? unexpected(expected: "a number, a name or an expression")
    case .symbol, .superscript, .layerSuperscript, .newline, .end:
      throw unexpected(expected: "a number, a name or an expression")
    }
  }

  private mutating func list(_ start: SourceRange) throws(Failure) -> Int {
    try openBracket()
    var elements: [Int] = []
    while !current.isSymbol(.rightBracket) {
      elements.append(try operand(atLeast: .comparison))
      if !take(.comma) { break }
    }
    let end = current.range
    if current.kind != .end, !current.isSymbol(.rightBracket) { throw juxtapositionInList() }
    try closeBracket(.rightBracket)
    return add(.list(elements), start.joined(end))
  }

  private func juxtapositionInList() -> Failure {
    switch current.kind {
    case .name(let word) where ForeignWords.statement(word) != nil: juxtaposition()
    case .number, .name, .text, .symbol(.leftBracket):
      failure(
        .missingComma(
          left: shown(tokens[index - 1]),
          right: shown(current)
        ),
        tokens[index - 1].range.joined(current.range)
      )
    case .symbol, .superscript, .layerSuperscript, .newline, .end, .invalid:
      unexpected(expected: "\",\" or \"]\"")
    }
  }

  private mutating func named(_ name: String, _ range: SourceRange) throws(Failure) -> Int {
    switch name {
    case "true", "false":
      advance()
      return add(.boolean(name == "true"), range)
    case "first": return try first(range)
    default: break
    }
    if ReservedWords.all.contains(name) {
      throw failure(isLabelled ? .wordWithoutQuotes(name) : .reserved(name), range)
    }
    if ForeignWords.modules.contains(name), token(ahead: 1).isSymbol(.dot) {
      throw foreign()
    }
    advance()
    return add(.name(name), range)
  }

  /// Whether the current token stands right behind the label of an argument, as in `fan: in`.
  private var isLabelled: Bool {
    guard index >= 2, tokens[index - 1].isSymbol(.colon), case .name = tokens[index - 2].kind else {
      return false
    }
    return !open.isEmpty
  }

  /// Reads `first l where condition`.
  private mutating func first(_ start: SourceRange) throws(Failure) -> Int {
    guard case .name(let variable) = token(ahead: 1).kind,
      !ReservedWords.all.contains(variable), isName("where", ahead: 2)
    else { throw failure(.firstWithoutWhere, start) }
    try deepen()
    defer { depth -= 1 }
    for _ in 0..<3 { advance() }
    let condition = try expression()
    if current.isSymbol(.equals) { throw failure(.equalsForComparison, current.range) }
    return add(.first(variable, condition), start.joined(condition.range))
  }

  /// `np.linalg.norm` and its kin: named with ours.
  private mutating func foreign() -> Failure {
    var range = current.range
    var last = ""
    while token(ahead: 1).isSymbol(.dot), case .name(let part) = token(ahead: 2).kind {
      range = range.joined(token(ahead: 2).range)
      last = part
      index += 2
    }
    let call = calledArguments(ahead: 1)
    return failure(
      .foreignName(
        source.text(range),
        ours: call.flatMap { ForeignWords.call(last, of: $0.arguments) }
          ?? ForeignWords.function(last).map { Hint(stringLiteral: $0) }
      ),
      range,
      replacing: call.map { range.joined($0.end) }
    )
  }
}
