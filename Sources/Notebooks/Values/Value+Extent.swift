import DeepNetworks

/// How much a value is: the numbers that are stored for it, and the memory that it takes.
struct Extent: Sendable, Hashable {
  var entries: Double
  var bytes: Double

  /// A value besides its entries.
  static let perValue = 96.0

  init(entries: Double, bytes: Double? = nil) {
    self.entries = entries
    self.bytes = Self.perValue + (bytes ?? 8 * entries)
  }
}

extension Value {
  /// Stands in the place of an operand that nothing reads any more.
  static let spent = Value.truth(Truth(holds: false))

  /// Cost: constant but for a list by layer, which is walked.
  var extent: Extent {
    switch self {
    case .vector(let vector): vector.extent
    case .matrix(let matrix): matrix.extent
    case .layers(let list): list.extent
    case .range(let range): Extent(entries: Double(range.count), bytes: 0)
    // Its matrices are counted where they were made.
    case .network(let network): Extent(entries: Double(network.depth))
    case .record(let record): record.extent
    case .number, .truth, .text, .never, .function, .builtIn, .format, .initialization, .loss,
      .document:
      Extent(entries: 1)
    }
  }
}

extension PerLayer {
  /// Layers with one matrix, as the lecture's have, hold it once.
  fileprivate var extent: Extent {
    var sum = Extent(entries: 0)
    var last: Matrix?
    for element in elements {
      let extent = element.extent
      sum.entries += extent.entries
      guard case .matrix(let matrix) = element else {
        sum.bytes += extent.bytes
        continue
      }
      sum.bytes += last == matrix ? Extent.perValue : extent.bytes
      last = matrix
    }
    return sum
  }
}

extension Vector {
  var extent: Extent {
    Extent(entries: Double(hi.count), bytes: 8 * Double(hi.count + lo.count))
  }
}

extension Matrix {
  /// What is stored: one number for a scaled identity, two vectors for an outer product.
  var extent: Extent {
    switch self {
    case .scaledIdentity: Extent(entries: 1)
    case .dense: Extent(entries: entryCount)
    case .outer(let column, let row):
      Extent(
        entries: column.extent.entries + row.extent.entries,
        bytes: column.extent.bytes + row.extent.bytes
      )
    }
  }

  var isScaledIdentity: Bool {
    if case .scaledIdentity = self { true } else { false }
  }

  /// All entries, stored or not.
  var entryCount: Double { Double(rows) * Double(columns) }
}
