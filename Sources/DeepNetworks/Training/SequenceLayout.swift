/// Where everything of a batch's passes through time lies in one array of doubles.
///
/// States, sums and values are step by step samples × width, row-major, so that all steps of one gate are the
/// rows of one product.
struct SequenceLayout: Sendable {
  let count: Int
  /// h[0] … h[T], end to end.
  private(set) var h = 0
  /// c[0] … c[T] of an lstm.
  private(set) var c = 0
  /// What is seen of the memory, tanh(c[1]) … tanh(c[T]); of a gru 1 − u of each step.
  private(set) var seen = 0
  /// What gates are multiplied with, (h[t−1], x[t]) of each step: samples × (width + inputs).
  private(set) var source = 0
  /// The same of gru's candidate, whose states are r · h[t−1].
  private(set) var resetSource = 0
  /// Sums and values of each gate, of steps 1…T.
  private(set) var sums: [Int] = []
  private(set) var values: [Int] = []
  /// dJ/ds of each gate, of steps 1…T.
  private(set) var slopes: [Int] = []
  /// dJ/dh and dJ/dc of the step that is gone back through.
  private(set) var dH = 0
  private(set) var dC = 0
  /// Room for products: samples × width each.
  private(set) var scratch: [Int] = []
  /// ŷ and dJ/dŷ where V makes them.
  private(set) var output = 0
  private(set) var dOutput = 0
  /// Transposed tensors.
  private(set) var transposed: [Int] = []
  private(set) var places: [GradientPlace] = []
  private(set) var size = 0
  /// Steps to go through without a look at the checkpoint: 2^25 operations or a step.
  private(set) var stretches: [ClosedRange<Int>] = []
  /// Rows of dW that are summed in one go, by stretch.
  private(set) var blocks: [[Block]] = []

  struct Block: Sendable {
    let tensor: Int
    let rows: Range<Int>
  }

  init(_ model: SequenceModel, count: Int) {
    self.count = count
    let (steps, state) = (model.steps, model.width * count)
    h = place((steps + 1) * state)
    if model.cell == .lstm { c = place((steps + 1) * state) }
    if model.cell == .lstm || model.cell == .gru { seen = place(steps * state) }
    source = place(steps * model.sourceWidth * count)
    if model.cell == .gru { resetSource = place(steps * model.sourceWidth * count) }
    for _ in 0..<model.gates {
      sums.append(place(steps * state))
      values.append(place(steps * state))
      slopes.append(place(steps * state))
    }
    dH = place(state)
    dC = place(state)
    for _ in 0..<3 { scratch.append(place(state)) }
    output = model.hasReadout ? place(model.outputWidth * count) : h + steps * state
    dOutput = model.hasReadout ? place(model.outputWidth * count) : dH
    for weights in model.weights { transposed.append(place(weights.count)) }
    for (weights, biases) in zip(model.weights, model.biases) {
      let (dW, dB) = (place(weights.count), place(biases.count))
      places.append(
        GradientPlace(dW: dW..<dW + weights.count, dB: dB..<dB + biases.count)
      )
    }
    divide(model)
  }

  private mutating func divide(_ model: SequenceModel) {
    let row = 2 * Double(model.sourceWidth) * Double(count)
    let step = row * Double(model.width) * Double(model.gates)
    let stretch = max(1, Int(0x1p25 / step))
    stretches = stride(from: 1, through: model.steps, by: stretch).map {
      $0...min($0 + stretch - 1, model.steps)
    }
    var (operations, blocks) = (0.0, [Block]())
    for tensor in model.weights.indices {
      let ofRow = tensor < model.gates ? row * Double(model.taken) : row
      let size = min(max(Int(0x1p25 / ofRow), 1), 64)
      for first in stride(from: 0, to: model.rows(tensor), by: size) {
        let rows = first..<min(first + size, model.rows(tensor))
        blocks.append(Block(tensor: tensor, rows: rows))
        operations += Double(rows.count) * ofRow
        guard operations >= 0x1p25 else { continue }
        self.blocks.append(blocks)
        (operations, blocks) = (0, [])
      }
    }
    if !blocks.isEmpty { self.blocks.append(blocks) }
  }

  /// The next place for so many doubles, at a multiple of 8.
  private mutating func place(_ count: Int) -> Int {
    defer { size += (count + 7) / 8 * 8 }
    return size
  }
}
