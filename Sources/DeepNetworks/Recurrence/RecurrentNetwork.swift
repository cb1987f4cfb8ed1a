/// A network through time: the same matrices at every step.
///
/// Its W(k), U(k), b(k) of each gate are a `Layer`. What it computes is what a deep network computes
/// whose layers are all one, with an input beside each.
package struct RecurrentNetwork: Sendable, Hashable {
  /// The matrices of one gate.
  struct Layer: Sendable, Hashable {
    /// width × width.
    let weights: Matrix
    /// width × inputs; nil where there are no inputs.
    let inputWeights: Matrix?
    /// The same number in every entry.
    let bias: Extended
  }

  /// A number that is added in every entry of one gate's sum.
  package struct GateBias: Sendable, Hashable {
    let gate: RecurrentCell.Gate
    let value: Extended

    package init(gate: RecurrentCell.Gate, value: Extended) {
      (self.gate, self.value) = (gate, value)
    }
  }

  package let cell: RecurrentCell
  /// T, the number of steps.
  package let steps: Int
  /// One for each of the cell's gates.
  let layers: [Layer]
  /// Whether its matrices were given and are small: it is computed in double-double then.
  let isPrecise: Bool

  /// A network of matrices that were given, one for each gate; `inputWeights` is empty without inputs.
  ///
  /// *Throws*: `.depth` without steps, `.gateCount`, `.notRepeatable` for a matrix that is not square,
  /// `.gateShape` where another gate's is of another shape, `.inputShape`.
  package init(
    cell: RecurrentCell,
    weights: [Matrix],
    inputWeights: [Matrix] = [],
    bias: GateBias? = nil,
    steps: Int
  ) throws(NetworkError) {
    let gates = cell.gates
    for list in [weights] + (inputWeights.isEmpty ? [] : [inputWeights]) {
      guard list.count == gates.count else {
        throw .gateCount(list.count, gates: gates.map(\.rawValue))
      }
    }
    var isPlain = false
    if case .plain = cell { isPlain = true }
    let few = (weights + inputWeights).allSatisfy { $0.rows <= 8 && $0.columns <= 8 }
    try self.init(
      cell: cell,
      steps: steps,
      layers: gates.indices.map { index in
        Layer(
          weights: weights[index],
          inputWeights: inputWeights.isEmpty ? nil : inputWeights[index],
          bias: bias?.gate == gates[index] ? bias?.value ?? .zero : .zero
        )
      },
      isPrecise: isPlain && few
    )
  }

  /// A network of random matrices.
  ///
  /// W of the k-th gate has the entries that layer k of a random `Network` has with this seed; U is a
  /// tensor of its own. `bias` is added in one gate; `inputs` is 0 for a network without.
  ///
  /// *Throws*: as with matrices that were given, and as an initialisation's `matrix`.
  package init(
    initialization: Initialization,
    cell: RecurrentCell,
    width: Int,
    inputs: Int,
    steps: Int,
    bias: GateBias? = nil,
    seed: UInt64,
    checkpoint: (Double) throws -> Void
  ) throws {
    guard inputs >= 0 else { throw NetworkError.width(inputs, layer: 0) }
    guard let bytes = Self.bytes(width, inputs, gates: cell.gates.count) else {
      throw NetworkError.width(width, layer: 1)
    }
    guard bytes <= Engine.memoryLimit else {
      throw NetworkError.tooMuchMemory(bytes: bytes, limit: Engine.memoryLimit)
    }
    let count = Double(cell.gates.count)
    var layers: [Layer] = []
    for (index, gate) in cell.gates.enumerated() {
      func matrix(_ columns: Int, _ kind: Random.Kind) throws -> Matrix {
        try initialization.matrix(
          fanOut: width,
          fanIn: columns,
          seed: seed,
          layer: index + 1,
          kind: kind
        ) { try checkpoint((Double(index) + $0) / count) }
      }
      layers.append(
        Layer(
          weights: try matrix(width, .weights),
          inputWeights: inputs == 0 ? nil : try matrix(inputs, .inputWeights),
          bias: bias?.gate == gate ? bias?.value ?? .zero : .zero
        )
      )
    }
    try self.init(cell: cell, steps: steps, layers: layers, isPrecise: false)
  }

  private init(
    cell: RecurrentCell,
    steps: Int,
    layers: [Layer],
    isPrecise: Bool
  ) throws(NetworkError) {
    guard steps >= 1 else { throw .depth(steps) }
    for layer in layers {
      let shape = layer.weights.shape
      guard layer.weights.isSquare else { throw .notRepeatable(shape) }
      guard shape == layers[0].weights.shape else {
        throw .gateShape(shape, first: layers[0].weights.shape)
      }
      guard let inputs = layer.inputWeights?.shape else { continue }
      guard inputs.rows == shape.rows else { throw .inputShape(inputs, width: shape.rows) }
      if let first = layers[0].inputWeights?.shape, first != inputs {
        throw .gateShape(inputs, first: first)
      }
    }
    self.cell = cell
    self.steps = steps
    self.layers = layers
    self.isPrecise = isPrecise
  }

  /// What the matrices take; nil for a width below 1.
  private static func bytes(_ width: Int, _ inputs: Int, gates: Int) -> Double? {
    guard width >= 1 else { return nil }
    return 8 * Double(gates) * Double(width) * (Double(width) + Double(inputs))
  }
}

extension RecurrentNetwork {
  /// The number of entries of h[t].
  package var width: Int { layers[0].weights.rows }

  /// The number of entries of x[t]; 0 where there are no inputs.
  package var inputs: Int { layers[0].inputWeights?.columns ?? 0 }

  /// W of a gate; nil where the cell has no such gate.
  package func weights(_ gate: RecurrentCell.Gate) -> Matrix? { layer(gate)?.weights }

  /// U of a gate; nil where there are no inputs, or the cell has no such gate.
  package func inputWeights(_ gate: RecurrentCell.Gate) -> Matrix? { layer(gate)?.inputWeights }

  /// Every entry of b of a gate; 0 where there is none.
  package func bias(_ gate: RecurrentCell.Gate) -> Extended { layer(gate)?.bias ?? .zero }

  private func layer(_ gate: RecurrentCell.Gate) -> Layer? {
    cell.gates.firstIndex(of: gate).map { layers[$0] }
  }
}
