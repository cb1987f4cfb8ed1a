extension Network {
  /// What `forward` takes: products, biases, activations, drawing, and what it holds.
  package var forwardCost: Cost {
    total { layer in
      let width = Double(width(of: layer))
      let activations = width * (curve(layer) + Network.perEntry)
      return Cost(
        operations: product(layer) + drawing(layer) + activations + bookkeeping(layer),
        bytes: 2 * (Network.perVector + 16 * width)
      )
    } + Cost(operations: 0, bytes: drawnBytes)
  }

  /// What `backward` takes, beyond the forward pass that it needs first.
  package var backwardCost: Cost {
    total { layer in
      let width = Double(width(of: layer))
      let derivatives = width * (curve(layer) + Network.perEntry)
      return Cost(
        operations: product(layer) + drawing(layer) + derivatives + bookkeeping(layer),
        bytes: 2 * (Network.perVector + 16 * width)
      )
    } + Cost(operations: 0, bytes: drawnBytes)
  }

  /// What it takes to draw all weights and to keep them.
  package var drawingCost: Cost {
    total { layer in
      let entries = Double(width(of: layer)) * Double(width(of: layer - 1))
      return Cost(operations: drawing(layer), bytes: 8 * entries)
    }
  }

  /// The largest of the matrices that are drawn one after the other, each let go before the next;
  /// an orthogonal one is made in room of its own.
  private var drawnBytes: Double {
    guard case .drawn(let initialization, _) = weightSource else { return 0 }
    let layers: ClosedRange<Int>
    if case .equal = widths, depth > 3 { layers = depth - 1...depth } else { layers = 1...depth }
    let largest = layers.reduce(Double(width(of: 1)) * Double(inputWidth)) {
      max($0, Double(width(of: $1)) * Double(width(of: $1 - 1)))
    }
    let isOrthogonal = if case .orthogonal = initialization { true } else { false }
    return (isOrthogonal ? 24 : 8) * largest
  }

  /// What g or g′ of one entry takes.
  private func curve(_ layer: Int) -> Double {
    let activation = activation(of: layer)
    return isPrecise(layer) ? activation.preciseOperations : activation.operations
  }

  /// Operations of a layer besides its entries: allocations, calls of kernels, a generator's start.
  private func bookkeeping(_ layer: Int) -> Double {
    let product =
      switch structure(layer) {
      case .scaledIdentity: 200.0
      case .outer, .dense: 2500.0
      }
    let isDrawn = if case .drawn = weightSource { true } else { false }
    let isCurve = activation(of: layer).slopeBelowZero == nil
    return product + (isDrawn ? 6000 : 0) + (isCurve ? 2500 : 0)
  }

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
    case .dense:
      let isDrawn = if case .drawn = weightSource { true } else { false }
      let isSmall = inputs * outputs <= Double(PreciseChain.mostEntries)
      let isPrecise = isSmall && !isDrawn
      return (isPrecise ? 50 : 2) * inputs * outputs
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
