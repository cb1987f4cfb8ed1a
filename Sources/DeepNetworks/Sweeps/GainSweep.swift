import CKernels

/// Norms of activations and gradients of square random networks, over gains and seeds at once.
///
/// All gains share a seed's normals, W = (gain/√n) Z, and run as one batch: a product with Z for all
/// gains. Weights, input (layer 0's vector of that seed) and sums are those of the plain model; the
/// gradient is that of J = Σ ŷᵢ/√n. Float64 without extended range.
package struct GainSweep: Sendable, Hashable {
  package let width: Int
  package let depth: Int
  package let activation: Activation
  package let gains: [Double]
  package let seeds: [UInt64]

  /// ‖a[l]‖, l = 1…L, and ‖dJ/da[l−1]‖, by gain and layer.
  package struct Curves: Sendable, Hashable {
    package let activationNorms: [[Double]]
    package let gradientNorms: [[Double]]
  }

  /// *Throws*: `.width`, `.depth`, `.parameter` for a gain that is not finite.
  package init(
    width: Int,
    depth: Int,
    activation: Activation,
    gains: [Double],
    seeds: [UInt64]
  ) throws(NetworkError) {
    guard width >= 1 else { throw .width(width, layer: 1) }
    guard depth >= 1 else { throw .depth(depth) }
    for gain in gains where !gain.isFinite { throw .parameter(.gain, value: gain) }
    self.width = width
    self.depth = depth
    self.activation = activation
    self.gains = gains
    self.seeds = seeds
  }

  package var cost: Cost {
    let (n, layers, count) = (Double(width), Double(depth), Double(gains.count))
    let layer = n * n * (20 + 4 * count) + n * count * 3 * (activation.operations + 5)
    return Cost(
      operations: Double(seeds.count) * layers * layer,
      bytes: 8 * layers * n * (n + 2 * count)
    )
  }

  /// The curves of each seed.
  ///
  /// *Throws*: what `checkpoint` throws.
  package func run(
    threads: Int,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> [Curves] {
    try Parallel.map(seeds.count, threads: threads, checkpoint: checkpoint) { index, inner in
      try curves(seed: seeds[index], inner)
    }
  }

  /// One seed: gains side by side, width × gains, row-major.
  private func curves(
    seed: UInt64,
    _ checkpoint: (Double) throws -> Void
  ) throws -> Curves {
    let (n, count) = (width, gains.count)
    guard count > 0 else { return Curves(activationNorms: [], gradientNorms: []) }
    let scales = gains.map { $0 / Double(n).squareRoot() }
    let start = Random.Source(seed: seed, layer: 0, kind: .vector).normals(n, scale: 1) { _ in }
    var normals: [[Double]] = []
    var a = [start.flatMap { x in Array(repeating: x, count: count) }]
    var z: [[Double]] = []
    var forward: [[Double]] = []
    for layer in 1...depth {
      let source = Random.Source(seed: seed, layer: UInt32(clamping: layer), kind: .weights)
      normals.append(try source.normals(n * n, scale: 1, checkpoint: checkpoint))
      var sums = [Double](repeating: 0, count: n * count)
      fk_gemm(n, count, n, normals[layer - 1], n, a[layer - 1], count, &sums, count)
      scaleColumns(&sums, by: scales)
      a.append(activation.values(sums))
      z.append(sums)
      forward.append(columnNorms(a[layer]))
      if layer % 8 == 0 { try checkpoint(0.5 * Double(layer) / Double(depth)) }
    }
    var gradient = [Double](repeating: 1 / Double(n).squareRoot(), count: n * count)
    var backward: [[Double]] = Array(repeating: [], count: depth)
    for layer in stride(from: depth, through: 1, by: -1) {
      multiply(&gradient, value: a[layer], sums: z[layer - 1])
      var lower = [Double](repeating: 0, count: n * count)
      fk_gemm_tn(n, count, n, normals[layer - 1], n, gradient, count, &lower, count)
      scaleColumns(&lower, by: scales)
      backward[layer - 1] = columnNorms(lower)
      gradient = lower
      if layer % 8 == 0 { try checkpoint(1 - 0.5 * Double(layer) / Double(depth)) }
    }
    return Curves(activationNorms: turned(forward), gradientNorms: turned(backward))
  }

  /// gradient · g′(z).
  private func multiply(_ gradient: inout [Double], value: [Double], sums: [Double]) {
    var scratch = [Double](repeating: 0, count: value.count)
    activation.multiplySlopes(&gradient, value, sums, value.count, scratch: &scratch)
  }

  private func scaleColumns(_ values: inout [Double], by scales: [Double]) {
    let count = scales.count
    values.withUnsafeMutableBufferPointer { values in
      scales.withUnsafeBufferPointer { scales in
        for row in 0..<values.count / count {
          for j in 0..<count { values[row * count + j] *= scales[j] }
        }
      }
    }
  }

  private func columnNorms(_ values: [Double]) -> [Double] {
    let count = gains.count
    var squares = [Double](repeating: 0, count: count)
    values.withUnsafeBufferPointer { values in
      squares.withUnsafeMutableBufferPointer { squares in
        for row in 0..<values.count / count {
          for j in 0..<count {
            let value = values[row * count + j]
            squares[j] += value * value
          }
        }
      }
    }
    return squares.map { $0.squareRoot() }
  }

  /// From by layer to by gain.
  private func turned(_ rows: [[Double]]) -> [[Double]] {
    gains.indices.map { gain in rows.map { $0[gain] } }
  }
}
