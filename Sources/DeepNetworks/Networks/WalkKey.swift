/// What the first layers of a pass depend on: the same for networks that differ in depth, or in the
/// last layer, alone.
struct WalkKey: Sendable, Hashable {
  private let weights: Network.Weights
  private let biases: Network.Biases
  private let activation: Activation
  /// The width of the layers from 1 on.
  private let width: Int
  private let x: Vector

  /// The key of a pass, and how many of its layers it is the key of: all, or all but the last.
  ///
  /// Nil where layers differ, or have skips or norms.
  static func of(_ network: Network, from x: Vector) -> (WalkKey, layers: Int)? {
    guard network.structure == .plain, !network.hasMixedActivations,
      let width = network.innerWidth
    else { return nil }
    var isLastLike =
      network.outputWidth == width && network.lastActivation == network.activation
    let weights: Network.Weights
    switch network.weightSource {
    case .listed: return nil
    case .drawn: weights = network.weightSource
    case .repeating(let matrix, let last):
      weights = .repeating(matrix, last: matrix)
      isLastLike = isLastLike && matrix == last
    }
    var biases = network.biasSource
    if case .repeating(let vector, let last) = biases {
      biases = .repeating(vector, last: vector)
      isLastLike = isLastLike && vector == last
    }
    let key = WalkKey(
      weights: weights,
      biases: biases,
      activation: network.activation,
      width: width,
      x: x
    )
    return (key, isLastLike ? network.depth : network.depth - 1)
  }

  /// The numbers that tell most walks apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    hasher.combine(x.count)
    hasher.combine(x.exponent)
    if let first = x.hi.first { hasher.combine(first) }
    switch weights {
    case .drawn(let initialization, let seed):
      hasher.combine(initialization)
      hasher.combine(seed)
    case .repeating(.scaledIdentity(let factor, _), _): hasher.combine(factor)
    case .repeating(.dense(let dense), _):
      hasher.combine(dense.exponent)
      if let first = dense.entries.hi.first { hasher.combine(first) }
    case .repeating(.outer, _), .listed: break
    }
  }
}

extension Network {
  /// The one width of the layers 1…L−1, or of the only layer; nil where they differ.
  fileprivate var innerWidth: Int? {
    switch widths {
    case .equal(let width, let last): return depth == 1 ? last : width
    case .listed(let list):
      let inner = list[1..<max(2, list.count - 1)]
      return inner.allSatisfy { $0 == inner[1] } ? inner[1] : nil
    }
  }
}
