import DeepNetworks

/// A figure's expression that depends on a parameter as the depth of a network alone.
///
/// ```
/// net = network(…, depth: L, …)    y = net(…)    log10(rms(y)) over …, L in 1...150
/// ```
/// The networks of all depths walk the same layers, so one walk gives y for each.
struct DepthChain {
  /// The definition whose values for all depths are known at once.
  let output: Definition
  private let network: String
  /// What the network is applied to.
  private let input: Expression

  /// Nil where the parameter is more than a depth in the expression, or less.
  init?(_ expression: Expression, over parameter: String, in definitions: Definitions) {
    let dependents = definitions.dependents(of: [parameter]).union([parameter])
    func only(_ names: [String]) -> String? {
      let varying = names.filter(dependents.contains)
      return varying.count == 1 ? varying[0] : nil
    }
    guard let name = only(expression.names), name != parameter, let output = definitions[name],
      case .value(let applied) = output.body, let network = only(output.names),
      case .call(network, let arguments)? = applied.nodes.last?.kind, arguments.count == 1,
      arguments[0].label == nil, arguments[0].node == applied.nodes.count - 2,
      let made = definitions[network], only(made.names) == parameter,
      case .value(let making) = made.body, !definitions.contains("network"),
      case .call("network", let labelled)? = making.nodes.last?.kind,
      let depth = labelled.first(where: { $0.label == "depth" }),
      making.nodes.indices.allSatisfy({
        making.nodes[$0].kind != .name(parameter) || $0 == depth.node
      }),
      making.nodes[depth.node].kind == .name(parameter)
    else { return nil }
    self.output = output
    self.network = network
    input = Expression(nodes: Array(applied.nodes.dropLast()))
    if input.names.contains(where: dependents.contains) { return nil }
  }

  /// y at each depth, in a scope in which the parameter is the largest; nil where the networks have
  /// not their layers in common.
  func outputs(
    _ depths: [Int],
    _ evaluator: inout Evaluator,
    _ scope: inout Scope
  ) throws(Failure) -> [Value]? {
    var frame = Evaluator.Frame(source: output.statement.source, definition: output.name)
    guard case .network(let net) = try evaluator.value(of: network, in: &scope) else { return nil }
    let x = try evaluator.evaluate(input, &frame, &scope)
    do throws(Problem) {
      let vector = try Networks.input(x, for: net)
      return try Networks.outputs(of: net, depths, vector, &evaluator.meter)?.map(Value.vector)
    } catch {
      throw frame.failure(error, output.statement.range)
    }
  }
}
