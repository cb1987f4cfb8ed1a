/// Which samples make up each step's batch: a new order for each pass through all of them.
struct BatchOrder {
  private let samples: Int
  private let batch: Int
  private let seed: UInt64
  private var epoch = -1
  private var order: [Int] = []

  init(samples: Int, batch: Int, seed: UInt64) {
    self.samples = samples
    self.batch = batch
    self.seed = seed
  }

  /// The batch of a step; the rest of a pass that doesn't fill a batch is left out.
  mutating func batch(_ step: Int) -> ArraySlice<Int> {
    let perEpoch = samples / batch
    if step / perEpoch != epoch {
      epoch = step / perEpoch
      let layer = UInt32(truncatingIfNeeded: epoch)
      order = BatchOrder.permutation(of: samples, seed: seed, layer: layer, kind: .order)
    }
    let first = step % perEpoch * batch
    return order[first..<first + batch]
  }

  /// The numbers 0 … count − 1 in an order of their own: Fisher and Yates, with the tensor's uniforms.
  static func permutation(
    of count: Int,
    seed: UInt64,
    layer: UInt32,
    kind: Random.Kind
  ) -> [Int] {
    var order = Array(0..<count)
    let uniforms = Random.Source(seed: seed, layer: layer, kind: kind).uniforms(count)
    for i in stride(from: count - 1, to: 0, by: -1) {
      // u in (0, 1]: ⌈u (i + 1)⌉ − 1 in 0 … i.
      order.swapAt(i, min(Int((uniforms[i] * Double(i + 1)).rounded(.up)) - 1, i))
    }
    return order
  }
}
