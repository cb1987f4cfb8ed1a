/// Where everything of a batch's passes lies in one array of doubles.
///
/// A, Z and G are samples × width, row-major; W is fan-out × fan-in.
struct BatchLayout: Sendable {
  let count: Int
  /// A[0] … A[L].
  private(set) var a: [Int] = []
  /// Z[1] … Z[L], layer 1 first.
  private(set) var z: [Int] = []
  /// What W is applied to where it is not A of the layer before, layer 1 first.
  private(set) var v: [Int] = []
  /// dJ/dA[0] … dJ/dA[L], of which the pass upwards makes dJ/dU.
  private(set) var g: [Int] = []
  /// 1/√(var + ε) of each sample, layer 1 first, where a layer has a norm.
  private(set) var inverses: [Int] = []
  /// Mean, variance and 1/√(var + ε) of each unit, layer 1 first, where a layer has a batch norm.
  private(set) var statistics: [Int] = []
  /// What each unit of each sample is multiplied by, layer 1 first, where units are dropped.
  private(set) var factors: [Int] = []
  /// Wᵀ, layer 1 first.
  private(set) var transposed: [Int] = []
  /// dW, layer 1 first.
  private(set) var dW: [Int] = []
  /// db, layer 1 first.
  private(set) var dB: [Int] = []
  /// g′ of a layer, or dJ/dA past a block that is gone through: samples × the widest layer.
  private var scratch: [Int] = []
  private let widest: Int
  private(set) var size = 0
  /// Layers to go through without a look at the checkpoint: 2^25 operations or a layer.
  private(set) var stretches: [ClosedRange<Int>] = []
  /// Rows of dW that are summed in one go, by stretch.
  private(set) var blocks: [[Block]] = []

  struct Block: Sendable {
    let layer: Int
    let rows: Range<Int>
  }

  init(_ model: Model, count: Int) {
    self.count = count
    widest = model.widths.max() ?? 0
    for width in model.widths { a.append(place(width * count)) }
    for width in model.widths.dropFirst() { z.append(place(width * count)) }
    for width in model.widths { g.append(place(width * count)) }
    for layer in 1...model.depth {
      factors.append(place(model.drops(layer) ? model.widths[layer] * count : 0))
      let hasEntryNorm = model.entryEpsilon(of: layer) != nil
      v.append(place(hasEntryNorm ? model.widths[layer - 1] * count : 0))
      let hasNorm = model.normEpsilon(of: layer) != nil || model.exitEpsilon(of: layer) != nil
      inverses.append(place(hasNorm || hasEntryNorm ? count : 0))
      statistics.append(place(model.batchEpsilon(of: layer) == nil ? 0 : 3 * model.widths[layer]))
      transposed.append(place(model.weights[layer - 1].count))
    }
    for weights in model.weights { dW.append(place(weights.count)) }
    for biases in model.biases { dB.append(place(biases.count)) }
    for _ in 0..<2 { scratch.append(place(widest * count)) }
    divide(model)
  }

  private mutating func divide(_ model: Model) {
    var (first, operations) = (1, 0.0)
    var blocks: [Block] = []
    for layer in 1...model.depth {
      let (n, m) = (model.widths[layer - 1], model.widths[layer])
      operations += 2 * Double(n) * Double(m) * Double(count)
      for row in stride(from: 0, to: m, by: 64) {
        blocks.append(Block(layer: layer, rows: row..<min(row + 64, m)))
      }
      if operations >= 0x1p25 || layer == model.depth {
        stretches.append(first...layer)
        self.blocks.append(blocks)
        (first, operations, blocks) = (layer + 1, 0, [])
      }
    }
  }

  /// Units that a thread norms in one go.
  func units(_ width: Int) -> [Range<Int>] {
    stride(from: 0, to: width, by: 64).map { $0..<min($0 + 64, width) }
  }

  /// Where one of the two scratch arrays has room for samples from this one on.
  ///
  /// The same for all layers, as threads are not at the same one.
  func scratch(_ index: Int, from sample: Int) -> Int { scratch[index] + sample * widest }

  /// The next place for so many doubles, at a multiple of 8.
  private mutating func place(_ count: Int) -> Int {
    defer { size += (count + 7) / 8 * 8 }
    return size
  }
}
