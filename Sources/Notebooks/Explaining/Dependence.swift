/// What some names are made of: the definitions behind them.
struct Dependence {
  /// Each once, the nearest first.
  let reached: [Definition]
  /// Those of them that read no other definition.
  let innermost: [Definition]

  /// Cost: linear.
  init(of names: [String], in definitions: Definitions, without bound: Set<String> = []) {
    var seen = bound
    var found: [Definition] = []
    var queue = names
    var next = 0
    while next < queue.count {
      let name = queue[next]
      next += 1
      guard seen.insert(name).inserted, let definition = definitions[name] else { continue }
      found.append(definition)
      queue += definition.names
    }
    reached = found
    innermost = found.filter { definition in
      definition.isValue && !definition.names.contains { definitions[$0] != nil }
    }
  }
}

extension Definition {
  var isValue: Bool {
    if case .value = body { true } else { false }
  }
}

extension Definitions {
  /// "What changes with s: M, net, y."; nil where nothing reads the name.
  package func readersSentence(of name: String) -> String? {
    let readers = dependents(of: [name])
    let named = order.filter { readers.contains($0) }
    return named.isEmpty ? nil : "What changes with \(name): \(named.joined(separator: ", "))."
  }
}
