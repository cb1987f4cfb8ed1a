import DeepNetworks

/// ŷ line by line where layers have skips or norms: there is no one product to write.
struct StructuredDerivation {
  private let network: Network

  init(_ network: Network) {
    self.network = network
  }

  /// The first layers, the last, and what the norm means.
  var lines: [String] {
    let depth = network.depth
    let shown = depth <= 3 ? Array(1...depth) : [1, 2]
    var lines = shown.flatMap(layer)
    if depth > 3 { lines += ["…"] + layer(depth) }
    lines += activations
    if let epsilon = network.structure.normEpsilon, depth > 1 {
      let small = Rendering.number(Extended(epsilon), digits: 6)
      lines.append("norm(u) = (u - mean u)/√(variance of u + \(small))")
    }
    if network.structure.residualScale != nil {
      lines.append("A skip adds what came in: the way back has a path past every W.")
    }
    return lines
  }

  /// What g is.
  private var activations: [String] {
    guard !network.hasMixedActivations else {
      let runs = NetworkText(network).activationRuns
      let lines = runs.prefix(8).map { run in
        let (first, last) = (run.layers.lowerBound, run.layers.upperBound)
        let layers = first == last ? "\(first)" : "\(first)…\(last)"
        return "g[\(layers)](z) = \(NetworkText.formula(run.activation))"
      }
      return lines + (runs.count > 8 ? ["…"] : [])
    }
    let last = network.activation(of: network.depth)
    let lines = ["g(z) = \(NetworkText.formula(network.activation(of: 1)))"]
    guard last != network.activation(of: 1) else { return lines }
    return lines + ["h(z) = \(NetworkText.formula(last)), in the last layer"]
  }

  private func layer(_ layer: Int) -> [String] {
    let depth = network.depth
    let input = layer == 1 ? "x" : "a[\(layer - 1)]"
    let sum = "W[\(layer)] \(input)" + (network.bias(layer) == nil ? "" : " + b[\(layer)]")
    let hasNorm = layer < depth && network.structure.normEpsilon != nil
    let isOther = layer == depth && network.activation(of: depth) != network.activation(of: 1)
    let name = network.hasMixedActivations ? "g[\(layer)]" : isOther ? "h" : "g"
    var value = "\(name)(z[\(layer)])"
    if let scale = network.structure.residualScale,
      network.width(of: layer) == network.width(of: layer - 1)
    {
      value = "\(input) + " + (scale == .one ? "" : "\(Rendering.number(scale)) ") + value
    }
    return [
      "z[\(layer)] = " + (hasNorm ? "norm(\(sum))" : sum),
      "a[\(layer)] = \(value)" + (layer == depth ? " = ŷ" : ""),
    ]
  }
}
