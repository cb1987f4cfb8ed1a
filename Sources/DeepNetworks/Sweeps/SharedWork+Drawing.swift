extension SharedWork {
  /// Makes the draws of a network on several threads, where that is worth it and they will be kept.
  ///
  /// *Throws*: what `checkpoint` throws.
  package func drawAhead(
    of network: Network,
    threads: Int,
    checkpoint: (Double) throws -> Void
  ) throws {
    guard threads > 1, let last = network.draw(of: network.depth)?.key else { return }
    let cost = network.drawingCost
    guard cost.operations >= Self.worthThreads, cost.bytes <= Double(SharedWork.firstBytes),
      // Layers are drawn in order.
      isNew(last)
    else { return }
    let keys = (1...network.depth).compactMap { network.draw(of: $0)?.key }
    _ = try Parallel.map(keys.count, threads: threads) { _ in
      try checkpoint(0)
    } body: { index, checkpoint in
      _ = try self.draw(keys[index], checkpoint: checkpoint)
    }
  }

  /// Draws of less than a millisecond are made before threads have begun.
  private static let worthThreads = 1e7
}
