import CKernels

/// dŷ/dx of a network at an input, as the product of its layers' Jacobians.
///
/// ```
/// J = J[L] … J[1],  J[l] = diag(g′(z[l])) W[l],  with a skip I + α diag(g′) W, with a norm its own
/// ```
/// A block of several layers under one skip is one factor, the identity and α times their product.
/// The factors are kept, or made again when needed, and never only their product: in a product of
/// float64 entries every singular value below 2^-52 of the largest is lost.
package struct Jacobian: Sendable, Hashable {
  private enum Source: Sendable, Hashable {
    case network(Network, Forward)
    case factors([Matrix])
  }

  private let source: Source
  /// The output's and the input's width.
  package let rows: Int
  package let columns: Int
  /// The number of factors: L, but where several layers are one block.
  package let depth: Int
  /// The layers of each factor, where not each is one.
  let blocks: [ClosedRange<Int>]

  /// The Jacobian of a network along a forward pass.
  ///
  /// *Throws*: `.otherNetwork`, `.inputLength` for the pass of another network.
  package init(_ network: Network, at forward: Forward) throws(NetworkError) {
    guard forward.depth == network.depth else {
      throw .otherNetwork(depth: forward.depth, expected: network.depth)
    }
    for layer in 0...network.depth where forward.a(layer).count != network.width(of: layer) {
      throw .inputLength(forward.a(layer).count, expected: network.width(of: layer))
    }
    source = .network(network, forward)
    rows = network.outputWidth
    columns = network.inputWidth
    blocks = network.structure.block > 1 ? network.blocks : []
    depth = blocks.isEmpty ? network.depth : blocks.count
  }

  /// A product of given factors, the one that is applied first at first.
  ///
  /// *Throws*: `.depth` without factors, `.product` where shapes do not chain.
  package init(factors: [Matrix]) throws(NetworkError) {
    guard let first = factors.first, let last = factors.last else { throw .depth(0) }
    for (right, left) in zip(factors, factors.dropFirst()) where left.columns != right.rows {
      throw .product(left: left.shape, right: right.shape)
    }
    source = .factors(factors)
    rows = last.rows
    columns = first.columns
    blocks = []
    depth = factors.count
  }

  /// The layers of a factor.
  private func layers(_ factor: Int) -> ClosedRange<Int> {
    blocks.isEmpty ? factor...factor : blocks[factor - 1]
  }

  /// The factor that a layer has a part in, and the layers of it.
  package func factor(ofLayer layer: Int) -> (index: Int, layers: ClosedRange<Int>) {
    let index = blocks.firstIndex { $0.contains(layer) }.map { $0 + 1 } ?? layer
    return (index, layers(index))
  }

  /// J[layer], for factors 1…`depth`: width of layer × width of the layer before.
  package func factor(
    _ layer: Int,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    switch source {
    case .factors(let list): return list[min(max(layer, 1), depth) - 1]
    case .network(let network, let forward):
      let layers = layers(min(max(layer, 1), depth))
      return try network.blockJacobian(layers, at: forward, checkpoint: checkpoint)
    }
  }

  /// J[layer] in factors whose entries are not rounded; nil where they are too many.
  func exactFactors(
    _ layer: Int,
    most: Int,
    checkpoint: (Double) throws -> Void
  ) throws -> [ExactFactor]? {
    switch source {
    case .factors(let list):
      let matrix = list[layer - 1]
      return fits(matrix.rows, matrix.columns, most) ? ExactFactor.list(matrix) : nil
    case .network(let network, let forward):
      let layers = layers(layer)
      let (first, end) = (layers.lowerBound, layers.upperBound)
      guard fits(network.width(of: end), network.width(of: first - 1), most) else { return nil }
      return try network.exactFactors(layers, at: forward, checkpoint: checkpoint)
    }
  }

  private func fits(_ rows: Int, _ columns: Int, _ most: Int) -> Bool {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    return !overflow && count <= most
  }

  /// Whether every factor is a number times the identity.
  var isScaledIdentity: Bool {
    switch source {
    case .factors(let list): list.allSatisfy(\.isScaled)
    case .network(let network, _): network.isScaledIdentity
    }
  }

  /// The factors where they are kept, the one that is applied first at first; nil for a network's.
  var keptFactors: [Matrix]? {
    if case .factors(let list) = source { list } else { nil }
  }

  /// J[layer], for layers 1…L.
  package func factor(_ layer: Int) -> Matrix {
    factor(layer) { _ in }
  }

  /// The product's entries: of a small network whose weights are given as `times` has them, else in
  /// float64: right in norm, wrong in its small singular values.
  ///
  /// *Cost*: 2 n³ per layer, 50 n³ of a small network. *Throws*: `.tooMuchMemory`, what `checkpoint`
  /// throws.
  package func matrix(checkpoint: (Double) throws -> Void = { _ in }) throws -> Matrix {
    if isPrecise {
      let images = try (0..<columns).map { column in
        let unit = Vector((0..<columns).map { $0 == column ? 1.0 : 0.0 })
        return try times(unit) { try checkpoint((Double(column) + $0) / Double(columns)) }
      }
      let entries = (0..<rows).flatMap { row in images.map { $0[row] } }
      return .dense(DenseMatrix(unchecked: rows, columns, Vector(entries)))
    }
    var product = try factor(1, checkpoint: checkpoint)
    for layer in 1...depth where layer > 1 {
      let share = Double(layer - 1) / Double(depth)
      product = try factor(layer) { _ in try checkpoint(share) }
        .times(product) { try checkpoint(share) }
    }
    return product
  }

  /// Whether products with vectors are taken in double-double.
  package var isPrecise: Bool {
    guard case .network(let network, let forward) = source else { return false }
    return forward.format == nil && PreciseChain.serves(network)
  }

  /// J v, layer by layer, so that nothing cancels in J's entries first.
  ///
  /// *Shape*: v has `columns` entries. *Throws*: `.productWithVector`, what `matrix` and `checkpoint`
  /// throw.
  package func times(
    _ v: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> Vector {
    guard v.count == columns else {
      let shape = NetworkError.Shape(rows: rows, columns: columns)
      throw NetworkError.productWithVector(matrix: shape, count: v.count)
    }
    guard isPrecise, case .network(let network, let forward) = source,
      var chain = PreciseChain(network, from: v, .tangent(forward))
    else { return try matrix(checkpoint: checkpoint) * v }
    var (last, past) = (v, v)
    for layer in 1...network.depth {
      if network.skipEnd(from: layer - 1) != nil { past = last }
      let du = chain.step(layer, network.throughEntry(last, layer, forward))
      last = network.pushed(du, past: past, layer, forward)
      if layer % 64 == 0 { try checkpoint(Double(layer) / Double(network.depth)) }
    }
    return last
  }

  /// What `spectrum` takes: a sweep over the factors and rotations, 28 n³, two of each where that is
  /// little and no factor is a scaled identity, and products with many bits an entry where some
  /// entries are 0 or have low parts.
  package var cost: Cost {
    // A block takes products of its layers first.
    let (width, layers) = (Double(max(rows, columns)), Double(blocks.last?.upperBound ?? depth))
    let one = 0.3 * width * width * width + 350 * width * width + 12_000
    let isSmall = !isScaledIdentity && layers * width * width * width * 24 <= Jacobian.small
    let bits = min(layers * width * width * width * (50 + 5 * layers), 2 * Jacobian.small)
    let rotations = isScaledIdentity ? 0 : 28 * width * width * width
    return Cost(
      operations: (isSmall ? 2 : 1) * ((layers + 4) * one + rotations) + (needsAllBits ? bits : 0),
      bytes: 100 * width * width + 24 * min(layers * width * width, 0x1p21)
    )
  }

  /// Whether a matrix that is given has entries of 0 or with low parts.
  private var needsAllBits: Bool {
    func isUneven(_ matrix: Matrix) -> Bool {
      guard case .dense(let dense) = matrix, dense.keepsLow else { return false }
      return !dense.entries.lo.isEmpty || dense.entries.hi.contains(0)
    }
    switch source {
    case .factors(let list): return list.contains(where: isUneven)
    case .network(let network, _):
      if network.isPrecise(1), network.activation(of: 1).slopeBelowZero == nil { return true }
      switch network.weightSource {
      case .repeating(let matrix, let last): return isUneven(matrix) || isUneven(last)
      case .listed(let list): return list.contains(where: isUneven)
      case .drawn: return false
      }
    }
  }
}

extension Network {
  /// Whether each layer multiplies by a number.
  fileprivate var isScaledIdentity: Bool {
    guard activation == .linear || depth == 1, lastActivation == .linear,
      !hasMixedActivations, structure.norm == nil, structure.isLayerwise
    else { return false }
    switch weightSource {
    case .repeating(let matrix, let last): return matrix.isScaled && last.isScaled
    case .listed(let list): return list.allSatisfy(\.isScaled)
    case .drawn: return false
    }
  }

  /// The layers 1…L, those of a block together.
  package var blocks: [ClosedRange<Int>] {
    var (ranges, layer) = ([ClosedRange<Int>](), 1)
    while layer <= depth {
      let end = skipEnd(from: layer - 1) ?? layer
      ranges.append(layer...end)
      layer = end + 1
    }
    return ranges
  }

  /// The factor of a block, or of a layer that is none's.
  func blockJacobian(
    _ layers: ClosedRange<Int>,
    at forward: Forward,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    let (first, end) = (layers.lowerBound, layers.upperBound)
    var matrix = try branchJacobian(first, at: forward, checkpoint: checkpoint)
    for layer in layers.dropFirst() {
      let next = try branchJacobian(layer, at: forward, checkpoint: checkpoint)
      matrix = .dense(try next.dense.times(matrix.dense) { try checkpoint(0) })
    }
    if entryNorm(of: first) != nil {
      // J N of a symmetric N has the rows of J, each through N.
      matrix = matrix.mappingRows { throughEntry($0, first, forward) }
    }
    if let scale = residualScale(of: end) { matrix = matrix.scaled(by: scale).plusIdentity() }
    guard exitNorm(of: end) != nil else { return matrix }
    return matrix.mappingColumns { throughExit($0, end, forward) }
  }

  /// diag(g′(z)) W, with z of a forward pass; a scaled identity stays one if g is linear.
  private func branchJacobian(
    _ layer: Int,
    at forward: Forward,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    var matrix = try weights(layer, checkpoint: checkpoint)
    if norm(of: layer) != nil {
      matrix = matrix.mappingColumns { throughNorm($0, layer, forward) }
    }
    if activation(of: layer) != .linear || forward.drops[layer] != nil {
      matrix = matrix.rowsScaled(
        by: slopes(layer, forward),
        precisely: isPrecise(layer) && forward.format == nil
      )
    }
    return matrix
  }

  /// g′(z[layer]).
  private func slopes(_ layer: Int, _ forward: Forward) -> Vector {
    let (activation, z) = (activation(of: layer), forward.z(layer))
    let slopes =
      isPrecise(layer) && forward.format == nil
      ? activation.preciseDerivative(at: z) : activation.derivative(at: z)
    return forward.drops[layer].map { slopes.times(each: $0) } ?? slopes
  }

  /// A layer's factor in some whose entries are not rounded; with a norm, or of several layers, it is
  /// one that is.
  func exactFactors(
    _ layers: ClosedRange<Int>,
    at forward: Forward,
    checkpoint: (Double) throws -> Void
  ) rethrows -> [ExactFactor] {
    let layer = layers.lowerBound
    guard layers.count == 1, norm(of: layer) == nil, forward.drops[layer] == nil,
      entryNorm(of: layer) == nil, exitNorm(of: layer) == nil
    else {
      return [ExactFactor(try blockJacobian(layers, at: forward, checkpoint: checkpoint))]
    }
    let weights = try weights(layer, checkpoint: checkpoint)
    let slopes = slopes(layer, forward)
    if let scale = residualScale(of: layer) {
      return ExactFactor.skip(weights, slopes: slopes, scale: scale)
    }
    guard activation(of: layer) != .linear else { return ExactFactor.list(weights) }
    return ExactFactor.list(weights) + [ExactFactor(diagonal: slopes.elements)]
  }
}

extension Matrix {
  fileprivate var isScaled: Bool {
    if case .scaledIdentity = self { true } else { false }
  }

  /// A matrix of whose columns each is a function of this one's.
  fileprivate func mappingColumns(_ function: (Vector) -> Vector) -> Matrix {
    let dense = dense
    let columns = (0..<dense.columns).map { function(dense.column($0)) }
    let entries = Vector((0..<dense.rows).flatMap { i in columns.map { $0[i] } })
    return .dense(DenseMatrix(unchecked: dense.rows, dense.columns, entries))
  }

  /// The same of its rows.
  fileprivate func mappingRows(_ function: (Vector) -> Vector) -> Matrix {
    let rows = (0..<rows).flatMap { function(row($0)).elements }
    return .dense(DenseMatrix(unchecked: self.rows, columns, Vector(rows)))
  }

  /// I + M, for a square M.
  func plusIdentity() -> Matrix {
    if case .scaledIdentity(let factor, let n) = self { return .scaledIdentity(factor + 1, n) }
    let sum = dense.entries.adding(Matrix.scaledIdentity(.one, rows).dense.entries)
    return .dense(DenseMatrix(unchecked: rows, columns, sum))
  }

  /// diag(v) M; in double-double if it shall be precise.
  func rowsScaled(by v: Vector, precisely isPrecise: Bool) -> Matrix {
    if isPrecise, v.isFinite {
      let rows = (0..<rows).flatMap { row($0).scaled(by: v[$0]).elements }
      return .dense(DenseMatrix(unchecked: v.count, columns, Vector(rows)))
    }
    if case .outer(let column, let row) = self { return .outer(column.plainProduct(v), row) }
    let dense = dense
    let least = dense.entries.leastExponent + v.leastExponent
    guard least >= -Scaled.reach, v.isFinite, dense.entries.isFinite else {
      let entries = (0..<dense.rows).flatMap { i in
        dense.row(i).scaled(by: v[i]).elements
      }
      return .dense(DenseMatrix(unchecked: dense.rows, dense.columns, Vector(entries).rounded))
    }
    var values = dense.values
    let columns = dense.columns
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for i in 0..<dense.rows {
        fk_scale(base + i * columns, v.hi[i], base + i * columns, columns)
      }
    }
    return .dense(
      DenseMatrix(
        unchecked: dense.rows,
        dense.columns,
        values,
        exponent: dense.exponent + v.exponent
      )
    )
  }

  /// The product for fitting shapes; a large one calls `checkpoint` between its blocks of rows.
  func times(_ other: Matrix, checkpoint: () throws -> Void) throws -> Matrix {
    guard case .dense(let a) = self, case .dense(let b) = other else {
      return try self * other
    }
    return .dense(try a.times(b, checkpoint: checkpoint))
  }
}
