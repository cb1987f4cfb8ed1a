extension Network {
  /// What `forward` takes: products, biases, activations, drawing, and what it holds.
  package var forwardCost: Cost {
    total { layer in
      let width = Double(width(of: layer))
      let activations = width * (activation(of: layer).operations + Network.perEntry)
      return Cost(
        operations: product(layer) + drawing(layer) + activations + Network.perLayer,
        bytes: 2 * (Network.perVector + 16 * width)
      )
    }
  }

  /// What `backward` takes, beyond the forward pass that it needs first.
  package var backwardCost: Cost {
    total { layer in
      let width = Double(width(of: layer))
      let derivatives = width * (activation(of: layer).operations + Network.perEntry)
      return Cost(
        operations: product(layer) + drawing(layer) + derivatives + Network.perLayer,
        bytes: 2 * (Network.perVector + 16 * width)
      )
    }
  }

  /// Operations of a layer besides its entries: allocations and bookkeeping.
  private static let perLayer = 200.0
  /// Operations per entry of a vector in double-double.
  private static let perEntry = 20.0
  /// Bytes of a vector besides its entries.
  private static let perVector = 96.0

  /// The sum over all layers; equal layers are counted, not walked.
  private func total(_ cost: (Int) -> Cost) -> Cost {
    guard case .equal = widths, depth > 3 else {
      var sum = Cost.none
      for layer in 1...depth { sum = sum + cost(layer) }
      return sum
    }
    let inner = cost(2)
    let count = Double(depth - 1)
    return Cost(operations: inner.operations * count, bytes: inner.bytes * count) + cost(depth)
  }

  private func product(_ layer: Int) -> Double {
    let inputs = Double(width(of: layer - 1))
    let outputs = Double(width(of: layer))
    switch structure(layer) {
    case .scaledIdentity: return Network.perEntry * outputs
    case .outer: return Network.perEntry * (inputs + outputs)
    case .dense: return 2 * inputs * outputs
    }
  }

  private func drawing(_ layer: Int) -> Double {
    guard case .drawn(let initialization, _) = weightSource else { return 0 }
    return initialization.operations(fanOut: width(of: layer), fanIn: width(of: layer - 1))
  }

  private enum Structure {
    case scaledIdentity, dense, outer
  }

  private func structure(_ layer: Int) -> Structure {
    if case .drawn = weightSource { return .dense }
    switch weights(layer) {
    case .scaledIdentity: return .scaledIdentity
    case .dense: return .dense
    case .outer: return .outer
    }
  }
}
