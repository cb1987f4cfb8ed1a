import CKernels

/// A network's weights as plain doubles, for batches and for training.
///
/// Doubles overflow, so what diverges is seen to diverge. Batches are samples × width, row-major.
struct Model: Sendable {
  /// Widths of layers 0…L.
  let widths: [Int]
  /// Layer 1 first: fan-out × fan-in, row-major.
  var weights: [[Double]]
  /// Layer 1 first; empty where there is none.
  var biases: [[Double]]
  let activations: [Activation]
  let structure: Structure
  let mistake: Mistake?

  var depth: Int { weights.count }

  /// *Throws*: `.tooMuchMemory`, what `checkpoint` throws.
  init(_ network: Network, checkpoint: (Double) throws -> Void) throws {
    let widths = (0...network.depth).map { network.width(of: $0) }
    let entries = (1...network.depth).reduce(0.0) {
      $0 + Double(widths[$1]) * Double(widths[$1 - 1])
    }
    try network.checkMemory(Cost(operations: 0, bytes: 40 * entries))
    var (weights, biases): ([[Double]], [[Double]]) = ([], [])
    for layer in 1...network.depth {
      let share = Double(layer - 1) / Double(network.depth)
      let matrix = try network.weights(layer) { _ in try checkpoint(share) }
      weights.append(matrix.dense.entries.doubles)
      biases.append(network.bias(layer)?.doubles ?? [])
    }
    self.widths = widths
    self.weights = weights
    self.biases = biases
    activations = (1...network.depth).map { network.activation(of: $0) }
    structure = network.structure
    mistake = network.mistake
  }

  /// The network with these weights.
  func network() throws(NetworkError) -> Network {
    var matrices: [Matrix] = []
    for layer in 1...depth {
      matrices.append(
        .dense(
          try DenseMatrix(
            rows: widths[layer],
            columns: widths[layer - 1],
            values: weights[layer - 1]
          )
        )
      )
    }
    let vectors = biases.map { $0.isEmpty ? nil : Vector($0) }
    var network = try Network(weights: matrices, biases: vectors).activated(by: activations)
      .structured(structure)
    network.mistake = mistake
    return network
  }

  /// Rounds weights and biases to a format.
  mutating func round(to format: NumberFormat) {
    for index in weights.indices {
      format.round(&weights[index])
      format.round(&biases[index])
    }
  }

  /// Takes the weights and biases of a model of the same shapes into the memory that it has.
  mutating func take(_ other: Model) {
    func copy(_ from: [Double], _ to: inout [Double]) {
      to.withUnsafeMutableBufferPointer { to in
        from.withUnsafeBufferPointer { from in
          if let base = from.baseAddress { to.baseAddress?.update(from: base, count: from.count) }
        }
      }
    }
    for index in weights.indices {
      copy(other.weights[index], &weights[index])
      copy(other.biases[index], &biases[index])
    }
  }

  func residualScale(of layer: Int) -> Double? {
    widths[layer] == widths[layer - 1] ? structure.residualScale?.double : nil
  }

  /// Whether the backward pass of a layer has this mistake.
  func has(_ kind: Mistake.Kind, _ layer: Int) -> Bool {
    mistake?.layer == layer && mistake?.kind == kind
  }

  func normEpsilon(of layer: Int) -> Double? {
    layer < depth ? structure.normEpsilon : nil
  }

  /// Multiplications and additions of one forward and backward pass of a batch.
  func operations(batch: Int) -> Double {
    (1...depth).reduce(0.0) { sum, layer in
      let width = Double(widths[layer])
      let products = 6 * width * Double(widths[layer - 1])
      return sum + Double(batch) * (products + width * (20 + 2 * activations[layer - 1].operations))
    }
  }
}
