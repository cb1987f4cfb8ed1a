import DeepNetworks

/// A figure's expression that depends on a parameter as the depth of a network alone.
///
/// ```
/// net = network(…, depth: L, …)    y = c*net(…)    log10(rms(y)) over …, L in 1...150
/// ```
/// The networks of all depths walk the same layers, so one walk gives net(…) for each; from there the expression
/// follows through one definition after the other.
struct DepthChain {
  private let network: String
  /// What the network is applied to.
  private let input: Expression
  /// Where it is applied.
  private let place: (source: Source, definition: String?, range: SourceRange)
  /// What is made of the output, the figure's expression last.
  private let stages: [Stage]

  /// An expression that varies with one name alone.
  private struct Stage {
    /// The name that it reads.
    let argument: String
    let expression: Expression
    let source: Source
    /// The definition whose value it is; nil for the figure's expression.
    let definition: String?
  }

  /// Nil where the parameter is more than a depth in the expression, or less.
  init?(
    _ expression: Expression,
    of source: Source,
    over parameter: String,
    in definitions: Definitions
  ) {
    let dependents = definitions.dependents(of: [parameter]).union([parameter])
    func only(_ names: [String]) -> String? {
      let varying = names.filter(dependents.contains)
      return varying.count == 1 && varying[0] != parameter ? varying[0] : nil
    }
    var stages: [Stage] = []
    var (current, place): (Expression, (source: Source, definition: String?)) = (
      expression, (source, nil)
    )
    while let name = only(current.names), let definition = definitions[name],
      case .value(let made) = definition.body
    {
      guard Self.isNetwork(made, deep: parameter, in: definitions) else {
        let stage = Stage(
          argument: name,
          expression: current,
          source: place.source,
          definition: place.definition
        )
        stages.append(stage)
        (current, place) = (made, (definition.statement.source, name))
        continue
      }
      guard let cut = Self.application(of: name, in: current) else { return nil }
      network = name
      input = Expression(nodes: Array(cut.part.nodes.dropLast()))
      self.place = (place.source, place.definition, cut.part.range)
      let isWhole = cut.whole.nodes.count == 1 && place.definition != nil
      if !isWhole {
        stages.append(
          Stage(
            argument: Self.output,
            expression: cut.whole,
            source: place.source,
            definition: place.definition
          )
        )
      }
      self.stages = stages.reversed()
      return
    }
    return nil
  }

  /// No name of a notebook.
  private static let output = "net(…)"

  /// Whether an expression is a network that the parameter makes as deep as it is, and nothing else.
  private static func isNetwork(
    _ expression: Expression,
    deep parameter: String,
    in definitions: Definitions
  ) -> Bool {
    let dependents = definitions.dependents(of: [parameter])
    guard !definitions.contains("network"), !expression.names.contains(where: dependents.contains),
      case .call("network", let labelled)? = expression.nodes.last?.kind,
      let depth = labelled.first(where: { $0.label == "depth" }),
      expression.nodes[depth.node].kind == .name(parameter)
    else { return false }
    return expression.nodes.indices.allSatisfy { index in
      index == depth.node || !expression.nodes[index].reads(parameter)
    }
  }

  /// The one place where a network is applied, if its name stands nowhere else.
  private static func application(of network: String, in expression: Expression) -> Expression.Cut?
  {
    let places = expression.nodes.indices.filter { expression.nodes[$0].reads(network) }
    guard places.count == 1, case .call(network, let arguments) = expression.nodes[places[0]].kind,
      arguments.count == 1, arguments[0].label == nil
    else { return nil }
    return expression.cut(at: places[0], leaving: output)
  }

  /// The expression at each depth, in a scope in which the parameter is the largest; nil where the networks have
  /// not their layers in common.
  func values(
    _ depths: [Int],
    _ evaluator: inout Evaluator,
    _ scope: inout Scope
  ) throws(Failure) -> [Value]? {
    guard let outputs = try outputs(depths, &evaluator, &scope) else { return nil }
    let calls = stages.map { CallChain($0.expression, of: $0.argument, evaluator, scope) }
    var values: [Value] = []
    values.reserveCapacity(outputs.count)
    for output in outputs {
      let before = evaluator.meter.bytes
      var value = output
      for (stage, call) in zip(stages, calls) {
        if let called = call?.value(of: value, &evaluator.meter) {
          value = called
          continue
        }
        scope.overrides[stage.argument] = value
        var frame = Evaluator.Frame(source: stage.source, definition: stage.definition)
        value = try evaluator.evaluate(stage.expression, &frame, &scope)
      }
      values.append(value)
      evaluator.meter.release(to: before)
    }
    return values
  }

  /// net(…) at each depth.
  private func outputs(
    _ depths: [Int],
    _ evaluator: inout Evaluator,
    _ scope: inout Scope
  ) throws(Failure) -> [Value]? {
    var frame = Evaluator.Frame(source: place.source, definition: place.definition)
    guard case .network(let net) = try evaluator.value(of: network, in: &scope) else { return nil }
    let x = try evaluator.evaluate(input, &frame, &scope)
    do throws(Problem) {
      let vector = try Networks.input(x, for: net)
      return try Networks.outputs(of: net, depths, vector, &evaluator.meter)?.map(Value.vector)
    } catch {
      throw frame.failure(error, place.range)
    }
  }
}
