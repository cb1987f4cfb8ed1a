extension Network {
  /// ŷ of networks that are as this one but for their depth, for depths up to its own.
  ///
  /// The layers that they have in common are walked once, and the last ones, where they are different,
  /// each by itself. The bits are those of `forward` of each.
  ///
  /// *Cost*: `forwardCost`, and `lastCost` for each depth. *Throws*: as `forward`. Nil where networks
  /// of other depths have other layers: with skips, norms, weights from a list, or matrices that are
  /// not square.
  package func outputs(
    ofDepths depths: [Int],
    _ x: Vector,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> [Vector]? {
    guard x.count == inputWidth, depths.allSatisfy({ 1...depth ~= $0 }),
      let (_, common) = WalkKey.of(self, from: x)
    else { return nil }
    if case .repeating(let matrix, _) = weightSource, matrix.rows != matrix.columns { return nil }
    try checkMemory(forwardCost)
    var pace = Pace(layers: depth, operations: forwardCost.operations)
    if let chain = ScaledIdentities(self),
      let outputs = try chain.outputs(ofDepths: depths, x, &pace, checkpoint: checkpoint)
    {
      return outputs
    }
    let begin = Layers(a: [x])
    let all = try layers(1...max(1, common), after: begin, &pace, checkpoint: checkpoint)
    let isLastLike = common == depth
    return try depths.map { depth in
      if isLastLike { return all.a[depth - 1] }
      let network = ofDepth(depth)
      var pace = Pace(layers: depth, operations: lastCost.operations)
      let below = [x] + all.a.prefix(depth - 1)
      let begun = Layers(a: PreciseChain.serves(network) ? below : [below[depth - 1]])
      let last = try network.layers(depth...depth, after: begun, &pace) { _ in try checkpoint(1) }
      return last.a[0]
    }
  }

  /// What the last layer takes by itself.
  package var lastCost: Cost {
    let cost = forwardCost
    guard depth > 1 else { return cost }
    return Cost(operations: cost.operations / Double(depth), bytes: 0)
  }

  /// The same network with fewer layers, of which the last is its last.
  private func ofDepth(_ depth: Int) -> Network {
    let inner = width(of: min(1, self.depth - 1))
    let widths: Widths
    switch weightSource {
    case .repeating: widths = .equal(inner, last: outputWidth)
    case .drawn, .listed:
      let between = Array(repeating: inner, count: depth - 1)
      widths = .listed([inputWidth] + between + [outputWidth])
    }
    return Network(self, widths: widths, depth: depth)
  }
}
