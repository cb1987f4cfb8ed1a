extension Initialization {
  /// The distribution without its factor: what two of them have in common that differ by a gain.
  enum Shape: Sendable, Hashable {
    case normal
    /// Uniform in (−1, 1].
    case uniform
    /// Normals cut at ±2.
    case truncatedNormal
    /// Uniform among the (semi-)orthogonal matrices.
    case orthogonal
  }

  var shape: Shape {
    switch self {
    case .gaussian, .deviation, .xavierNormal, .he, .lecun, .variance(_, _, .normal): .normal
    case .xavierUniform, .uniform, .variance(_, _, .uniform): .uniform
    case .variance(_, _, .truncatedNormal): .truncatedNormal
    case .orthogonal: .orthogonal
    }
  }

  /// What entries of the shape are multiplied by.
  func factor(fanOut: Int, fanIn: Int) -> Double {
    if case .orthogonal(let gain) = self { return gain }
    let deviation = standardDeviation(fanOut: fanOut, fanIn: fanIn)
    switch shape {
    case .normal, .orthogonal: return deviation
    case .uniform: return deviation * 3.0.squareRoot()
    case .truncatedNormal: return deviation / Initialization.deviationWithinTwo
    }
  }

  /// The draw that the weights of a layer are a multiple of.
  func unitDraw(
    _ fanOut: Int,
    _ fanIn: Int,
    seed: UInt64,
    layer: UInt32,
    kind: Random.Kind = .weights
  ) -> UnitDraw.Key {
    UnitDraw.Key(
      shape: shape,
      seed: seed,
      layer: layer,
      rows: fanOut,
      columns: fanIn,
      kind: kind
    )
  }

  /// The weights; `checkpoint` is called now and then with the share that is done.
  func draw(
    _ fanOut: Int,
    _ fanIn: Int,
    seed: UInt64,
    layer: UInt32,
    kind: Random.Kind = .weights,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    let key = unitDraw(fanOut, fanIn, seed: seed, layer: layer, kind: kind)
    let draw = ScaledDraw(
      try UnitDraw(key, checkpoint: checkpoint),
      times: factor(fanOut: fanOut, fanIn: fanIn)
    )
    return .dense(draw.matrix)
  }

  /// The standard deviation of a standard normal within ±2.
  private static let deviationWithinTwo = 0.87962566103423978
}

extension Initialization.Shape {
  /// Entries row by row; `checkpoint` is called now and then with the share that is done.
  func entries(
    _ rows: Int,
    _ columns: Int,
    _ source: Random.Source,
    checkpoint: (Double) throws -> Void
  ) rethrows -> [Double] {
    let count = rows * columns
    switch self {
    case .normal: return try source.normals(count, scale: 1, checkpoint: checkpoint)
    case .uniform: return try source.symmetricUniforms(count, checkpoint: checkpoint)
    case .truncatedNormal: return try source.truncatedNormals(count, checkpoint: checkpoint)
    case .orthogonal:
      let isTall = rows >= columns
      let (height, width) = isTall ? (rows, columns) : (columns, rows)
      let gaussian = try source.normals(count, scale: 1) { try checkpoint($0 * 0.1) }
      let reflections = try Reflections(gaussian, rows: height, columns: width) {
        try checkpoint(0.1 + $0 * 0.45)
      }
      let q = try reflections.orthonormalColumns { try checkpoint(0.55 + $0 * 0.45) }
      guard !isTall else { return q }
      return (0..<rows).flatMap { row in (0..<columns).map { q[$0 * rows + row] } }
    }
  }
}
