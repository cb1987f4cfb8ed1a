import DeepNetworks

/// An expression that is nothing but built-in functions about a name, such as log10(rms(y)).
///
/// Its values for many values of the name come without looking for names and arguments each time; they
/// and what they spend are those of the expression.
struct CallChain {
  private let functions: [Function.Direct]

  /// Nil for other expressions.
  init?(_ expression: Expression, of name: String, _ evaluator: Evaluator, _ scope: Scope) {
    guard expression.nodes[0].kind == .name(name), scope.format == nil, !evaluator.builtInsFirst
    else { return nil }
    var functions: [Function.Direct] = []
    for (index, node) in expression.nodes.enumerated().dropFirst() {
      guard case .call(let called, let arguments) = node.kind, arguments.count == 1,
        arguments[0].label == nil, arguments[0].node == index - 1,
        index > 1 || !Evaluator.ExactCall.names.contains(called), scope.overrides[called] == nil,
        !evaluator.definitions.contains(called), let function = BuiltIns.function(called)?.direct
      else { return nil }
      functions.append(function)
    }
    if functions.isEmpty { return nil }
    self.functions = functions
  }

  /// The expression for a value of the name; nil where it is to be evaluated as it stands, which says
  /// what is wrong.
  func value(of name: Value, _ meter: inout Meter) -> Value? {
    let before = (meter.operations, meter.bytes, meter.peak)
    do throws(Problem) {
      if let value = try run(name, &meter) { return value }
    } catch {}
    (meter.operations, meter.bytes, meter.peak) = before
    return nil
  }

  private func run(_ name: Value, _ meter: inout Meter) throws(Problem) -> Value? {
    var value = name
    var size = 0.0
    try meter.spend(operations: Meter.perNode)
    for function in functions {
      let held = meter.bytes
      try meter.spend(operations: Meter.perNode)
      try meter.spend(operations: Meter.perCall)
      guard let result = try function(value, &meter) else { return nil }
      value = result
      let new = value.extent.bytes
      try meter.settle(held - size + new)
      size = new
    }
    return value
  }
}
