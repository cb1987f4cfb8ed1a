/// When to call a checkpoint: about every 2^20 operations.
struct Pace {
  private let layers: Int
  private let interval: Int
  private var next: Int

  init(layers: Int, operations: Double) {
    self.layers = layers
    let layersPerCall = 0x1p20 * Double(layers) / max(operations, 1)
    interval = max(1, Int(min(layersPerCall, 0x1p30)))
    next = interval
  }

  /// Tells that `done` layers are through.
  mutating func step(_ done: Int, _ checkpoint: (Double) throws -> Void) rethrows {
    guard done >= next || done == layers else { return }
    next = done + interval
    try checkpoint(Double(done) / Double(layers))
  }
}
