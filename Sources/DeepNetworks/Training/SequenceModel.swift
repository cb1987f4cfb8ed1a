/// A recurrent network's matrices as plain doubles, for training.
///
/// An input of a sample is x[1] … x[T] end to end. Doubles overflow, so what diverges is seen to diverge.
struct SequenceModel: TrainableModel {
  let cell: RecurrentCell
  /// T.
  let steps: Int
  /// Entries of a state.
  let width: Int
  /// Entries of an input of one step.
  let inputs: Int
  let outputWidth: Int
  /// Whether V makes the output of the last state.
  let hasReadout: Bool
  /// How many of the last steps are gone back through.
  let taken: Int
  /// W and U of each gate side by side, width × (width + inputs); V behind them.
  var weights: [[Double]]
  /// b of each gate, and that of the output; empty where there is none.
  var biases: [[Double]]

  /// *Throws*: `.tooMuchMemory`.
  init(_ network: RecurrentNetwork, truncation: Int?, learnsBiases: Bool) throws(NetworkError) {
    try network.checkMemory(Cost(operations: 0, bytes: 40 * network.weightCount))
    cell = network.cell
    steps = network.steps
    width = network.width
    inputs = network.inputs
    outputWidth = network.outputs
    hasReadout = network.readout != nil
    taken = min(max(truncation ?? network.steps, 1), network.steps)
    weights = network.layers.map { layer in
      let (w, u) = (layer.weights.dense, layer.inputWeights?.dense)
      return (0..<w.rows).flatMap { w.row($0).doubles + (u?.row($0).doubles ?? []) }
    }
    biases = network.layers.map { $0.bias?.doubles ?? [] }
    if let readout = network.readout {
      weights.append(readout.weights.dense.entries.doubles)
      biases.append(readout.bias?.doubles ?? [])
    }
    guard learnsBiases else { return }
    for index in biases.indices where biases[index].isEmpty {
      biases[index] = Array(repeating: 0, count: rows(index))
    }
  }

  /// Rows of a tensor.
  func rows(_ index: Int) -> Int { index < gates ? width : outputWidth }

  /// How many gates a step has.
  var gates: Int { cell.gates.count }

  /// Entries of what a gate's matrix is multiplied with: a state and an input.
  var sourceWidth: Int { width + inputs }

  var inputWidth: Int { steps * max(inputs, 1) }

  var dropsUnits: Bool { false }

  mutating func take(_ other: SequenceModel) { takeTensors(other) }

  /// The network with these weights.
  func trained() throws -> TrainingRun.Trained {
    func vector(_ index: Int) -> Vector? { biases[index].isEmpty ? nil : Vector(biases[index]) }
    func matrix(_ index: Int, _ columns: Range<Int>, of all: Int) -> Matrix {
      let values = (0..<rows(index)).flatMap { row in
        weights[index][row * all + columns.lowerBound..<row * all + columns.upperBound]
      }
      return .dense(DenseMatrix(unchecked: rows(index), columns.count, values, exponent: 0))
    }
    let layers = (0..<gates).map { index in
      RecurrentNetwork.Layer(
        weights: matrix(index, 0..<width, of: sourceWidth),
        inputWeights: inputs == 0 ? nil : matrix(index, width..<sourceWidth, of: sourceWidth),
        bias: vector(index)
      )
    }
    let readout =
      hasReadout
      ? RecurrentNetwork.Readout(
        weights: matrix(gates, 0..<width, of: width),
        bias: vector(gates)
      ) : nil
    return .recurrent(
      try RecurrentNetwork(cell: cell, steps: steps, layers: layers, readout: readout)
    )
  }

  /// Multiplications and additions of one forward and backward pass of a batch.
  func operations(batch: Int) -> Double {
    let products = 6 * Double(width) * Double(sourceWidth)
    let curves = (0..<gates).reduce(0.0) { sum, index in
      let curve = cell.activation(of: cell.gates[index]).operations
      return sum + products + Double(width) * (20 + 2 * curve)
    }
    return Double(batch) * (Double(steps) * curves + 6 * Double(width) * Double(outputWidth))
  }
}

extension RecurrentNetwork {
  /// Numbers in its matrices.
  var weightCount: Double {
    let ofGates = Double(layers.count) * Double(width + inputs)
    return Double(width) * (ofGates + (readout == nil ? 0 : Double(outputs)))
  }
}
