import CKernels

/// A random matrix before its factor.
struct UnitDraw: Sendable {
  /// Which matrix: its entries are a function of this alone.
  struct Key: Sendable, Hashable {
    let shape: Initialization.Shape
    let seed: UInt64
    let layer: UInt32
    let rows: Int
    let columns: Int
    var kind = Random.Kind.weights

    /// What its entries take.
    var bytes: Int { 8 * rows * columns }

    func hash(into hasher: inout Hasher) {
      hasher.combine(seed)
      hasher.combine(layer)
    }
  }

  let rows: Int
  let columns: Int
  /// Row by row.
  let entries: [Double]
  /// The largest magnitude among them.
  let largest: Double
  /// Whether none but 0 lies so far below the largest that it needs an exponent of its own.
  let isEven: Bool

  /// Draws it; `checkpoint` is called now and then with the share that is done.
  init(_ key: Key, checkpoint: (Double) throws -> Void) rethrows {
    rows = key.rows
    columns = key.columns
    let source = Random.Source(seed: key.seed, layer: key.layer, kind: key.kind)
    let entries = try key.shape.entries(rows, columns, source, checkpoint: checkpoint)
    self.entries = entries
    largest = fk_maxabs(entries, entries.count)
    switch key.shape {
    // Normals have magnitudes above 2^-50, uniforms are multiples of 2^-52.
    case .normal, .truncatedNormal, .uniform: isEven = true
    case .orthogonal: isEven = !entries.contains { $0 != 0 && $0.magnitude < 0x1p-300 }
    }
  }
}
