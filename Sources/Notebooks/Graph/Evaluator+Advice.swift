import DeepNetworks
import TerminalText

// What a problem's sentence says by the place of what is wrong.
extension Evaluator {
  /// A problem of a name or a part with what its place tells; nil for other problems.
  func placed(_ problem: Problem, _ node: Node, _ nodes: [Node], _ source: Source) -> Problem? {
    switch problem {
    case .name(.unknownName(let name, let meant, .anywhere)):
      let place = place(of: name, node, nodes, source)
      if case .words(_, let choices, _) = place {
        return .name(
          .unknownName(name, meant: meant.flatMap { choices.contains($0) ? $0 : nil }, place: place)
        )
      }
      if place == .anywhere, let ours = product(of: name) {
        return .name(.unknownName(name, meant: nil, place: .product(ours: ours)))
      }
      if place == .anywhere, let ours = entry(of: name) {
        return .name(.unknownName(name, meant: nil, place: .entry(ours: ours)))
      }
      return .name(.unknownName(name, meant: meant, place: place))
    case .value(.noField(let name, let kind, _)):
      guard
        let ours = method(name, kind, node, nodes, source) ?? part(name, kind, node, nodes, source)
      else { return nil }
      return .value(.noField(name, kind: kind, ours: Hint(" Write ", .meant(ours))))
    case .value(.operands("*", let left, let right, let advice?)):
      guard advice == Arithmetic.products, case .binary(_, let first, let second) = node.kind else {
        return nil
      }
      let (v, w) = (source.text(nodes[first].range), source.text(nodes[second].range))
      guard v.count <= 24, w.count <= 24 else { return nil }
      let product = Hint(
        "The scalar product is ",
        .instead("dot(\(v), \(w))"),
        end: ", that entry by entry diagonal(\(v))*\(w)",
        otherwise: advice.words
      )
      return .value(.operands("*", left: left, right: right, advice: product))
    case .value(.operands(let sign, let left, let right, nil)),
      .value(.operands(let sign, let left, let right, .some)):
      guard let ours = entrywise(sign, left, right, node, nodes, source) else { return nil }
      return .value(.operands(sign, left: left, right: right, advice: ours))
    case .value(.noEntry(let index, let kind, nil)):
      guard case .index(let base, let indices) = node.kind, indices.count == 1 else { return nil }
      let owner = source.text(nodes[base].range)
      guard owner.count <= 24 else { return nil }
      let ours: Hint? =
        switch index {
        case "0": Hint(" The first is ", .instead("\(owner)[1]"))
        case "-1": Hint(" The last is ", .instead("\(owner)[count(\(owner))]"))
        default: nil
        }
      guard let ours else { return nil }
      return .value(.noEntry(index: index, kind: kind, ours: ours))
    case .syntax, .name, .value, .figure, .bound: return nil
    }
  }

  /// What was meant by an operator that does not go entry by entry here.
  private func entrywise(
    _ sign: String,
    _ left: String,
    _ right: String,
    _ node: Node,
    _ nodes: [Node],
    _ source: Source
  ) -> Hint? {
    guard case .binary(_, let first, let second) = node.kind else { return nil }
    let (v, w) = (source.text(nodes[first].range), source.text(nodes[second].range))
    guard v.count <= 24, w.count <= 24 else { return nil }
    switch (sign, left.hasPrefix("a vector"), right.hasPrefix("a vector")) {
    case ("^", true, _) where w == "2":
      return Hint(
        "The scalar product is ",
        .instead("dot(\(v), \(v))"),
        end: ", the square of each entry diagonal(\(v))*\(v)",
        otherwise: "Powers are of numbers and square matrices."
      )
    case ("+", _, _) where right == "a number", ("-", _, _) where right == "a number":
      let lines = Self.ones(left, v).map { Advice.instead("\(v) \(sign) \(w)*\($0)") }
      return lines.isEmpty ? nil : Hint("To each entry: ", lines)
    case ("+", _, _) where left == "a number", ("-", _, _) where left == "a number":
      let lines = Self.ones(right, w).map { Advice.instead("\(v)*\($0) \(sign) \(w)") }
      return lines.isEmpty ? nil : Hint("To each entry: ", lines)
    default: return nil
    }
  }

  /// Ones of the size of a value, by its kind; none for a square matrix, where the identity may be
  /// meant, and for what has no entries.
  ///
  /// `count` of a list by layer counts layers: there the number of entries stands.
  private static func ones(_ kind: String, _ name: String) -> [String] {
    let sizes = kind.split(separator: " ").compactMap { Int($0) }
    if kind.hasPrefix("a vector"), let size = sizes.last {
      return ["ones(count(\(name)))", "ones(\(size))"]
    }
    guard kind.hasPrefix("a matrix"), sizes.count == 2, sizes[0] != sizes[1] else { return [] }
    return ["ones(\(sizes[0]))*ones(\(sizes[1]))'"]
  }

  /// What advice takes the place of, where that is more than what is marked: an entry with its index,
  /// the call of a part of elsewhere.
  func replaced(for problem: Problem, _ node: Node, _ nodes: [Node]) -> SourceRange? {
    if case .value(.noEntry) = problem { return node.range }
    guard case .value(.noField) = problem else { return nil }
    let call = nodes.first { call in
      if case .apply(let callee, _) = call.kind { nodes[callee] == node } else { false }
    }
    return call?.range
  }

  /// `count(x)` for `x.shape`; nil for a part of elsewhere that has no counterpart.
  private func part(
    _ name: String,
    _ kind: String,
    _ node: Node,
    _ nodes: [Node],
    _ source: Source
  ) -> String? {
    guard case .field(let base, _) = node.kind else { return nil }
    let owner = source.text(nodes[base].range)
    guard owner.count <= 24 else { return nil }
    let isNetwork = kind.hasPrefix("a network")
    switch name {
    case "shape", "size", "length", "len", "numel", "count":
      if kind.hasPrefix("a vector") { return "count(\(owner))" }
      return isNetwork ? "widths(\(owner))" : nil
    case "layers", "sizes", "structure": return isNetwork ? "widths(\(owner))" : nil
    case "W", "w", "weight", "params": return isNetwork ? "weights(\(owner))" : nil
    case "b", "bias": return isNetwork ? "biases(\(owner))" : nil
    default:
      guard let formula = ForeignWords.formula(name), owner.isPlainName else { return nil }
      return formula.replacing("$", with: owner)
    }
  }

  /// A name that nothing defines is the parameter of a figure that has none.
  static func advised(
    _ failure: Failure,
    _ figure: FigureStatement,
    _ statement: Statement
  ) -> Failure {
    guard case .name(.unknownName(let name, nil, .anywhere)) = failure.problem,
      failure.definition == nil, ForeignWords.value(name) == nil,
      let running = figure.running(name, in: statement)
    else { return failure }
    var failure = failure
    failure.problem = .name(.unknownName(name, meant: nil, place: .figure(running: running)))
    return failure
  }

  private func place(
    of name: String,
    _ node: Node,
    _ nodes: [Node],
    _ source: Source
  ) -> NamePlace {
    if name == "T", let ours = Self.transposed(node, nodes, source) {
      return .transposed(ours: ours)
    }
    for parent in nodes {
      if let quantity = quantity(of: name, parent, node, nodes, source) { return quantity }
    }
    for parent in nodes {
      switch parent.kind {
      case .call(let function, let arguments):
        guard definitions[function] == nil, let function = BuiltIns.function(function),
          let index = arguments.firstIndex(where: { nodes[$0.node] == node })
        else { continue }
        let argument = arguments[index]
        let positional = function.parameters.filter(\.isPositional)
        let before = arguments[..<index].filter { $0.label == nil }.count
        let parameter =
          argument.label.map { label in function.parameters.first { $0.name == label } }
          ?? (before < positional.count ? positional[before] : nil)
        guard let parameter else { return .anywhere }
        return Self.place(name, parameter, of: function)
      case .index(let base, _) where nodes[base] == node: return .indexed
      case .binary(.divide, let left, let right) where nodes[left] == node:
        if let ours = Self.derivative(name, by: source.text(nodes[right].range)) {
          return .derivative(ours: ours)
        }
      case .number, .text, .boolean, .name, .list, .range, .negate, .binary, .transpose, .index,
        .apply, .field, .first:
        continue
      }
    }
    return .anywhere
  }

  /// `W[1]` for `W1`, where W is a name.
  private func entry(of name: String) -> String? {
    let digits = String(name.reversed().prefix { $0.isWholeNumber }.reversed())
    let base = String(name.dropLast(digits.count))
    guard !digits.isEmpty, definitions[base] != nil else { return nil }
    return "\(base)[\(digits)]"
  }

  /// The letters of a name with signs of a product between them, where each is a name.
  private func product(of name: String) -> String? {
    let letters = name.map { String($0) }
    // One letter twice is a slip of the finger.
    guard (2...4).contains(letters.count), Set(letters).count > 1,
      letters.allSatisfy({ definitions[$0] != nil })
    else { return nil }
    return letters.joined(separator: "*")
  }

  /// What stands where a function of seeds should: `mean_over(rms(normal(9, seed: n)), 1...9)`.
  private func quantity(
    of name: String,
    _ parent: Node,
    _ node: Node,
    _ nodes: [Node],
    _ source: Source
  ) -> NamePlace? {
    guard case .call(let function, let arguments) = parent.kind, definitions[function] == nil,
      BuiltIns.ensembleFunctions.contains(where: { $0.name == function }),
      let given = arguments.first, nodes[given.node] != node,
      given.range.lower <= node.range.lower, node.range.upper <= given.range.upper
    else { return nil }
    let text = source.text(nodes[given.node].range)
    guard text.count <= 60, definitions["f"] == nil else { return nil }
    return .quantity(function: function, ours: "f(\(name)) = \(text)")
  }

  /// `(M^-1)'` for `M^-T`, `M'` for `M^T`.
  private static func transposed(_ node: Node, _ nodes: [Node], _ source: Source) -> String? {
    for case .binary(.power, let base, let exponent) in nodes.map(\.kind) {
      let owner = source.text(nodes[base].range)
      guard owner.count <= 24 else { continue }
      if nodes[exponent] == node { return "\(owner)'" }
      if case .negate(let inner) = nodes[exponent].kind, nodes[inner] == node {
        return "(\(owner)^-1)'"
      }
    }
    return nil
  }

  /// `dJ_dW(net, x)` for `dJ/dW(net, x)`.
  private static func derivative(_ name: String, by divisor: String) -> String? {
    guard ["dJ", "dL", "dC"].contains(name) else { return nil }
    let variable = String(divisor.prefix { $0.isLetter })
    guard BuiltIns.function("dJ_\(variable)") != nil else { return nil }
    let rest = String(divisor.dropFirst(variable.count))
    let ours = "dJ_\(variable)" + (rest.hasPrefix("(") ? "" : "(net, x)") + rest
    return ours.count <= 40 ? ours : "dJ_\(variable)(net, x)"
  }

  private static func place(
    _ name: String,
    _ parameter: Parameter,
    of function: Function
  ) -> NamePlace {
    if BuiltIns.ensembleFunctions.contains(where: { $0.name == function.name }) {
      return parameter.name == "f" ? .function : .anywhere
    }
    if parameter.name == "weights", let ours = ForeignWords.function(name), ours.hasSuffix("()") {
      return .words(argument: parameter.name, choices: [ours], meant: ours)
    }
    guard let choices = words(parameter) else { return .anywhere }
    return .words(
      argument: parameter.name,
      choices: choices,
      // What itself takes arguments cannot be put in as it stands.
      meant: word(meantBy: name, among: choices).flatMap { $0.contains("(") ? nil : $0 }
    )
  }

  /// The words that an argument takes; nil for other arguments.
  private static func words(_ parameter: Parameter) -> [String]? {
    switch parameter.name {
    case "activation", "last_activation": Activation.names
    case "g" where parameter.meaning.hasPrefix("an activation"): Activation.names
    case "loss" where parameter.meaning.hasSuffix("squared_error or cross_entropy"):
      ["squared_error", "cross_entropy"]
    case "loss" where parameter.meaning.hasPrefix("J: "):
      parameter.meaning.dropFirst(3).split(separator: ", ").map(String.init)
    case "norm": ["true", "false"] + NetworkMaking.norms.map { "\"\($0.word)\"" }
    case "fan": Initialization.Fan.allCases.map { "\"\($0.word)\"" }
    case "shape": Initialization.Distribution.allCases.map { "\"\($0.word)\"" }
    case "to" where parameter.meaning.contains("format"), "format": BuiltIns.formatNames
    default: parameter.meaning.hasSuffix("true or false") ? ["true", "false"] : nil
    }
  }

  /// Which of the words an argument takes somebody means by a word of elsewhere.
  private static func word(meantBy name: String, among choices: [String]) -> String? {
    let ours = ForeignWords.function(name).map { String($0.prefix { $0.isLetter || $0 == "_" }) }
    if let ours, let choice = choices.first(where: { $0.hasPrefix(ours) }) { return choice }
    if choices == BuiltIns.formatNames { return formatName(meantBy: name, choices) }
    let word = name.lowercased().replacing("fan_", with: "").replacing("_", with: "")
    switch word {
    case "yes", "on": return choices.contains("true") ? "true" : nil
    case "no", "off", "none": return choices.contains("false") ? "false" : nil
    case "avg", "mean": return choices.first { $0 == "\"average\"" }
    default:
      return choices.first { choice in
        choice.filter { $0.isLetter } == word && choice != name
      }
    }
  }

  /// `M*[1, 1]` for `M.dot([1, 1])`; nil where a part of elsewhere has no counterpart.
  private func method(
    _ name: String,
    _ kind: String,
    _ node: Node,
    _ nodes: [Node],
    _ source: Source
  ) -> String? {
    guard case .field(let base, _) = node.kind else { return nil }
    let owner = source.text(nodes[base].range)
    guard owner.count <= 24 else { return nil }
    var arguments: [String] = []
    for case .apply(let callee, let given) in nodes.map(\.kind) where nodes[callee] == node {
      arguments = given.map { source.text($0.range) }
    }
    let argument = arguments.first ?? "x"
    if kind.hasPrefix("a matrix"), ["dot", "matmul", "mm", "mul"].contains(name) {
      return "\(owner)*\(argument)"
    }
    if kind.hasPrefix("a network"), ["forward", "predict", "call"].contains(name) {
      return "\(owner)(\(argument))"
    }
    guard let function = BuiltIns.function(name) else { return nil }
    let required = function.parameters.filter { $0.need == .required }
    guard required.count > 1 else { return nil }
    let others = arguments.isEmpty ? required.dropFirst().map(\.name) : arguments
    return "\(name)(\(([owner] + others).joined(separator: ", ")))"
  }
}
