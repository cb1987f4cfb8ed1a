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
    let first = min(max(network.structure.block, 2), 4)
    let shown = depth <= first + 1 ? Array(1...depth) : Array(1...first)
    var lines = shown.flatMap(layer)
    if depth > first + 1 { lines += ["…"] + layer(depth) }
    lines += activations
    if let epsilon = network.structure.norm?.epsilon, depth > 1 {
      let small = Rendering.number(Extended(epsilon), digits: 6)
      let isOfBatches = if case .batch = network.structure.norm { true } else { false }
      let over = isOfBatches ? ", of each unit over the samples" : ""
      lines.append("norm(u) = (u - mean u)/√(variance of u + \(small))\(over)")
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
    let blocks = network.structure.norm?.isOfBlocks == true
    let entering = network.hasEntryNorm(layer) ? "norm(\(input))" : input
    let sum =
      "W[\(layer)] \(entering)" + (network.bias(layer) == nil ? "" : " + b[\(layer)]")
    let hasNorm = layer < depth && network.structure.norm != nil && !blocks
    let isOther = layer == depth && network.activation(of: depth) != network.activation(of: 1)
    let name = network.hasMixedActivations ? "g[\(layer)]" : isOther ? "h" : "g"
    var value = "\(name)(z[\(layer)])"
    if let scale = network.structure.residualScale, let start = network.skipStart(of: layer) {
      let past = start == 0 ? "x" : "a[\(start)]"
      value = "\(past) + " + (scale == .one ? "" : "\(Rendering.number(scale)) ") + value
    }
    if network.hasExitNorm(layer) { value = "norm(\(value))" }
    return [
      "z[\(layer)] = " + (hasNorm ? "norm(\(sum))" : sum),
      "a[\(layer)] = \(value)" + (layer == depth ? " = ŷ" : ""),
    ]
  }
}
