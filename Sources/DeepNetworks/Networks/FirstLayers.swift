/// The first layers at which a forward pass in a number format leaves the normal numbers.
package struct FirstLayers: Sendable, Hashable {
  /// An entry of a[l] is subnormal.
  package var subnormal: Int?
  /// All entries of a[l] are zero.
  package var zero: Int?
  /// An entry of a[l] is infinite.
  package var infinite: Int?
  /// An entry of a[l] is nan.
  package var nan: Int?
  /// From here on a[l] = a[l−1], finite and not zero, to the end: rounding holds it in place.
  package var stuck: Int?
}

extension Forward {
  /// Where the activations a[1] … a[L] become subnormal, zero, infinite, nan or stuck; all nil
  /// without a number format.
  package var firstLayers: FirstLayers {
    var first = FirstLayers()
    guard let format else { return first }
    for layer in 1...depth {
      let values = a[layer].doubles
      let isSubnormal = values.contains { $0 != 0 && $0.magnitude < format.smallestNormal }
      if first.subnormal == nil, isSubnormal { first.subnormal = layer }
      if first.zero == nil, a[layer].isZero { first.zero = layer }
      if first.infinite == nil, values.contains(where: \.isInfinite) { first.infinite = layer }
      if first.nan == nil, values.contains(where: \.isNaN) { first.nan = layer }
    }
    first.stuck = stuckLayer
    return first
  }

  private var stuckLayer: Int? {
    guard output.isFinite, !output.isZero else { return nil }
    var first: Int?
    for layer in stride(from: depth, through: 1, by: -1) {
      guard a[layer] == a[layer - 1] else { break }
      first = layer
    }
    return first
  }
}
