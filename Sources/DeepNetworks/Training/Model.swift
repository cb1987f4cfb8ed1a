import CKernels

/// A network's weights as plain doubles, for batches and for training.
///
/// Doubles overflow, so what diverges is seen to diverge. Batches are samples × width, row-major.
struct Model: TrainableModel {
  /// Widths of layers 0…L.
  let widths: [Int]
  /// Layer 1 first: fan-out × fan-in, row-major.
  var weights: [[Double]]
  /// Layer 1 first; empty where there is none.
  var biases: [[Double]]
  let activations: [Activation]
  let structure: Structure
  /// By layer 0…L the layer whose A is added there, past a block that ends; nil where none does.
  private let skipStarts: [Int?]
  /// By layer 0…L whether a skip begins behind it.
  private let beginsSkip: [Bool]
  let mistake: Mistake?
  /// What batch norms have kept of their batches; nil where there is none.
  private(set) var running: RunningStatistics?

  var depth: Int { weights.count }

  var inputWidth: Int { widths[0] }

  var outputWidth: Int { widths[depth] }

  var dropsUnits: Bool { depth > 1 && !structure.dropout.isZero }

  func trained() throws -> TrainingRun.Trained { .network(try network()) }

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
    let starts = (0...network.depth).map { network.skipStart(of: $0) }
    var begins = starts.map { _ in false }
    for case let start? in starts { begins[start] = true }
    (skipStarts, beginsSkip) = (starts, begins)
    mistake = network.mistake
    if case .batch(_, let kept) = network.structure.norm, network.normsBatches {
      running = kept ?? RunningStatistics(widths: Array(widths[1..<network.depth]))
    }
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
      .structured(structure.keeping(running))
    network.mistake = mistake
    return network
  }

  /// The skip that ends in a layer: where it began, and α.
  func skip(endingIn layer: Int) -> (start: Int, scale: Double)? {
    guard let start = skipStarts[layer], let scale = structure.residualScale else { return nil }
    return (start, scale.double)
  }

  /// Takes the weights and biases of a model of the same shapes, and what its batch norms have kept.
  mutating func take(_ other: Model) {
    takeTensors(other)
    if let kept = other.running { running?.take(kept) }
  }

  /// Whether a skip begins behind a layer.
  func beginsSkip(behind layer: Int) -> Bool { beginsSkip[layer] }

  /// Whether the backward pass of a layer has this mistake.
  func has(_ kind: Mistake.Kind, _ layer: Int) -> Bool {
    mistake?.layer == layer && mistake?.kind == kind
  }

  /// ε of the norm before g of a layer.
  func normEpsilon(of layer: Int) -> Double? {
    guard layer < depth, case .layer(let epsilon, .inside) = structure.norm else { return nil }
    return epsilon
  }

  /// ε of the batch norm before g of a layer.
  func batchEpsilon(of layer: Int) -> Double? {
    guard layer < depth, case .batch(let epsilon, _) = structure.norm else { return nil }
    return epsilon
  }

  /// Whether a layer's samples depend on each other.
  var normsBatches: Bool { depth > 1 && batchEpsilon(of: 1) != nil }

  /// Moves the kept statistics towards those of a batch, by the layers 1…L−1.
  mutating func take(
    count: Int,
    statistics: (Int) -> (means: UnsafePointer<Double>, variances: UnsafePointer<Double>)
  ) {
    running?.take(count: count, statistics: statistics)
  }

  /// Whether steps drop units of a layer.
  func drops(_ layer: Int) -> Bool { layer < depth && !structure.dropout.isZero }

  /// ε of the norm before W of a layer.
  func entryEpsilon(of layer: Int) -> Double? {
    guard beginsSkip[layer - 1], case .layer(let epsilon, .before) = structure.norm
    else { return nil }
    return epsilon
  }

  /// ε of the norm after the addition in a layer.
  func exitEpsilon(of layer: Int) -> Double? {
    guard layer < depth, skipStarts[layer] != nil, case .layer(let epsilon, .after) = structure.norm
    else { return nil }
    return epsilon
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
