extension RecurrentNetwork {
  /// What `forward` takes: a product for each gate at each step, and what is held of it.
  package var forwardCost: Cost {
    perStep(
      operations: products + entries(Self.forwardWork) + gates * 10_000,
      vectors: 3 * gates + 2
    )
  }

  /// What `backward` takes beyond the forward pass: the products once more, and the sum of dJ/dW.
  package var backwardCost: Cost {
    let matrixEntries = gates * size * (size + Double(inputs))
    return perStep(
      operations: products + entries(Self.backwardWork)
        + (isPrecise ? 60 : 3) * matrixEntries + gates * 8000,
      vectors: 2 * gates + 3
    ) + Cost(operations: 0, bytes: 32 * matrixEntries)
  }

  /// What drawing its matrices takes.
  package static func drawingCost(
    _ initialization: Initialization,
    gates: Int,
    width: Int,
    inputs: Int,
    outputs: Int
  ) -> Cost {
    func drawing(_ rows: Int, _ columns: Int) -> Double {
      rows == 0 || columns == 0 ? 0 : initialization.operations(fanOut: rows, fanIn: columns)
    }
    let ofGates = Double(gates) * (drawing(width, width) + drawing(width, inputs))
    let entries = Double(width) * (Double(gates) * Double(width + inputs) + Double(outputs))
    return Cost(operations: ofGates + drawing(outputs, width), bytes: 8 * entries)
  }

  private var gates: Double { Double(layers.count) }

  private var size: Double { Double(width) }

  /// Multiplications and additions of one step's products.
  private var products: Double {
    layers.reduce(0.0) { total, layer in
      func product(_ matrix: Matrix) -> Double {
        switch matrix {
        case .scaledIdentity: 20 * size
        case .outer: 40 * size
        case .dense: (isPrecise ? 50 : 2) * size * Double(matrix.columns)
        }
      }
      return total + product(layer.weights) + (layer.inputWeights.map(product) ?? 0)
    }
  }

  /// What a step does entry by entry.
  private func entries(_ work: Double) -> Double {
    layers.indices.reduce(0.0) { total, index in
      let activation = cell.activation(of: cell.gates[index])
      let curve = isPrecise ? activation.preciseOperations : activation.operations
      return total + size * (curve + work)
    }
  }

  /// Operations for an entry of a gate: sums and products in double-double.
  private static let forwardWork = 60.0
  private static let backwardWork = 120.0

  private func perStep(operations: Double, vectors: Double) -> Cost {
    let count = Double(steps)
    return Cost(
      operations: count * operations,
      bytes: count * vectors * (96 + 16 * size)
    )
  }
}
