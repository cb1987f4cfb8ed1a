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
    /// What is added to its sum; nil where nothing is.
    let bias: Vector?
  }

  /// What makes an output ŷ = V h[T] + b of the last state.
  struct Readout: Sendable, Hashable {
    /// outputs × width.
    let weights: Matrix
    let bias: Vector?
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
  /// Nil where the last state itself is the output.
  let readout: Readout?
  /// Whether its matrices were given and are small: it is computed in double-double then.
  let isPrecise: Bool

  /// A network of matrices that were given, one for each gate; `inputWeights` is empty without inputs.
  ///
  /// `outputWeights` makes an output of the last state. *Throws*: `.depth` without steps, `.gateCount`,
  /// `.notRepeatable` for a matrix that is not square, `.gateShape` where another gate's is of another
  /// shape, `.inputShape`, `.outputShape`.
  package init(
    cell: RecurrentCell,
    weights: [Matrix],
    inputWeights: [Matrix] = [],
    outputWeights: Matrix? = nil,
    bias: GateBias? = nil,
    steps: Int
  ) throws(NetworkError) {
    let gates = cell.gates
    for list in [weights] + (inputWeights.isEmpty ? [] : [inputWeights]) {
      guard list.count == gates.count else {
        throw .gateCount(list.count, gates: gates.map(\.rawValue))
      }
    }
    guard let width = weights.first?.rows else { throw .gateCount(0, gates: gates.map(\.rawValue)) }
    try self.init(
      cell: cell,
      steps: steps,
      layers: gates.indices.map { index in
        Layer(
          weights: weights[index],
          inputWeights: inputWeights.isEmpty ? nil : inputWeights[index],
          bias: bias?.vector(of: gates[index], width)
        )
      },
      readout: outputWeights.map { Readout(weights: $0, bias: nil) }
    )
  }

  /// A network of random matrices.
  ///
  /// W of the k-th gate has the entries that layer k of a random `Network` has with this seed; U is a
  /// tensor of its own, and so is V. `bias` is added in one gate; `inputs` is 0 for a network without,
  /// `outputs` where the last state itself is the output.
  ///
  /// *Throws*: as with matrices that were given, and as an initialisation's `matrix`.
  package init(
    initialization: Initialization,
    cell: RecurrentCell,
    width: Int,
    inputs: Int,
    outputs: Int = 0,
    steps: Int,
    bias: GateBias? = nil,
    seed: UInt64,
    checkpoint: (Double) throws -> Void
  ) throws {
    guard inputs >= 0 else { throw NetworkError.width(inputs, layer: 0) }
    guard outputs >= 0 else { throw NetworkError.width(outputs, layer: steps + 1) }
    guard let bytes = Self.bytes(width, inputs, outputs, gates: cell.gates.count) else {
      throw NetworkError.width(width, layer: 1)
    }
    guard bytes <= Engine.memoryLimit else {
      throw NetworkError.tooMuchMemory(bytes: bytes, limit: Engine.memoryLimit)
    }
    let count = Double(cell.gates.count)
    var layers: [Layer] = []
    func matrix(_ rows: Int, _ columns: Int, _ index: Int, _ kind: Random.Kind) throws -> Matrix {
      try initialization.matrix(
        fanOut: rows,
        fanIn: columns,
        seed: seed,
        layer: index + 1,
        kind: kind
      ) { try checkpoint((Double(index) + $0) / (count + 1)) }
    }
    for (index, gate) in cell.gates.enumerated() {
      layers.append(
        Layer(
          weights: try matrix(width, width, index, .weights),
          inputWeights: inputs == 0 ? nil : try matrix(width, inputs, index, .inputWeights),
          bias: bias?.vector(of: gate, width)
        )
      )
    }
    let outputWeights = outputs == 0 ? nil : try matrix(outputs, width, 0, .outputWeights)
    try self.init(
      cell: cell,
      steps: steps,
      layers: layers,
      readout: outputWeights.map { Readout(weights: $0, bias: nil) },
      isGiven: false
    )
  }

  init(
    cell: RecurrentCell,
    steps: Int,
    layers: [Layer],
    readout: Readout?,
    isGiven: Bool = true
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
    if let shape = readout?.weights.shape, shape.columns != layers[0].weights.rows {
      throw .outputShape(shape, width: layers[0].weights.rows)
    }
    self.cell = cell
    self.steps = steps
    self.layers = layers
    self.readout = readout
    var isPlain = false
    if case .plain = cell { isPlain = true }
    let matrices =
      layers.map(\.weights) + layers.compactMap(\.inputWeights)
      + (readout.map { [$0.weights] } ?? [])
    isPrecise =
      isGiven && isPlain && matrices.allSatisfy { $0.rows <= 8 && $0.columns <= 8 }
  }

  /// What the matrices take; nil for a width below 1.
  private static func bytes(
    _ width: Int,
    _ inputs: Int,
    _ outputs: Int,
    gates: Int
  ) -> Double? {
    guard width >= 1 else { return nil }
    let ofGates = Double(gates) * (Double(width) + Double(inputs))
    return 8 * Double(width) * (ofGates + Double(outputs))
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

  /// b of a gate; nil where nothing is added there.
  package func bias(_ gate: RecurrentCell.Gate) -> Vector? { layer(gate)?.bias }

  /// The number of entries of ŷ.
  package var outputs: Int { readout?.weights.rows ?? width }

  /// V; nil where the last state itself is the output.
  package var outputWeights: Matrix? { readout?.weights }

  /// What is added to V h[T]; nil where nothing is.
  package var outputBias: Vector? { readout?.bias }

  private func layer(_ gate: RecurrentCell.Gate) -> Layer? {
    cell.gates.firstIndex(of: gate).map { layers[$0] }
  }
}

extension RecurrentNetwork.GateBias {
  /// What it adds to the sum of a gate.
  fileprivate func vector(of gate: RecurrentCell.Gate, _ width: Int) -> Vector? {
    guard gate == self.gate, !value.isZero else { return nil }
    return Vector(Array(repeating: value, count: width))
  }
}
