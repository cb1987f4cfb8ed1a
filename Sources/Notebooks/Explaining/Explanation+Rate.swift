import DeepNetworks

extension Explanation {
  /// The largest stable rate where a training began; for gradient descent with or without momentum.
  func stableRate(
    _ value: Value,
    _ definition: Definition?,
    _ expression: Expression,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [String] {
    guard case .record(let record) = value,
      ["gradient descent", "momentum"].contains(where: { record.detail.hasPrefix($0) })
    else { return [] }
    let source = definition?.statement.source ?? statement.source
    let body = if case .value(let body)? = definition?.body { body } else { expression }
    guard case .call("train", let arguments)? = body.nodes.last?.kind else { return [] }
    // Biases that training adds and weight decay bend what is made small too, and the network asked
    // about has none.
    guard !arguments.contains(where: { ["biases", "decay"].contains($0.label) }) else { return [] }
    let kept = arguments.enumerated().compactMap { index, argument -> String? in
      let text = source.text(body.nodes[argument.node].range)
      guard let label = argument.label else { return index < 2 ? text : nil }
      return ["net", "task", "loss", "momentum"].contains(label) ? "\(label): \(text)" : nil
    }
    let asked = "largest_stable_rate(\(kept.joined(separator: ", ")))"
    guard case .success(let read)? = Parser.statements(of: asked).first,
      case .expression(let rate) = read.kind
    else { return [] }
    var scope = scope(evaluator)
    let trial = try within(Self.trial, &evaluator) { evaluator throws(Failure) in
      try evaluator.evaluate(rate, of: read.source, in: &scope)
    }
    switch trial {
    case .success(.number(let number)):
      return ["The largest stable rate where it began is \(Self.short(number))."]
    case .tooDear: return ["To find its largest stable rate would be too dear here."]
    case .success, .failed: return []
    }
  }
}
