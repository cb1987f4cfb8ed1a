/// A deep network: a[0] = x, z[l] = W[l] a[l-1] + b[l], a[l] = g(z[l]), ŷ = a[L].
///
/// Layers are 1…L. The weights of a random network are drawn when they are needed, each layer by
/// itself, so a network costs no memory until it is run.
package struct Network: Sendable, Hashable {
  enum Weights: Sendable, Hashable {
    /// W[1] = … = W[L-1], and W[L].
    case repeating(Matrix, last: Matrix)
    case listed([Matrix])
    case drawn(Initialization, seed: UInt64)
  }

  enum Biases: Sendable, Hashable {
    case none
    case repeating(Vector?, last: Vector?)
    case listed([Vector?])
    case drawn(standardDeviation: Double, seed: UInt64)
  }

  enum Widths: Sendable, Hashable {
    /// Widths 0…L−1, and the last.
    case equal(Int, last: Int)
    /// Widths 0…L.
    case listed([Int])
  }

  /// The activations of the layers.
  enum Activations: Sendable, Hashable {
    /// g of the layers 1…L−1, and of layer L.
    case equal(Activation, last: Activation)
    /// Layer 1 first, of a network whose hidden layers have more than one.
    case listed([Activation])
  }

  var weightSource: Weights
  let biasSource: Biases
  let widths: Widths
  var activations: Activations
  /// The number of layers L.
  package let depth: Int
  /// Skips and norms; `structured(_:)` sets it.
  package internal(set) var structure = Structure.plain
  /// By layer, whether a block of several ends there; empty where widths are equal or blocks single.
  var skipEnds: [Bool] = []
  /// A mistake in its backward passes; `mistaken(_:)` plants it.
  package internal(set) var mistake: Mistake?
  /// What its passes share with those of others; no part of what the network is.
  var sharing = Sharing()

  /// A random network's layers are numbered by 32 bits.
  package static let depthLimit = 1 << 31

  /// The lecture's network: W[1] = … = W[L−1] = `repeating`, W[L] = `last` (the same if nil).
  ///
  /// `bias` is added in layers 1…L−1 (in layer L too where `last` is nil), `lastBias` in layer L.
  /// `lastActivation` is g of layer L, the same as the others' if nil.
  /// *Throws*: `.depth`, `.depthBeyond`, `.layerShape` where shapes don't chain, `.biasLength`.
  package init(
    repeating matrix: Matrix,
    depth: Int,
    last: Matrix? = nil,
    bias: Vector? = nil,
    lastBias: Vector? = nil,
    activation: Activation = .linear,
    lastActivation: Activation? = nil
  ) throws(NetworkError) {
    try Network.check(depth: depth)
    let lastMatrix = last ?? matrix
    let lastVector = last == nil ? lastBias ?? bias : lastBias
    try Network.check(matrix)
    try Network.check(lastMatrix)
    if depth > 2 {
      try Network.check(layer: 2, matrix, receives: matrix.rows)
    }
    if depth > 1 {
      try Network.check(layer: depth, lastMatrix, receives: matrix.rows)
      try Network.check(layer: 1, bias: bias, expected: matrix.rows)
    }
    try Network.check(layer: depth, bias: lastVector, expected: lastMatrix.rows)
    let width = depth > 1 ? matrix.columns : lastMatrix.columns
    weightSource = .repeating(matrix, last: lastMatrix)
    biasSource =
      bias == nil && lastVector == nil ? .none : .repeating(bias, last: lastVector)
    widths =
      depth == 2
      ? .listed([width, matrix.rows, lastMatrix.rows]) : .equal(width, last: lastMatrix.rows)
    self.depth = depth
    activations = .equal(activation, last: lastActivation ?? activation)
  }

  /// A network with these weights W[1], W[2], … and biases b[1], … (none if the list is empty).
  ///
  /// *Throws*: `.depth` without weights, `.layerShape` where shapes don't chain, `.biasCount`,
  /// `.biasLength`.
  package init(
    weights: [Matrix],
    biases: [Vector?] = [],
    activation: Activation = .linear,
    lastActivation: Activation? = nil
  ) throws(NetworkError) {
    guard let first = weights.first else { throw .depth(0) }
    try Network.check(depth: weights.count)
    var received = first.columns
    for (index, matrix) in weights.enumerated() {
      try Network.check(matrix)
      try Network.check(layer: index + 1, matrix, receives: received)
      received = matrix.rows
    }
    guard biases.isEmpty || biases.count == weights.count else {
      throw .biasCount(biases.count, depth: weights.count)
    }
    for (index, bias) in biases.enumerated() {
      try Network.check(layer: index + 1, bias: bias, expected: weights[index].rows)
    }
    weightSource = .listed(weights)
    biasSource = biases.contains { $0 != nil } ? .listed(biases) : .none
    widths = .listed([first.columns] + weights.map { $0.rows })
    depth = weights.count
    activations = .equal(activation, last: lastActivation ?? activation)
  }

  /// A random network; `widths` are those of layers 0…L, so there is one more than layers.
  ///
  /// Biases are N(0, biasStandardDeviation²). *Throws*: `.noWidths`, `.width` below 1,
  /// `.depthBeyond`, `.parameter` for a factor that is not finite.
  package init(
    initialization: Initialization,
    widths: [Int],
    biasStandardDeviation: Double = 0,
    activation: Activation = .linear,
    lastActivation: Activation? = nil,
    seed: UInt64
  ) throws(NetworkError) {
    guard widths.count >= 2 else { throw .noWidths }
    try Network.check(depth: widths.count - 1)
    for (layer, width) in widths.enumerated() where width < 1 {
      throw .width(width, layer: layer)
    }
    try initialization.validate()
    guard biasStandardDeviation.isFinite, biasStandardDeviation >= 0 else {
      throw .parameter(.biasStandardDeviation, value: biasStandardDeviation)
    }
    weightSource = .drawn(initialization, seed: seed)
    biasSource =
      biasStandardDeviation == 0
      ? .none : .drawn(standardDeviation: biasStandardDeviation, seed: seed)
    let isEqual = widths.dropLast().allSatisfy { $0 == widths[0] }
    self.widths =
      isEqual ? .equal(widths[0], last: widths[widths.count - 1]) : .listed(widths)
    depth = widths.count - 1
    activations = .equal(activation, last: lastActivation ?? activation)
  }
}

extension Network {
  /// A network as another but for its depth; widths must be what follows from both.
  init(_ other: Network, widths: Widths, depth: Int) {
    weightSource = other.weightSource
    biasSource = other.biasSource
    self.widths = widths
    activations = other.activations
    self.depth = depth
    structure = other.structure
    skipEnds = other.skipEnds
    mistake = other.mistake
    sharing = other.sharing
  }

  private static func check(depth: Int) throws(NetworkError) {
    guard depth >= 1 else { throw .depth(depth) }
    guard depth <= depthLimit else { throw .depthBeyond(depth, limit: depthLimit) }
  }

  private static func check(_ matrix: Matrix) throws(NetworkError) {
    guard matrix.rows >= 1, matrix.columns >= 1 else { throw .emptyMatrix }
  }

  private static func check(
    layer: Int,
    _ matrix: Matrix,
    receives count: Int
  ) throws(NetworkError) {
    guard matrix.columns == count else {
      throw .layerShape(layer: layer, weights: matrix.shape, received: count)
    }
  }

  private static func check(
    layer: Int,
    bias: Vector?,
    expected: Int
  ) throws(NetworkError) {
    guard let bias, bias.count != expected else { return }
    throw .biasLength(layer: layer, count: bias.count, expected: expected)
  }
}
