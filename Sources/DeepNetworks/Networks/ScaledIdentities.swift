/// The passes of the lecture's network: W[l] = s I, W[L] = t I, and nothing else in its layers.
///
/// The same numbers as layer by layer, written into shared arrays without a vector in between.
struct ScaledIdentities {
  private let inner: Extended
  private let last: Extended
  private let depth: Int

  /// Nil for other networks, and where a factor is 0 or not finite.
  init?(_ network: Network) {
    guard network.structure == .plain, network.biasSource == .none,
      network.activation == .linear, network.lastActivation == .linear,
      !network.hasMixedActivations,
      case .repeating(.scaledIdentity(let inner, _), .scaledIdentity(let last, _)) =
        network.weightSource,
      inner.isFinite, !inner.isZero, last.isFinite, !last.isZero
    else { return nil }
    self.inner = inner
    self.last = last
    depth = network.depth
  }

  /// a[0] … a[L] from x; nil where x is 0 or not finite, or its entries lie far apart.
  func forward(
    _ x: Vector,
    _ pace: inout Pace,
    checkpoint: (Double) throws -> Void
  ) throws -> VectorList.Flat? {
    try filled(x, at: 0) { rows in
      for layer in 1...depth {
        rows.write(layer, from: layer - 1, times: layer == depth ? last : inner)
        try rows.check(layer, layer: layer)
        try pace.step(layer, checkpoint)
      }
    }
  }

  /// ŷ for depths up to this one's; nil as above.
  func outputs(
    ofDepths depths: [Int],
    _ x: Vector,
    _ pace: inout Pace,
    checkpoint: (Double) throws -> Void
  ) throws -> [Vector]? {
    let first = depths.max() ?? 1
    let flat = try filled(x, at: 0, count: first + depths.count) { rows in
      for layer in stride(from: 1, to: first, by: 1) {
        rows.write(layer, from: layer - 1, times: inner)
        try rows.check(layer, layer: layer)
        try pace.step(layer, checkpoint)
      }
      for (index, depth) in depths.enumerated() {
        rows.write(first + index, from: depth - 1, times: last)
        try rows.check(first + index, layer: depth)
      }
    }
    return flat.map { flat in
      let list = VectorList(flat)
      return depths.indices.map { list[first + $0] }
    }
  }

  /// dJ/da[0] … dJ/da[L] from dJ/dŷ; nil as above.
  func backward(
    from gradient: Vector,
    _ pace: inout Pace,
    checkpoint: (Double) throws -> Void
  ) throws -> VectorList.Flat? {
    try filled(gradient, at: depth) { rows in
      try rows.check(depth, layer: depth)
      for layer in stride(from: depth, through: 1, by: -1) {
        rows.write(layer - 1, from: layer, times: layer == depth ? last : inner)
        try rows.check(layer - 1, layer: layer)
        try pace.step(depth + 1 - layer, checkpoint)
      }
    }
  }

  private func filled(
    _ vector: Vector,
    at row: Int,
    count: Int? = nil,
    _ body: (Rows) throws -> Void
  ) throws -> VectorList.Flat? {
    // Rounding in the products moves entries together or apart by less than 2^-40 in all.
    guard vector.isFinite, !vector.isZero, vector.leastExponent > 8 - Scaled.reach else {
      return nil
    }
    let count = count ?? depth + 1
    let size = count * vector.count
    var (lo, exponents): ([Double], [Int]) = ([], [])
    let hi = try [Double](unsafeUninitializedCapacity: size) { hi, written in
      lo = try [Double](unsafeUninitializedCapacity: size) { lo, written in
        exponents = try [Int](unsafeUninitializedCapacity: count) { exponents, written in
          let rows = Rows(width: vector.count, hi: hi, lo: lo, exponents: exponents)
          rows.put(vector, at: row)
          try body(rows)
          written = count
        }
        written = size
      }
      written = size
    }
    return VectorList.Flat(width: vector.count, hi: hi, lo: lo, exponents: exponents)
  }
}

/// Vectors of one width in canonical form, while they are written.
private struct Rows {
  let width: Int
  let hi: UnsafeMutableBufferPointer<Double>
  let lo: UnsafeMutableBufferPointer<Double>
  let exponents: UnsafeMutableBufferPointer<Int>

  func put(_ vector: Vector, at row: Int) {
    for i in 0..<width {
      hi[row * width + i] = vector.hi[i]
      lo[row * width + i] = vector.lo.isEmpty ? 0 : vector.lo[i]
    }
    exponents[row] = vector.exponent
  }

  /// What `Vector.scaled(by:)` gives for a vector and a factor that are finite and not 0.
  @inline(__always)
  func write(_ row: Int, from source: Int, times factor: Extended) {
    let (to, from) = (row * width, source * width)
    if factor.isPowerOfTwo {
      for i in 0..<width {
        hi[to + i] = hi[from + i] * factor.hi
        lo[to + i] = lo[from + i] == 0 ? 0 : lo[from + i] * factor.hi
      }
      exponents[row] = Extended.bounded(exponents[source] + factor.exponent)
      return
    }
    let significand = factor.significand
    var largest = 0.0
    for i in 0..<width {
      let value = DoubleDouble(hi: hi[from + i], lo: lo[from + i]) * significand
      hi[to + i] = value.hi
      lo[to + i] = value.lo == 0 ? 0 : value.lo
      largest = max(largest, value.hi.magnitude)
    }
    // Products of significands in [1, 2) are below 4; a shift by a power of two is exact.
    let shift = Int(largest.exponent)
    if shift != 0 {
      let unit = Double.powerOfTwo(-shift)
      for i in to..<to + width {
        hi[i] *= unit
        lo[i] *= unit
      }
    }
    exponents[row] = Extended.bounded(exponents[source] + factor.exponent + shift)
  }

  func check(_ row: Int, layer: Int) throws(NetworkError) {
    let exponent = exponents[row]
    if exponent > Extended.exponentLimit {
      throw .range(layer: layer, .tooLarge(exponent: exponent))
    }
    if exponent < -Extended.exponentLimit {
      throw .range(layer: layer, .tooSmall(exponent: exponent))
    }
  }
}
