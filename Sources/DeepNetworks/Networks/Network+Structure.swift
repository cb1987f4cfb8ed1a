extension Network {
  /// The same network with a structure.
  ///
  /// *Throws*: `.parameter` for a scale that is not finite, or an ε that is not or is below 0;
  /// `.block`, `.blockRest` where blocks do not fill the layers; `.normWithoutSkip`; `.dropout`.
  package func structured(_ structure: Structure) throws(NetworkError) -> Network {
    if let scale = structure.residualScale, !scale.isFinite {
      throw .parameter(.residualScale, value: scale.double)
    }
    if let epsilon = structure.norm?.epsilon, !(epsilon.isFinite && epsilon >= 0) {
      throw .parameter(.normEpsilon, value: epsilon)
    }
    guard structure.block >= 1 else { throw .block(structure.block) }
    if structure.residualScale == nil, structure.norm?.isInside == false { throw .normWithoutSkip }
    guard structure.dropout.isFinite, !structure.dropout.isNegative, structure.dropout < .one
    else { throw .dropout(structure.dropout.double) }
    let network = shaped(structure)
    if let layer = network.leftOver {
      throw .blockRest(block: structure.block, layer: layer, fitting: network.fittingDepths)
    }
    return network
  }

  /// The same with layers that blocks leave over, as at the end of a network's first layers.
  func shaped(_ structure: Structure) -> Network {
    var network = self
    network.structure = structure
    network.skipEnds = []
    guard case .listed(let widths) = widths, structure.residualScale != nil, structure.block > 1
    else { return network }
    network.skipEnds = Array(repeating: false, count: depth + 1)
    var layer = 1
    while layer <= depth {
      let end = layer + structure.block - 1
      let isBlock = end <= depth && widths[end] == widths[layer - 1]
      if isBlock { network.skipEnds[end] = true }
      layer = isBlock ? end + 1 : layer + 1
    }
    return network
  }

  /// The first layer in no block that keeps its width; nil where there is none.
  private var leftOver: Int? {
    guard structure.residualScale != nil, structure.block > 1 else { return nil }
    if case .equal = widths {
      let rest = layersOfOneWidth % structure.block
      return rest == 0 ? nil : layersOfOneWidth - rest + 1
    }
    var end = 0
    for layer in 1...depth {
      if skipEnd(from: layer - 1) != nil { end = layer - 1 + structure.block }
      if layer > end, width(of: layer) == width(of: layer - 1) { return layer }
    }
    return nil
  }

  /// The depths next to its own that blocks fill; none where its widths are listed.
  private var fittingDepths: [Int] {
    guard case .equal = widths else { return [] }
    let less = depth - layersOfOneWidth % structure.block
    return [less, less + structure.block].filter { $0 > depth - layersOfOneWidth }
  }

  /// How many layers from the first on keep the width, of one for all but perhaps the last.
  private var layersOfOneWidth: Int {
    width(of: depth) == inputWidth ? depth : depth - 1
  }

  /// The layer whose a is added in a layer, past a block that ends there.
  package func skipStart(of layer: Int) -> Int? {
    guard structure.residualScale != nil, 1...depth ~= layer else { return nil }
    let block = structure.block
    guard block > 1 else { return width(of: layer) == width(of: layer - 1) ? layer - 1 : nil }
    switch widths {
    case .equal(let width, let last):
      return layer % block == 0 && (layer < depth || last == width) ? layer - block : nil
    case .listed: return skipEnds[layer] ? layer - block : nil
    }
  }

  /// The layer at whose end a[layer] is added.
  func skipEnd(from layer: Int) -> Int? {
    let end = layer + structure.block
    return skipStart(of: end) == nil ? nil : end
  }

  /// α of a layer in which a skip ends.
  func residualScale(of layer: Int) -> Extended? {
    skipStart(of: layer) == nil ? nil : structure.residualScale
  }

  /// The norm before g of a layer that has one, for one sample.
  func norm(of layer: Int) -> InnerNorm? {
    guard layer < depth else { return nil }
    switch structure.norm {
    case .layer(let epsilon, .inside): return .layer(LayerNorm(epsilon: epsilon))
    case .batch(let epsilon, let running?):
      return .running(
        means: running.means[layer - 1],
        variances: running.variances[layer - 1],
        epsilon: epsilon
      )
    case nil, .layer(_, .before), .layer(_, .after), .batch(_, nil): return nil
    }
  }

  /// *Throws*: `.batchNormOfOne` where one sample has no statistics.
  func checkSingle() throws(NetworkError) {
    if case .batch(_, nil) = structure.norm, depth > 1 { throw .batchNormOfOne }
  }

  /// Whether a norm stands before W of a layer.
  package func hasEntryNorm(_ layer: Int) -> Bool { entryNorm(of: layer) != nil }

  /// Whether a norm stands after the addition in a layer.
  package func hasExitNorm(_ layer: Int) -> Bool { exitNorm(of: layer) != nil }

  /// The norm before W of a layer with which a block begins.
  func entryNorm(of layer: Int) -> LayerNorm? {
    guard case .layer(let epsilon, .before) = structure.norm, skipEnd(from: layer - 1) != nil
    else { return nil }
    return LayerNorm(epsilon: epsilon)
  }

  /// The norm after the addition of a layer with which a block ends.
  func exitNorm(of layer: Int) -> LayerNorm? {
    guard case .layer(let epsilon, .after) = structure.norm, layer < depth,
      skipStart(of: layer) != nil
    else { return nil }
    return LayerNorm(epsilon: epsilon)
  }
}

extension Network {
  /// What W[layer] is applied to, for a[layer − 1].
  func entering(_ layer: Int, _ a: Vector) -> Vector {
    guard let norm = entryNorm(of: layer) else { return a }
    return storedAfterNorm(norm.value(a), layer)
  }

  /// a[layer] from u = W a[layer − 1] + b and a at the beginning of a skip that ends there; what
  /// stands before it is appended to the lists.
  func leaving(_ layer: Int, _ u: Vector, past: Vector, _ lists: inout Layers) -> Vector {
    if structure.norm?.isInside == true { lists.u.append(u) }
    let z = norm(of: layer).map { storedAfterNorm($0.value(u), layer) } ?? u
    lists.z.append(z)
    return leaving(layer, z: z, past: past, &lists)
  }

  /// The same from z.
  func leaving(_ layer: Int, z: Vector, past: Vector, _ lists: inout Layers) -> Vector {
    let activation = activation(of: layer)
    var value = isPrecise(layer) ? activation.preciseValue(z) : activation.value(z)
    if let factors = lists.drops[layer] { value = value.times(each: factors) }
    if let scale = residualScale(of: layer) { value = past.adding(value.scaled(by: scale)) }
    guard case .layer(_, .after) = structure.norm else { return value }
    lists.sums.append(value)
    return exitNorm(of: layer).map { storedAfterNorm($0.value(value), layer) } ?? value
  }

  /// What a norm gives has low parts where its layer is precise alone.
  private func storedAfterNorm(_ vector: Vector, _ layer: Int) -> Vector {
    isPrecise(layer) ? vector : vector.rounded
  }

  /// A gradient or tangent through the norm before W[layer].
  func throughEntry(_ v: Vector, _ layer: Int, _ forward: Forward) -> Vector {
    guard let norm = entryNorm(of: layer) else { return v }
    return storedAfterNorm(norm.backpropagated(v, at: forward.a(layer - 1)), layer)
  }

  /// A gradient or tangent through the norm after the addition in a layer.
  func throughExit(_ v: Vector, _ layer: Int, _ forward: Forward) -> Vector {
    guard let norm = exitNorm(of: layer) else { return v }
    return storedAfterNorm(norm.backpropagated(v, at: forward.sum(layer)), layer)
  }

  /// A gradient or tangent times dz/du, which is symmetric.
  func throughNorm(_ v: Vector, _ layer: Int, _ forward: Forward) -> Vector {
    guard let norm = norm(of: layer) else { return v }
    return storedAfterNorm(norm.backpropagated(v, at: forward.u(layer)), layer)
  }

  /// The change of a[layer] from that of u[layer] and of a where a skip begins that ends there.
  func pushed(_ du: Vector, past: Vector, _ layer: Int, _ forward: Forward) -> Vector {
    // dz/du is symmetric, and g′ is diagonal: both pass tangents as they pass gradients.
    var value = throughActivation(throughNorm(du, layer, forward), layer, forward)
    if let factors = forward.drops[layer] { value = value.times(each: factors) }
    if let scale = residualScale(of: layer) { value = past.adding(value.scaled(by: scale)) }
    return throughExit(value, layer, forward)
  }
}
