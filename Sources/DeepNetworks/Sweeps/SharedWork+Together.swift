extension SharedWork.Pass {
  /// Whether the networks' weights are the same but for a factor.
  package func differsByFactor(from other: SharedWork.Pass) -> Bool {
    guard let draws = SharedPass.Draws(network) else { return false }
    return draws == SharedPass.Draws(other.network)
  }
}

extension SharedWork {
  /// So many passes go through a layer one after the other, while its weights are in the second cache.
  private static let together = 16
  /// Weights of fewer bytes than this stay there from layer to layer.
  private static let leastBytes = 0x1p18

  /// Walks passes whose weights differ by a factor layer by layer, all of them through one before any
  /// goes to the next, and keeps ŷ of each.
  ///
  /// Each layer is that of `output` to the last bit. What fails is left to be asked for.
  /// *Throws*: what `checkpoint` throws.
  package func walkTogether(
    _ passes: [Pass],
    threads: Int,
    checkpoint: (Double) throws -> Void
  ) throws {
    guard let first = passes.first?.network, let draws = SharedPass.Draws(first),
      first.drawingCost.bytes >= Self.leastBytes
    else { return }
    let alike = passes.filter { pass in
      SharedPass.Draws(pass.network) == draws
        && pass.network.forwardCost.bytes <= Engine.memoryLimit
    }
    // As many parts for each thread as for any other, of one size.
    let round = threads * Self.together
    let parts = min(alike.count, (alike.count + round - 1) / round * threads)
    let outputs = try Parallel.map(parts, threads: threads, checkpoint: checkpoint) {
      part,
      checkpoint in
      let range = part * alike.count / parts..<(part + 1) * alike.count / parts
      return try self.outputs(alike[range], checkpoint)
    }
    for (pass, output) in zip(alike, outputs.joined()) {
      if let output { keep(output, of: pass) }
    }
  }

  private func outputs(
    _ passes: ArraySlice<Pass>,
    _ checkpoint: (Double) throws -> Void
  ) throws -> [Vector?] {
    let networks = passes.map { $0.network.sharing(self) }
    var last = passes.map { Vector?.some($0.x) }
    let depth = networks.map(\.depth).max() ?? 0
    let isPlain = networks.allSatisfy(\.isPlainDraw)
    var pace = Pace(layers: depth, operations: 0x1p20 * Double(depth))
    for layer in 1...max(1, depth) {
      let walking = networks.indices.filter { layer <= networks[$0].depth && last[$0] != nil }
      if isPlain {
        try step(networks, walking, layer, &last, checkpoint)
        try pace.step(layer, checkpoint)
        continue
      }
      for index in walking {
        guard let below = last[index] else { continue }
        do {
          let begun = Network.Layers(a: [below])
          let layers = try networks[index].layers(
            layer...layer,
            after: begun,
            &pace,
            checkpoint: checkpoint
          )
          last[index] = layers.a[0]
        } catch is NetworkError {
          last[index] = nil
        }
      }
    }
    return last
  }

  /// Takes plain networks that are multiples of one draw through a layer; nil what leaves the range.
  private func step(
    _ networks: [Network],
    _ walking: [Int],
    _ layer: Int,
    _ last: inout [Vector?],
    _ checkpoint: (Double) throws -> Void
  ) throws {
    let draws = walking.compactMap { networks[$0].draw(of: layer) }
    guard let key = draws.first?.key else { return }
    let unit = try draw(key) { _ in try checkpoint(Double(layer - 1) / Double(networks[0].depth)) }
    let sums = ScaledDraw.times(unit, draws.map(\.factor), walking.compactMap { last[$0] })
    for (index, sum) in zip(walking, sums) {
      last[index] = try? networks[index].plainValue(of: sum, layer: layer)
    }
  }
}
