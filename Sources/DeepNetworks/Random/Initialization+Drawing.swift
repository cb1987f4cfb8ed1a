extension Initialization {
  /// The weights; `checkpoint` is called now and then with the share that is done.
  func draw(
    _ fanOut: Int,
    _ fanIn: Int,
    seed: UInt64,
    layer: UInt32,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Matrix {
    let source = Random.Source(seed: seed, layer: layer, kind: .weights)
    let count = fanOut * fanIn
    let deviation = standardDeviation(fanOut: fanOut, fanIn: fanIn)
    let values: [Double]
    switch self {
    case .gaussian, .xavierNormal, .he, .lecun:
      values = try source.normals(count, scale: deviation, checkpoint: checkpoint)
    case .xavierUniform, .uniform:
      values = try source.uniforms(count, deviation: deviation, checkpoint: checkpoint)
    case .variance(_, _, let distribution):
      switch distribution {
      case .normal:
        values = try source.normals(count, scale: deviation, checkpoint: checkpoint)
      case .uniform:
        values = try source.uniforms(count, deviation: deviation, checkpoint: checkpoint)
      case .truncatedNormal:
        values = try source.truncatedNormals(count, scale: deviation, checkpoint: checkpoint)
      }
    case .orthogonal(let gain):
      let tall = fanOut >= fanIn
      let (rows, columns) = tall ? (fanOut, fanIn) : (fanIn, fanOut)
      let gaussian = try source.normals(count, scale: 1) { try checkpoint($0 * 0.1) }
      let reflections = try Reflections(gaussian, rows: rows, columns: columns) {
        try checkpoint(0.1 + $0 * 0.45)
      }
      let q = try reflections.orthonormalColumns { try checkpoint(0.55 + $0 * 0.45) }
      let dense = DenseMatrix(unchecked: rows, columns, q.map { $0 * gain }, exponent: 0)
      return .dense(tall ? dense : dense.transposed)
    }
    return .dense(DenseMatrix(unchecked: fanOut, fanIn, values, exponent: 0))
  }
}
