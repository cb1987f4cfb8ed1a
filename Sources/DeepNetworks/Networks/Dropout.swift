import CKernels

/// Which units are dropped: one of a layer whose uniform is at most p.
///
/// The uniforms are those of a seed and the layer, row by row of the samples of one step after another.
struct Dropout: Sendable, Hashable {
  let share: Extended
  let seed: UInt64

  /// 1/(1 − p), by which the others grow, so that the mean stays.
  var scale: Extended { .one / (.one - share) }

  /// Of a row of a layer, 1/(1 − p) where a unit is kept and 0 where it is dropped.
  func factors(layer: Int, width: Int, row: Int) -> Vector {
    var uniforms = [Double](repeating: 0, count: width)
    Dropout.fill(&uniforms, seed, layer, first: row * width, count: width)
    let share = share.double
    return Vector(uniforms.map { $0 <= share ? .zero : scale })
  }

  /// Writes the uniforms of a layer from one on.
  static func fill(
    _ out: UnsafeMutablePointer<Double>,
    _ seed: UInt64,
    _ layer: Int,
    first: Int,
    count: Int
  ) {
    let kind = Random.Kind.dropout.rawValue
    fk_uniforms(seed, UInt32(clamping: layer), kind, UInt64(first), out, count)
  }
}

extension Network {
  /// Whether training drops units.
  package var dropsUnits: Bool { depth > 1 && !structure.dropout.isZero }

  /// The same of all layers, by layer.
  func drops(by seed: UInt64?, sample: Int) -> [Int: Vector] {
    guard seed != nil, dropsUnits else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: (1..<depth).compactMap { layer in
        dropFactors(layer, seed, sample: sample).map { (layer, $0) }
      }
    )
  }

  /// What each unit of a hidden layer is multiplied by for a sample; nil where nothing is dropped.
  func dropFactors(_ layer: Int, _ seed: UInt64?, sample: Int) -> Vector? {
    guard let seed, dropsUnits, layer < depth else { return nil }
    return Dropout(share: structure.dropout, seed: seed)
      .factors(layer: layer, width: width(of: layer), row: sample)
  }
}

extension Vector {
  /// Each entry times that of another vector, all bits of both kept as far as they go.
  func times(each factors: Vector) -> Vector {
    Vector(zip(elements, factors.elements).map { $1.isZero ? .zero : $0 * $1 })
  }
}
